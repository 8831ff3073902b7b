import { dateAt, dateOrMonthAt, labelOf, titleOf } from "../model/document-values.js";
import { fieldAt } from "../model/field.js";
import { defineRule } from "../model/rule.js";
import { formatChineseDate } from "../text/format-values.js";
import { joinPointer, valueAt } from "../text/json-pointer.js";

export default defineRule({
  id: "founding-date",
  severity: "warning",
  title: "已经发生的日期不晚于填写的日期",
  about: "写的日期比填写的日期还晚,又没有写明是拟定的,或者早得不合情理时提示。只写年月的,比到月份。",
  with: { date: "field", part: "text", planned: "text", filed: "field", earliest: "text" },
  *check({ documents, with: { date, part, planned, filed, earliest } }) {
    for (const document of documents) {
      const pointer = joinPointer(date, part);
      const written = dateOrMonthAt(document, pointer);
      if (written === undefined) continue;
      const shown = `${labelOf(document, pointer)}${formatChineseDate(written)}`;
      if (written < earliest) {
        yield { document, pointer, message: `${shown}早得不合情理`, hint: "检查年份" };
        continue;
      }
      const on = dateAt(document, filed);
      // an answer that is neither yes nor no is reported by the schema check
      const isPlanned = (valueAt(document.data, joinPointer(date, planned)) ?? false) !== false;
      if (on === undefined || isPlanned || written <= on.slice(0, written.length)) continue;
      const hint = fieldAt(document.kind.root, date)?.hint;
      yield {
        document,
        pointer,
        message: `${shown}晚于${labelOf(document, filed)}${formatChineseDate(on)},没有写明“${planned}”`,
        hint: hint ?? `检查年份和月份;还没有的写上${planned}`,
        related: [{ document, pointer: filed, message: titleOf(document, filed) }],
      };
    }
  },
});
