import { isLate, isOwed } from "../model/dates.js";
import { dateAt, labelOf, numberAt } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { roleOf } from "../model/tracking.js";
import { formatChineseDate } from "../text/format-values.js";

export default defineRule({
  id: "filed-in-time",
  severity: "warning",
  title: "按时报送",
  about: "报送的日期晚于通知规定的日期时提示。通知印发以前就到期的不算。没有报送的由 ptc track 列出。",
  with: {},
  uses: ["tracking"],
  *check({ documents, form: { authority, tracking } }) {
    for (const document of documents) {
      const role = tracking && roleOf(document.kindName, tracking);
      if (!role) continue;
      const { filed } = tracking.filing;
      const written = dateAt(document, filed);
      const year = numberAt(document, tracking.year);
      const deadline = `${year}-${tracking.filings[role].due}`;
      if (!written || year === undefined) continue;
      if (!isOwed(deadline, tracking.issued) || !isLate(written, deadline)) continue;
      yield {
        document,
        pointer: filed,
        message: `${labelOf(document, filed)}${formatChineseDate(written)}晚于规定的${formatChineseDate(deadline)}`,
        hint: `检查年份和月份;确已逾期的,向${authority}说明`,
      };
    }
  },
});
