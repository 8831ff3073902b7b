import type { FormDocument } from "../model/document.js";
import { namesAt, numberAt, textAt } from "../model/document-values.js";
import type { Pointer } from "../model/json-schema.js";
import type { Filing, Outcome, TaskLedger, YearLedger } from "../model/ledger.js";
import { numberedEntries } from "../model/list-entries.js";
import type { FilingRole, TaskState, Tracking } from "../model/tracking.js";
import { formatWithUnit } from "../text/format-values.js";
import { joinPointer } from "../text/json-pointer.js";
import { isFiled } from "./filings.js";
import { originOf, type YearFilings } from "./year-filings.js";

/** The plan's tasks with what the summaries say of them, and what the year's summary makes of each once it is filed. */
export function tasksOf(papers: YearFilings, tracking: Tracking, filings: Filing[]): TaskLedger[] {
  const { plan, interim, final } = papers;
  if (!plan) return [];
  const outcomes = { interim: outcomesOf(interim, tracking), final: outcomesOf(final, tracking) };
  const judged = filings.some((filing) => filing.role === "final" && isFiled(filing));
  return [...byNumber(plan, tracking.tasks.list, tracking.tasks.entry.id)].map(([id, pointer]): TaskLedger => {
    const { content, points, until } = tracking.tasks.entry;
    const due = textAt(plan, joinPointer(pointer, until));
    const target = targetOf(plan, pointer, tracking.tasks);
    const answers = { interim: outcomes.interim.get(id), final: outcomes.final.get(id) };
    return {
      id,
      content: textAt(plan, joinPointer(pointer, content)) ?? "",
      points: namesAt(plan, joinPointer(pointer, points)).map(({ name }) => name),
      ...(due !== undefined && { until: due }),
      ...(target && { target }),
      origin: originOf(plan, pointer),
      ...(answers.interim && { interim: answers.interim }),
      ...(answers.final && { final: answers.final }),
      ...(judged && resultOf(answers.final, target, tracking)),
    };
  });
}

/**
 * Whether a year's plan was fulfilled. Only what was filed tells: the year's summary must report every task done, to
 * its target where it has one. Adjusted tasks do not count. What the files do not say is unknown, never a failure.
 */
export function fulfilmentOf(filings: Filing[], tasks: TaskLedger[]): Pick<YearLedger, "fulfilled" | "reasons"> {
  const lacking = (["plan", "final"] as const).flatMap((role) => lackOf(filings, role));
  if (lacking.length > 0) return { fulfilled: "unknown", reasons: lacking };
  const reasons = tasks.flatMap(({ id, remark }) => (remark === undefined ? [] : [`任务 ${id} ${remark}`]));
  if (tasks.some(({ result }) => result === "unmet")) return { fulfilled: "no", reasons };
  if (tasks.some(({ result }) => result === undefined)) return { fulfilled: "unknown", reasons };
  const met = tasks.some(({ result }) => result === "met");
  if (met) return { fulfilled: "yes", reasons };
  const [task] = tasks;
  return { fulfilled: "unknown", reasons: [task ? `计划里的任务全部${task.final?.label}` : "计划里没有列出任务"] };
}

function lackOf(filings: Filing[], role: FilingRole): string[] {
  const filing = filings.find((each) => each.role === role) as Filing;
  const sentences: Record<Filing["state"], string[]> = {
    filed: [],
    late: [],
    draft: [`${filing.kind}还没有报送`],
    missing: [`没有${filing.kind}`],
    due: [`还没有${filing.kind}`],
    excused: [`没有${filing.kind}(到期时通知还没有印发,不追究)`],
  };
  return sentences[filing.state];
}

function targetOf(
  plan: FormDocument,
  task: Pointer,
  { entry, target: keys }: Tracking["tasks"],
): TaskLedger["target"] | undefined {
  const at = joinPointer(task, entry.target);
  const value = numberAt(plan, joinPointer(at, keys.value));
  if (value === undefined) return undefined;
  return {
    name: textAt(plan, joinPointer(at, keys.name)) ?? "",
    value,
    unit: textAt(plan, joinPointer(at, keys.unit)) ?? "",
  };
}

function outcomesOf(summary: FormDocument | undefined, { outcomes }: Tracking): Map<number, Outcome> {
  const found = new Map<number, Outcome>();
  if (!summary) return found;
  const { list, entry, states } = outcomes;
  for (const [id, pointer] of byNumber(summary, list, entry.id)) {
    const label = textAt(summary, joinPointer(pointer, entry.state)) ?? "";
    const state: TaskState | undefined = Object.hasOwn(states, label) ? states[label] : undefined;
    if (!state) continue;
    const actual = numberAt(summary, joinPointer(pointer, entry.actual));
    const origin = originOf(summary, joinPointer(pointer, entry.state));
    found.set(id, { state, label, ...(actual !== undefined && { actual }), origin });
  }
  return found;
}

/** Pointers of a list's entries by their number; of two with the same one the first. */
function byNumber(document: FormDocument, list: Pointer, key: string): Map<number, Pointer> {
  const found = new Map<number, Pointer>();
  for (const { number, pointer } of numberedEntries(document, list, key))
    if (!found.has(number)) found.set(number, pointer);
  return found;
}

function resultOf(
  final: Outcome | undefined,
  target: TaskLedger["target"],
  { filings, outcomes }: Tracking,
): Pick<TaskLedger, "result" | "remark"> {
  if (!final) return { remark: "总结里没有答复" };
  const { state, label, actual } = final;
  if (state === "changed") return { result: "changed", remark: `${label},不计入` };
  if (state !== "done")
    return { result: "unmet", remark: state === "open" ? `${filings.final.label}总结里还是${label}` : label };
  if (!target) return { result: "met" };
  if (actual === undefined) return { remark: `报了完成,没有填${outcomes.entry.actual},不知道达到目标没有` };
  if (actual >= target.value) return { result: "met" };
  const [is, aim] = [actual, target.value].map((value) => formatWithUnit(value, target.unit));
  return { result: "unmet", remark: `报了${label},${outcomes.entry.actual} ${is},低于目标 ${aim}` };
}
