import type { FormDocument } from "../model/document.js";
import { labelOf, textAt } from "../model/document-values.js";
import { numberedEntries } from "../model/list-entries.js";
import { defineRule } from "../model/rule.js";
import { joinPointer } from "../text/json-pointer.js";
import { truncate } from "../text/truncate.js";
import { datedDocuments, findByYear } from "./support/dated-documents.js";
import { resolveElsewhere } from "./support/other-kinds.js";

export default defineRule({
  id: "tasks-answered",
  severity: "error",
  title: "总结逐项回答计划里的任务",
  about:
    "总结按编号回答同一申报单位、同一年度计划里的每一项任务:不漏,也不写计划里没有的编号。要把计划一起检查才查得出来。同一编号写了两次由 task-ids-unique 指出;--draft 时漏答的不提示。",
  with: { year: "field", answers: "field", tasks: "elsewhere", id: "text", content: "text" },
  compares: true,
  *check({ documents, all, today, with: { year, answers, tasks, id, content } }) {
    const plans = resolveElsewhere(all, tasks);
    const planFor = findByYear(plans.documents, year, today);
    for (const { document, ...filing } of datedDocuments(documents, year)) {
      const plan = planFor(filing.consortium, filing.year);
      const planned = plan ? numberedEntries(plan, plans.pointer, id) : [];
      const answered = numberedEntries(document, answers, id);
      if (!plan || planned.length === 0 || answered.length === 0) continue;
      const missing = planned.filter(({ number }) => !answered.some((answer) => answer.number === number));
      if (missing.length > 0) {
        yield {
          document,
          pointer: answers,
          part: "key",
          message: `${labelOf(document, answers)}没有回答计划里的任务 ${missing.map(({ number }) => number).join("、")}`,
          hint: "按计划的编号逐项写,没有完成的也要写",
          related: missing.map(({ number, pointer }) => ({
            document: plan,
            pointer,
            message: `任务 ${number}${taskName(plan, joinPointer(pointer, content))}`,
          })),
          unfilled: true,
        };
      }
      for (const { number, pointer } of answered) {
        if (planned.some((task) => task.number === number)) continue;
        yield {
          document,
          pointer: joinPointer(pointer, id),
          message: `计划里没有编号是 ${number} 的任务`,
          hint: `计划里的编号是 ${planned.map((task) => task.number).join("、")};改正编号,或者在计划里补上这一项`,
          related: [{ document: plan, pointer: plans.pointer, message: "这里是计划里的任务" }],
        };
      }
    }
  },
});

/**
 * Returns the content of a task for a message, in quotation marks and at most 30 characters; empty when not filled in.
 */
function taskName(plan: FormDocument, pointer: string): string {
  const content = textAt(plan, pointer);
  return content ? `“${truncate(content, 30)}”` : "";
}
