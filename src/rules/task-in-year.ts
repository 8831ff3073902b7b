import { entriesAt } from "../model/entries.js";
import { defineRule } from "../model/rule.js";
import { numberAt, textAt } from "../model/values.js";
import { chineseDate } from "../text/figures.js";
import { join } from "../text/pointer.js";

export default defineRule({
  id: "task-in-year",
  severity: "warning",
  title: "任务在计划的年度里完成",
  about: "年度计划里任务的完成时间不在这一年度时提示。跨年度的任务,写这一年度要做到哪一步、什么时候做到。",
  with: { year: "field", list: "field", until: "text" },
  *check({ documents, with: { year, list, until } }) {
    for (const document of documents) {
      const planned = numberAt(document, year);
      for (const entry of entriesAt(document, list)) {
        const pointer = join(entry, until);
        const written = textAt(document, pointer) ?? "";
        if (planned === undefined || !/^\d{4}-/u.test(written) || Number(written.slice(0, 4)) === planned) continue;
        yield {
          document,
          pointer,
          message: `「${until}」${chineseDate(written)}不在 ${planned} 年度`,
          hint: "检查年份;跨年度的任务,写这一年度做到哪一步",
          related: [{ document, pointer: year, message: "计划的年度" }],
        };
      }
    }
  },
});
