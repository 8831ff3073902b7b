import type { Clause } from "./clause.js";
import { type Field, fieldAt } from "./field.js";
import type { Pointer } from "./json-schema.js";

/** What a notice asks of those it has approved, and in which fields they answer: `tracking.yaml` of a form. */
export interface Tracking {
  /** Day it was issued, YYYY-MM-DD: what had been due before is held against nobody. */
  issued: string;
  clause: Clause;
  /** Kind of the documents they applied with. */
  application: string;
  /** Year that a filed document is about. */
  year: Pointer;
  /** What is filed each year, in this order. */
  filings: Record<FilingRole, TrackedFiling>;
  /** Where a filed document says who approved it and what was sent. */
  filing: Record<"approvedBy" | "approved" | "filed" | "word" | "pdf", Pointer>;
  /** The plan's tasks; the keys of an entry by what they hold. */
  tasks: {
    list: Pointer;
    entry: Record<"id" | "content" | "points" | "until" | "target", string>;
    target: Record<"name" | "value" | "unit", string>;
  };
  /** A summary's answers to them. */
  outcomes: {
    list: Pointer;
    entry: Record<"id" | "state" | "actual", string>;
    states: Record<string, TaskState>;
  };
  /** Amounts pledged by year in the application, planned for the year, and spent. */
  pledges: { title: string; unit: string; pledged: Pointer; planned: Pointer; actual: Pointer }[];
  /** A summary's figures, in the same places as the application's, for the year before and its own. */
  figures: { fields: Pointer; previous: string; current: string; asOf: Pointer; provisional: Pointer };
  examples: { list: Pointer; title: string };
  /** After how many years in a row without fulfilling the plan a consortium is taken off the list. */
  removal: { years: number; clause: Clause };
}

/** One of the documents that are filed each year. */
interface TrackedFiling {
  kind: string;
  /** What tells it from the others of a year, before 计划 or 总结, e.g. 半年. */
  label: string;
  /** MM-DD of the year it is about. */
  due: string;
}

/** The plan for a year, the summary within it, and the one at its end. */
export type FilingRole = "plan" | "interim" | "final";

/** In the order they are due. */
export const ROLES: FilingRole[] = ["plan", "interim", "final"];

/** What role documents of a kind play in a year; undefined for the application, and for what nobody is asked to file. */
export function roleOf(kind: string, { filings }: Tracking): FilingRole | undefined {
  return ROLES.find((role) => filings[role].kind === kind);
}

/** What became of a task, or has become of it so far. */
export type TaskState = "done" | "open" | "failed" | "changed";

/**
 * The first pointer that names no field of the kind it is looked for in: there, nothing would ever be found.
 * @param rootOf the fields of a kind of document
 */
export function findInvalidPointer(
  tracking: Tracking,
  rootOf: (kind: string) => Field | undefined,
): string | undefined {
  const { application, filings, filing, year, tasks, outcomes, pledges, figures, examples } = tracking;
  const below = (entry: Pointer, keys: Record<string, string>) => Object.values(keys).map((key) => `${entry}/${key}`);
  const task = `${tasks.list}/0`;
  const common = [year, ...Object.values(filing)];
  const inSummaries = [
    ...common,
    ...below(`${outcomes.list}/0`, outcomes.entry),
    ...[figures.fields, figures.asOf, figures.provisional, `${examples.list}/0/${examples.title}`],
    ...pledges.map(({ actual }) => actual),
  ];
  const wanted: [kind: string, pointers: Pointer[]][] = [
    [application, [figures.fields, ...pledges.map(({ pledged }) => pledged)]],
    [
      filings.plan.kind,
      [
        ...common,
        ...below(task, tasks.entry),
        ...below(`${task}/${tasks.entry.target}`, tasks.target),
        ...pledges.map(({ planned }) => planned),
      ],
    ],
    [filings.interim.kind, inSummaries],
    [filings.final.kind, inSummaries],
  ];
  for (const [kind, pointers] of wanted) {
    const root = rootOf(kind);
    const stray = pointers.find((pointer) => !root || !fieldAt(root, pointer));
    if (stray) return `${kind}#${stray}`;
  }
  return undefined;
}
