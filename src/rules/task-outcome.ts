import { numbered } from "../model/entries.js";
import { defineRule } from "../model/rule.js";
import { isFilled, numberAt, textAt } from "../model/values.js";
import { figure, withUnit } from "../text/figures.js";
import { join } from "../text/pointer.js";
import { elsewhere } from "./support/elsewhere.js";
import { filingFinder, filingsOf } from "./support/filings.js";

export default defineRule({
  id: "task-outcome",
  severity: "warning",
  title: "写了完成的任务达到目标值",
  about:
    "计划里有量化指标的任务:总结要写实际值;状态写的是已完成,而实际值低于目标值时提示。要把同一联合体、同一年度的计划一起检查才查得出来。",
  with: {
    year: "field",
    answers: "field",
    tasks: "elsewhere",
    id: "text",
    state: "text",
    done: "text",
    actual: "text",
    target: "text",
    value: "text",
    unit: "text",
  },
  compares: true,
  *check({ documents, all, with: { year, answers, tasks, id, state, done, actual, ...planned } }) {
    const plans = elsewhere(all, tasks);
    const planFor = filingFinder(plans.documents, year);
    for (const { document, ...filing } of filingsOf(documents, year)) {
      const plan = planFor(filing.consortium, filing.year);
      if (!plan) continue;
      const targets = new Map(
        numbered(plan, plans.pointer, id).map((task) => [task.number, join(task.pointer, planned.target)]),
      );
      for (const answer of numbered(document, answers, id)) {
        const target = targets.get(answer.number);
        const wanted = target === undefined ? undefined : numberAt(plan, join(target, planned.value));
        if (target === undefined || wanted === undefined) continue;
        const related = [{ document: plan, pointer: target, message: "计划里的目标值" }];
        const shown = withUnit(wanted, textAt(plan, join(target, planned.unit)));
        const pointer = join(answer.pointer, actual);
        const reached = numberAt(document, pointer);
        if (!isFilled(document, pointer)) {
          yield {
            document,
            pointer: join(answer.pointer, id),
            message: `任务 ${answer.number} 没有写「${actual}」,计划的目标是 ${shown}`,
            hint: `在这一项里加一行“${actual}: ”,写做到了多少,只写数字`,
            related,
            unfilled: true,
          };
        } else if (
          reached !== undefined &&
          reached < wanted &&
          textAt(document, join(answer.pointer, state)) === done
        ) {
          yield {
            document,
            pointer,
            message: `任务 ${answer.number} 写的是${done},「${actual}」是 ${figure(reached)},低于计划的目标 ${shown}`,
            hint: `核对「${actual}」;确实没有达到的,改「${state}」`,
            related,
          };
        }
      }
    }
  },
});
