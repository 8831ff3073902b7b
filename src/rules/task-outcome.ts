import { isFilled, numberAt, textAt } from "../model/document-values.js";
import { numberedEntries } from "../model/list-entries.js";
import { defineRule } from "../model/rule.js";
import { compareWithTarget, missedTarget, targetAt } from "../model/target.js";
import { formatWithUnit } from "../text/format-values.js";
import { joinPointer } from "../text/json-pointer.js";
import { datedDocuments, findByYear } from "./support/dated-documents.js";
import { resolveElsewhere } from "./support/other-kinds.js";

export default defineRule({
  id: "task-outcome",
  severity: "warning",
  title: "写了完成的任务达到目标",
  about:
    "计划里有目标的任务:总结要写实际做到的数;写的是完成,而这个数没有达到目标时提示。目标可以是不能低、不能高或正好这么多;单位与计划不同、或相差约一万倍的,提示改单位,不算没有达到。要把同一申报单位、同一年度的计划一起检查才查得出来。",
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
  uses: ["tracking"],
  *check({ documents, all, today, form, with: { year, answers, tasks, id, state, done, actual, ...planned } }) {
    const { tracking } = form;
    if (!tracking) return;
    const plans = resolveElsewhere(all, tasks);
    const planFor = findByYear(plans.documents, year, today);
    for (const { document, ...filing } of datedDocuments(documents, year)) {
      const plan = planFor(filing.consortium, filing.year);
      if (!plan) continue;
      const targets = new Map(
        numberedEntries(plan, plans.pointer, id).map((task) => [
          task.number,
          joinPointer(task.pointer, planned.target),
        ]),
      );
      for (const answer of numberedEntries(document, answers, id)) {
        const target = targets.get(answer.number);
        const wanted = target === undefined ? undefined : targetAt(plan, target, tracking.tasks);
        if (target === undefined || wanted === undefined) continue;
        const related = [{ document: plan, pointer: target, message: `计划里的${planned.value}` }];
        const shown = formatWithUnit(wanted.value, wanted.unit);
        const unit = textAt(document, joinPointer(answer.pointer, tracking.outcomes.entry.unit));
        const pointer = joinPointer(answer.pointer, actual);
        const reached = numberAt(document, pointer);
        if (!isFilled(document, pointer)) {
          yield {
            document,
            pointer: joinPointer(answer.pointer, id),
            message: `任务 ${answer.number} 没有写「${actual}」,计划的目标是 ${shown}`,
            hint: `在这一项里加一行“${actual}: ”,写做到了多少,只写数字`,
            related,
            unfilled: true,
          };
        } else if (reached !== undefined && textAt(document, joinPointer(answer.pointer, state)) === done) {
          const is = `任务 ${answer.number} 写的是${done},「${actual}」是 ${formatWithUnit(reached, unit)}`;
          const compared = compareWithTarget(reached, unit, wanted, tracking.tasks);
          if (compared === "unmet")
            yield {
              document,
              pointer,
              message: `${is},${missedTarget(wanted)}`,
              hint: `核对「${actual}」;确实没有达到的,改「${state}」`,
              related,
            };
          else if (compared === "unit")
            yield {
              document,
              pointer,
              message: `${is},计划的目标是 ${shown}:单位看来不一致,不能比较`,
              hint: `「${actual}」按计划的单位写;用别的单位的,加一行「${tracking.outcomes.entry.unit}」`,
              related,
            };
          else if (compared === "unclear")
            yield {
              document,
              pointer,
              message: `${is},计划的目标是 ${shown}:看不出是越高越好还是越低越好`,
              hint: `在计划的「${planned.target}」里写「${tracking.tasks.target.direction}」:${Object.keys(tracking.tasks.directions).join("、")}`,
              related,
            };
        }
      }
    }
  },
});
