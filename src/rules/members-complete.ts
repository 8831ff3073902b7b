import { groupAt, isFilled, labelOf } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";

export default defineRule({
  id: "members-complete",
  severity: "warning",
  title: "各类成员齐全",
  about: "各类成员缺少一类时提示。成员还没填写时和 --draft 时不提示。",
  with: { all: "field", kinds: "fields" },
  *check({ documents, with: { all, kinds } }) {
    for (const document of documents.filter((each) => groupAt(each, all))) {
      const missing = kinds.filter((each) => !isFilled(document, each));
      if (missing.length === 0) continue;
      yield {
        document,
        pointer: all,
        part: "key",
        message: `${labelOf(document, all)}里没有${missing.map((each) => labelOf(document, each)).join("")}`,
        hint: "有就补上;确实没有,请准备说明",
        unfilled: true,
      };
    }
  },
});
