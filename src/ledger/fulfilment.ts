import type { FormDocument } from "../model/document.js";
import { isFilled, namesAt, numberAt, textAt } from "../model/document-values.js";
import type { Pointer } from "../model/json-schema.js";
import type { Filing, Fulfilment, Outcome, TaskLedger, YearLedger } from "../model/ledger.js";
import { numberedEntries } from "../model/list-entries.js";
import { compareWithTarget, missedTarget, type Target, targetAt } from "../model/target.js";
import type { FilingRole, TaskState, Tracking } from "../model/tracking.js";
import { formatChineseDate, formatWithUnit } from "../text/format-values.js";
import { joinPointer } from "../text/json-pointer.js";
import { isFiled } from "./filings.js";
import { originOf, type YearFilings } from "./year-filings.js";

/**
 * Lists the tasks of the plan with the answers of both summaries. The result of a task comes from the year's summary,
 * and only after that was filed, because a draft may still change. A task that was not due yet then is settled by the
 * next plan, if that says what became of it.
 * @param filings the filings of the same year, with their states
 * @param nextPlan the plan of the next year, if it was filed
 * @returns the tasks in the order of the plan; none when there is no plan
 */
export function tasksOf(
  yearFilings: YearFilings,
  tracking: Tracking,
  filings: Filing[],
  nextPlan: FormDocument | undefined,
): TaskLedger[] {
  const { plan, interim, final, year } = yearFilings;
  if (!plan) return [];
  const { list, settled } = tracking.outcomes;
  const outcomes = {
    interim: outcomesOf(interim, list, tracking),
    final: outcomesOf(final, list, tracking),
    settled: outcomesOf(nextPlan, settled, tracking),
  };
  const summary = filings.find((filing) => filing.role === "final" && isFiled(filing));
  return [...byNumber(plan, tracking.tasks.list, tracking.tasks.entry.id)].map(([id, pointer]): TaskLedger => {
    const { content, points, until, target: targetKey } = tracking.tasks.entry;
    const due = textAt(plan, joinPointer(pointer, until));
    const target = targetAt(plan, joinPointer(pointer, targetKey), tracking.tasks);
    const answers = {
      interim: outcomes.interim.get(id),
      final: outcomes.final.get(id),
      settled: outcomes.settled.get(id),
    };
    const open = answers.final?.state === "open" && lastDay(due, year) >= (summary?.filed ?? "");
    return {
      id,
      content: textAt(plan, joinPointer(pointer, content)) ?? "",
      points: namesAt(plan, joinPointer(pointer, points)).map(({ name }) => name),
      ...(due !== undefined && { until: due }),
      ...(target && { target }),
      origin: originOf(plan, pointer),
      ...(answers.interim && { interim: answers.interim }),
      ...(answers.final && { final: answers.final }),
      ...(open && answers.settled && { settled: answers.settled }),
      ...(summary &&
        (open ? openResult(answers, lastDay(due, year), target, tracking) : resultOf(answers.final, target, tracking))),
    };
  });
}

/**
 * Returns the last day of a task, YYYY-MM-DD. A month means its end. Without a date that can be read, a task of a yearly
 * plan has time until the end of the year.
 */
function lastDay(until: string | undefined, year: number): string {
  if (until === undefined || !/^\d{4}-\d{2}(?:-\d{2})?$/u.test(until)) return `${year}-12-31`;
  // no month is longer, and days are compared as texts
  return until.length === "YYYY-MM".length ? `${until}-31` : until;
}

/**
 * Decides whether the plan of a year was fulfilled. It uses only documents that were filed.
 * - “no”: at least one task is not done, or misses its target.
 * - “unknown”: the files do not say it. Missing information is never counted as a failure.
 * - “pending”: a task was not due when the summary was filed, and nobody has said since what became of it.
 * - “yes”: the year's summary reports every task as done, and each task with a target has reached it.
 * - “changed”: the same, but at least half of the tasks were adjusted.
 *
 * Tasks that were adjusted during the year are left out; when all were adjusted, the answer is “unknown”.
 * @returns the answer, and its reasons as Chinese sentences
 */
export function fulfilmentOf(filings: Filing[], tasks: TaskLedger[]): Pick<YearLedger, "fulfilled" | "reasons"> {
  const notFiled = (["plan", "final"] as const).flatMap((role) => whyNotFiled(filings, role));
  if (notFiled.length > 0) return { fulfilled: "unknown", reasons: notFiled };
  const reasons = tasks.flatMap(({ id, remark }) => (remark === undefined ? [] : [`任务 ${id} ${remark}`]));
  return { fulfilled: judge(tasks), reasons: [...planFiledWhen(filings), ...(reasonOfNone(tasks) ?? reasons)] };
}

function judge(tasks: TaskLedger[]): Fulfilment {
  const has = (result: TaskLedger["result"]) => tasks.some((task) => task.result === result);
  if (has("unmet")) return "no";
  if (has(undefined)) return "unknown";
  if (has("pending")) return "pending";
  if (!has("met")) return "unknown";
  return isMostlyChanged(tasks) ? "changed" : "yes";
}

/** Whether at least half of the tasks of a year were adjusted. */
export function isMostlyChanged(tasks: TaskLedger[]): boolean {
  const changed = tasks.filter(({ result }) => result === "changed").length;
  return changed > 0 && changed * 2 >= tasks.length;
}

/** Says why a plan in which no task counts cannot be judged; undefined when a task counts. */
function reasonOfNone(tasks: TaskLedger[]): string[] | undefined {
  const [task] = tasks;
  if (!task) return ["计划里没有列出任务"];
  if (tasks.some(({ result }) => result !== "changed")) return undefined;
  return [`计划里的任务全部${(task.settled ?? task.final)?.label}`];
}

