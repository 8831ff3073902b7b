import { labelOf, namesAt, numberAt, titleOf } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { hasDoubtfulNames } from "./support/doubtful-names.js";

export default defineRule({
  id: "staff-names-match",
  severity: "error",
  title: "姓名的个数等于人数",
  about: "名单列出几个人,人数就是几。还没列全的姓名在 --draft 时不算错。",
  with: { names: "field", total: "field" },
  *check({ documents, with: { names, total } }) {
    for (const document of documents) {
      const listed = namesAt(document, names).length;
      const expected = numberAt(document, total);
      if (expected === undefined || listed === 0 || listed === expected) continue;
      // when an entry is not one name, that has been said, and the number of names is not known
      if (hasDoubtfulNames(document, names)) continue;
      yield {
        document,
        pointer: names,
        part: "key",
        message: `${labelOf(document, names)}列了 ${listed} 人,${labelOf(document, total)}是 ${expected} 人`,
        hint: listed < expected ? `还差 ${expected - listed} 个姓名` : `多列了姓名,或${titleOf(document, total)}写少了`,
        ...(listed < expected && { unfilled: true as const }),
      };
    }
  },
});
