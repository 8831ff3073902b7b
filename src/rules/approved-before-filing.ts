import { isApprovedBeforeFiling } from "../model/dates.js";
import { dateAt, isFilled, labelOf, titleOf } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { formatChineseDate } from "../text/format-values.js";

export default defineRule({
  id: "approved-before-filing",
  severity: "warning",
  title: "审核同意以后才报送",
  about: "写了哪天报送,而没有写谁在哪天审核同意,或者审核同意晚于报送时提示。",
  with: { filed: "field", approved: "field", by: "field" },
  *check({ documents, with: { filed, approved, by } }) {
    for (const document of documents.filter((each) => isFilled(each, filed))) {
      const missing = [by, approved].filter((pointer) => !isFilled(document, pointer));
      if (missing.length > 0) {
        yield {
          document,
          pointer: filed,
          message: `写了${labelOf(document, filed)},没有写${missing.map((pointer) => labelOf(document, pointer)).join("")}`,
          hint: "审核同意以后才能报送:补上是谁、哪一天同意的",
        };
      }
      const [sent, agreed] = [dateAt(document, filed), dateAt(document, approved)];
      if (!sent || !agreed || isApprovedBeforeFiling(agreed, sent)) continue;
      yield {
        document,
        pointer: approved,
        message: `${labelOf(document, approved)}${formatChineseDate(agreed)}晚于${labelOf(document, filed)}${formatChineseDate(sent)}`,
        hint: "检查这两个日期;先报送后审核的,补办以后重新报送",
        related: [{ document, pointer: filed, message: titleOf(document, filed) }],
      };
    }
  },
});
