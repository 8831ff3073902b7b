import type { FormDocument } from "../model/document.js";
import { dateAt, labelOf, numberAt, titleOf } from "../model/document-values.js";
import { fieldAt } from "../model/field.js";
import { defineRule, type Finding } from "../model/rule.js";
import { formatChineseDate } from "../text/format-values.js";
import { valueAt } from "../text/json-pointer.js";

export default defineRule({
  id: "data-cutoff",
  severity: "error",
  title: "数字的截止日期与年度、报送、是否暂定相符",
  about: "截止日期在总结的年度里,不晚于报送的日期;统计到年底的才是全年数,在这以前的是暂定数。",
  with: { year: "field", asOf: "field", provisional: "field", filed: "field", end: "text" },
  *check({ documents, form, with: at }) {
    for (const document of documents) {
      const asOf = dateAt(document, at.asOf);
      const year = numberAt(document, at.year);
      if (!asOf || year === undefined) continue;
      const name = `${labelOf(document, at.asOf)}${formatChineseDate(asOf)}`;
      const filed = dateAt(document, at.filed);
      if (Number(asOf.slice(0, 4)) !== year) {
        yield {
          document,
          pointer: at.asOf,
          message: `${name}不在 ${year} 年度`,
          hint: `检查年份:写${form.tracking?.figures.current ?? "这一年"}各数字统计到哪一天`,
          related: [{ document, pointer: at.year, message: "总结的年度" }],
        };
        continue;
      }
      if (filed && asOf > filed) {
        yield {
          document,
          pointer: at.asOf,
          message: `${name}晚于${labelOf(document, at.filed)}${formatChineseDate(filed)}`,
          hint: "报送以后的数还没有,检查这两个日期",
          related: [{ document, pointer: at.filed, message: titleOf(document, at.filed) }],
        };
      }
      yield* notSo(document, at.provisional, asOf < `${year}-${at.end}`, name);
    }
  },
});

/** Where a document says of its figures that they are provisional, or that they are not, and the day says otherwise. */
function* notSo(document: FormDocument, pointer: string, should: boolean, name: string): Iterable<Finding> {
  const written = valueAt(document.data, pointer);
  // where the form allows only one answer, the schema check has said so
  if (typeof written !== "boolean" || written === should || fieldAt(document.kind.root, pointer)?.schema.const === true)
    return;
  yield {
    document,
    pointer,
    message: `${name}${should ? "还没有到年底,是暂定数" : "已到年底,不是暂定数"},这里写的却是 ${written}`,
    hint: `写 ${should};或者检查统计到哪一天`,
  };
}
