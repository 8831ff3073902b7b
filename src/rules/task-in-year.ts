import { dateOrMonthAt, numberAt } from "../model/document-values.js";
import { entryPointers } from "../model/list-entries.js";
import { defineRule } from "../model/rule.js";
import { formatChineseDate } from "../text/format-values.js";
import { joinPointer } from "../text/json-pointer.js";

export default defineRule({
  id: "task-in-year",
  severity: "warning",
  title: "任务在计划的年度里完成",
  about: "计划里任务的完成日期不在这一年度时提示。跨年度的任务,写这一年度要做到哪一步、什么时候做到。",
  with: { year: "field", list: "field", until: "text" },
  *check({ documents, with: { year, list, until } }) {
    for (const document of documents) {
      const planned = numberAt(document, year);
      for (const entry of entryPointers(document, list)) {
        const pointer = joinPointer(entry, until);
        const written = dateOrMonthAt(document, pointer);
        if (planned === undefined || written === undefined || Number(written.slice(0, 4)) === planned) continue;
        yield {
          document,
          pointer,
          message: `「${until}」${formatChineseDate(written)}不在 ${planned} 年度`,
          hint: "检查年份;跨年度的任务,写这一年度做到哪一步",
          related: [{ document, pointer: year, message: "计划的年度" }],
        };
      }
    }
  },
});
