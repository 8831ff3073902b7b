import { isInFuture, isLate } from "../model/dates.js";
import { dateAt, labelOf } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { formatChineseDate } from "../text/format-values.js";

export default defineRule({
  id: "filing-date",
  severity: "warning",
  title: "日期不晚于截止日期,也不在将来",
  about: "填写的日期晚于通知规定的日期,或者晚于今天(可用 --today 指定),或者早了一年以上时提示。",
  with: { date: "field", deadline: "text" },
  *check({ documents, form, with: { date, deadline }, today }) {
    for (const document of documents) {
      const written = dateAt(document, date);
      if (!written) continue;
      if (isLate(written, deadline)) {
        yield {
          document,
          pointer: date,
          message: `${labelOf(document, date)}${formatChineseDate(written)}晚于报送截止日期${formatChineseDate(deadline)}`,
          hint: `检查年份和月份;确已逾期的,请与${form.authority}联系`,
        };
      } else if (Number(written.slice(0, 4)) < Number(deadline.slice(0, 4)) - 1) {
        yield {
          document,
          pointer: date,
          message: `${labelOf(document, date)}${formatChineseDate(written)}比报送截止日期${formatChineseDate(deadline)}早得太多`,
          hint: "检查年份",
        };
      } else if (isInFuture(written, today)) {
        yield {
          document,
          pointer: date,
          message: `${labelOf(document, date)}${formatChineseDate(written)}晚于今天(${formatChineseDate(today)})`,
          hint: "检查年份和月份",
        };
      }
    }
  },
});
