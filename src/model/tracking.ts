import type { Clause } from "./clause.js";
import { type Field, fieldAt } from "./field.js";
import type { Pointer } from "./json-schema.js";

/** What approved consortia must file each year, and the fields that hold the answers: `tracking.yaml` of a form. */
export interface Tracking {
  /** The day on which the notice was issued, YYYY-MM-DD. Nothing that was due before this day has to be filed. */
  issued: string;
  clause: Clause;
  /** The kind of document that consortia applied with. */
  application: string;
  /** The field of the application that says when it was filled in. The latest application counts. */
  applied: Pointer;
  /** The field that holds the year of a filed document. */
  year: Pointer;
  /** The three documents of a year, in this order. */
  filings: Record<FilingRole, TrackedFiling>;
  /** Fields of a filed document: who approved it and when, when it was filed, and the names of the Word and PDF files. */
  filing: Record<"approvedBy" | "approved" | "filed" | "word" | "pdf", Pointer>;
  /**
   * Fields of a document that was filed again: `replaces` is the filing date of the document that it replaces, `reason`
   * says why, `on` when it was changed. Documents are named by their date, because names of files change.
   */
  amendment: Record<"replaces" | "reason" | "on", Pointer>;
  /**
   * The tasks of a plan. `entry` and `target` give the keys of an entry by meaning. `directions` translates the words of
   * the form. `lowerIsBetter` lists words in names of figures that are better when they are lower.
   */
  tasks: {
    list: Pointer;
    entry: Record<"id" | "content" | "points" | "until" | "target", string>;
    target: Record<"name" | "value" | "unit" | "direction", string>;
    directions: Record<string, Direction>;
    lowerIsBetter: string[];
  };
  /**
   * What a summary says about the tasks. `states` translates the words of the form. `settled` is the list of the next
   * plan with the same keys: what became of the tasks that were still open in the summary.
   */
  outcomes: {
    list: Pointer;
    settled: Pointer;
    entry: Record<"id" | "state" | "actual" | "unit", string>;
    states: Record<string, TaskState>;
  };
  /**
   * The records of what happened to consortia: the kind of document, its list, the keys of an entry by meaning, and what
   * the words of the form mean. `clauses` are about changes that may cost a consortium its place.
   */
  changes: {
    kind: string;
    list: Pointer;
    entry: Record<"kind" | "on" | "paper" | "name" | "into" | "note", string>;
    kinds: Record<string, ChangeKind>;
    clauses: Clause[];
  };
  /** Amounts that are pledged by year in the application, planned in the plan, and spent according to the summary. */
  pledges: { title: string; unit: string; pledged: Pointer; planned: Pointer; actual: Pointer }[];
  /**
   * The figures of a summary. They have the same pointers as in the application. `previous` and `current` are the keys of
   * the year before and of the summary's own year.
   */
  figures: { fields: Pointer; previous: string; current: string; asOf: Pointer; provisional: Pointer };
  /** The examples (典型案例) in a summary. `title` is the key of their title. */
  examples: { list: Pointer; title: string };
  /** The clause because of which years that cannot be judged give an alert. */
  monitoring: { clause: Clause };
  /** A consortium is removed from the list after this many years in a row in which it did not fulfil its plan. */
  removal: { years: number; clause: Clause };
}

/** One of the documents that must be filed each year. */
interface TrackedFiling {
  kind: string;
  /** The word before 计划 or 总结 that distinguishes it from the others of the year, e.g. 半年. */
  label: string;
  /** Last day for filing, MM-DD, in the year that the document is about. */
  due: string;
}

/** The plan of a year (`plan`), its half-year summary (`interim`) and its year-end summary (`final`). */
export type FilingRole = "plan" | "interim" | "final";

/** The roles in the order in which they are due. */
export const ROLES: FilingRole[] = ["plan", "interim", "final"];

/** Gives the role of a kind of document. @returns undefined when it is not filed each year, e.g. for the application */
export function roleOf(kind: string, { filings }: Tracking): FilingRole | undefined {
  return ROLES.find((role) => filings[role].kind === kind);
}

/**
 * What happened to a consortium. After `merged`, `dissolved`, `revoked` and `removed` it owes nothing. `leads`: its lead
 * members changed. `major` and `violation`: what else the notice says may cost its place.
 */
export type ChangeKind = "renamed" | "merged" | "dissolved" | "revoked" | "removed" | "leads" | "major" | "violation";

/** How a figure reaches its target: it is not lower, not higher, or equal. */
export type Direction = "at-least" | "at-most" | "exactly";

/** State of a task: done, still open, failed, or changed by the consortium. */
export type TaskState = "done" | "open" | "failed" | "changed";

/**
 * Finds a pointer in the tracking that names no field. Such a pointer is a mistake in the form, because nothing would ever
 * be found there.
 * @param rootOf gives the root field of a kind of document
 * @returns the first such pointer, as `年度工作计划#/任务`; undefined when all are correct
 */
export function findInvalidPointer(
  tracking: Tracking,
  rootOf: (kind: string) => Field | undefined,
): string | undefined {
  const { application, applied, filings, filing, amendment, year, tasks, outcomes, pledges, figures, examples } =
    tracking;
  const { changes } = tracking;
  const below = (entry: Pointer, keys: Record<string, string>) => Object.values(keys).map((key) => `${entry}/${key}`);
  const task = `${tasks.list}/0`;
  const common = [year, ...Object.values(filing), ...Object.values(amendment)];
  const inSummaries = [
    ...common,
    ...below(`${outcomes.list}/0`, outcomes.entry),
    ...[figures.fields, figures.asOf, figures.provisional, `${examples.list}/0/${examples.title}`],
    ...pledges.map(({ actual }) => actual),
  ];
  const wanted: [kind: string, pointers: Pointer[]][] = [
    [application, [applied, figures.fields, ...pledges.map(({ pledged }) => pledged)]],
    [
      filings.plan.kind,
      [
        ...common,
        ...below(task, tasks.entry),
        ...below(`${task}/${tasks.entry.target}`, tasks.target),
        ...below(`${outcomes.settled}/0`, outcomes.entry),
        ...pledges.map(({ planned }) => planned),
      ],
    ],
    [changes.kind, [changes.list, ...below(`${changes.list}/0`, changes.entry)]],
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