/** Says when the plan was filed, if that was after its due day or not before the summary that it is compared with. */
function planFiledWhen(filings: Filing[]): string[] {
  const [plan, final] = (["plan", "final"] as const).map((role) => filings.find((each) => each.role === role));
  if (plan?.filed === undefined || final?.filed === undefined) return [];
  const on = `${plan.kind}${formatChineseDate(plan.filed)}才报送`;
  if (plan.filed > final.filed) return [`${on},在${final.kind}(${formatChineseDate(final.filed)})之后`];
  if (plan.filed === final.filed) return [`${on},与${final.kind}同一天`];
  return plan.state === "late" ? [`${on},晚于规定的${formatChineseDate(plan.due)}`] : [];
}

/** Says in a sentence that the document of a role was not filed; returns no sentence when it was. */
function whyNotFiled(filings: Filing[], role: FilingRole): string[] {
  const filing = filings.find((each) => each.role === role) as Filing;
  const sentences: Record<Filing["state"], string[]> = {
    filed: [],
    late: [],
    draft: [`${filing.kind}还没有报送`],
    missing: [`没有${filing.kind}`],
    due: [`还没有${filing.kind}`],
    excused: [`没有${filing.kind}(到期时通知还没有印发,不追究)`],
    released: [`没有${filing.kind}(到期以前已不再要报)`],
  };
  return sentences[filing.state];
}

/**
 * Reads the answers about tasks by the number of the task. Answers with a state that the form does not know are left
 * out.
 * @param list where the document has them
 */
function outcomesOf(document: FormDocument | undefined, list: Pointer, { outcomes }: Tracking): Map<number, Outcome> {
  const found = new Map<number, Outcome>();
  if (!document) return found;
  const { entry, states } = outcomes;
  for (const [id, pointer] of byNumber(document, list, entry.id)) {
    const label = textAt(document, joinPointer(pointer, entry.state)) ?? "";
    const state: TaskState | undefined = Object.hasOwn(states, label) ? states[label] : undefined;
    if (!state) continue;
    const actual = numberAt(document, joinPointer(pointer, entry.actual));
    const unit = textAt(document, joinPointer(pointer, entry.unit));
    const origin = originOf(document, joinPointer(pointer, entry.state));
    const unreadable = actual === undefined && isFilled(document, joinPointer(pointer, entry.actual));
    found.set(id, {
      state,
      label,
      ...(actual !== undefined && { actual }),
      ...(unit !== undefined && { unit }),
      ...(unreadable && { unreadable }),
      origin,
    });
  }
  return found;
}

/** Indexes the entries of a list by their number. When two entries have the same number, the first one is used. */
function byNumber(document: FormDocument, list: Pointer, key: string): Map<number, Pointer> {
  const found = new Map<number, Pointer>();
  for (const { number, pointer } of numberedEntries(document, list, key))
    if (!found.has(number)) found.set(number, pointer);
  return found;
}

/** Judges a task that was open in the summary and not yet due. The next plan may have settled it. */
function openResult(
  { final, settled }: { final: Outcome | undefined; settled: Outcome | undefined },
  due: string,
  target: Target | undefined,
  tracking: Tracking,
): Pick<TaskLedger, "result" | "doubt" | "remark"> {
  const label = `${tracking.filings.final.label}总结里还是${final?.label}`;
  if (!settled) return { result: "pending", remark: `${label},报送时没有到期(${formatChineseDate(due)}),待核` };
  const { remark, ...result } = resultOf(settled, target, tracking);
  const later = remark ?? settled.label;
  return { ...result, remark: `${label},下一年的${tracking.filings.plan.kind}里写的是:${later}` };
}

/**
 * Judges a task by the answer in the year's summary.
 * @returns no result when the answer or the figure for the target is missing
 */
function resultOf(
  final: Outcome | undefined,
  target: Target | undefined,
  { filings, outcomes, tasks }: Tracking,
): Pick<TaskLedger, "result" | "doubt" | "remark"> {
  if (!final) return { doubt: "unanswered", remark: "总结里没有答复" };
  const { state, label, actual, unit, unreadable } = final;
  const { entry } = outcomes;
  if (state === "changed") return { result: "changed", remark: `${label},不计入` };
  if (state !== "done")
    return { result: "unmet", remark: state === "open" ? `${filings.final.label}总结里还是${label}` : label };
  if (!target) return { result: "met" };
  if (unreadable)
    return { doubt: "no-figure", remark: `报了完成,${entry.actual}写的不是一个能比较的数,不知道达到目标没有` };
  if (actual === undefined) return { doubt: "no-figure", remark: `报了完成,没有填${entry.actual},不知道达到目标没有` };
  const is = `${entry.actual} ${formatWithUnit(actual, unit ?? target.unit)}`;
  const aim = formatWithUnit(target.value, target.unit);
  switch (compareWithTarget(actual, unit, target, tasks)) {
    case "met":
      return { result: "met" };
    case "unmet":
      return { result: "unmet", remark: `报了${label},${is},${missedTarget(target)}` };
    case "unit":
      return { doubt: "unit", remark: `报了${label},${is},目标 ${aim}:单位看来不一致,不能比较` };
    case "unclear":
      return {
        doubt: "direction",
        remark: `报了${label},${is},目标 ${aim}:看不出是越高越好还是越低越好(${tasks.target.direction})`,
      };
  }
}
