import type { FormDocument } from "./document.js";
import type { Pointer } from "./json-schema.js";
import type { LineOrCell } from "./place.js";
import type { LedgerPresentation } from "./presentation.js";
import type { FilingRole, TaskState } from "./tracking.js";

/**
 * What is known about every consortium, year by year, on a given day. This is plain data. The JSON of `ptc track` is the
 * ledger without `presentation`; `schemas/ledger.schema.json` describes it.
 */
export interface Ledger {
  presentation: LedgerPresentation;
  /** The day for which the ledger is made, YYYY-MM-DD. */
  today: string;
  /** Consortia that a document names: first the published ones, in the order of the list, then the others. */
  consortia: ConsortiumLedger[];
  /** Published consortia that no document names. */
  absent: { no: number; name: string; city: string }[];
  /** Files that were given but do not appear in the ledger, and why. */
  leftOut: ({ file: string; message: string } & Partial<LineOrCell>)[];
}

/** One consortium: what it pledged, filed and achieved. */
export interface ConsortiumLedger {
  name: string;
  /** Id of the form it applied with. */
  form: string;
  city?: string;
  /** Its number on the published list; undefined when it is not on the list. */
  published?: number;
  documents: TrackedDocument[];
  /** Years in order, from the year of approval. Empty when the consortium has only applied, because it owes nothing yet. */
  years: YearLedger[];
  /** Alerts; the most serious come first. */
  alerts: Alert[];
}

/** A document that the ledger uses. */
export interface TrackedDocument {
  file: string;
  kind: string;
  year?: number;
  /** Number of errors that `ptc validate` finds in it. */
  errors: number;
}

/** The words that reports show for whether a plan was fulfilled. */
export const FULFILMENT_LABELS: Record<YearLedger["fulfilled"], string> = {
  yes: "完成",
  no: "没有完成",
  unknown: "不明",
};

/** One year of a consortium. */
export interface YearLedger {
  year: number;
  /** The plan, the half-year summary and the year-end summary, in this order. */
  filings: Filing[];
  tasks: TaskLedger[];
  /** Whether the plan of the year was fulfilled; "unknown" when the files do not say enough. */
  fulfilled: "yes" | "no" | "unknown";
  /** The reasons for this result and further remarks, as sentences. */
  reasons: string[];
  amounts: AmountLedger[];
  /** The summary that the figures come from, the day up to which it counts, and whether its figures are provisional. */
  counted?: { role: FilingRole; asOf?: string; provisional: boolean };
  figures: FigureLedger[];
  /** Titles of the examples (典型案例) in the summaries. */
  examples: string[];
}

/** The place that a value was read from. */
export type Origin = { file: string; pointer: Pointer } & LineOrCell;

/** A document that must be filed by a date. */
export interface Filing {
  role: FilingRole;
  kind: string;
  /** The last day that is in time, YYYY-MM-DD. */
  due: string;
  /**
   * `filed`: filed in time. `late`: filed after the due day. `draft`: filled in, but not filed. `missing`: the due day has
   * passed and there is no document. `due`: the due day is still to come. `excused`: not owed, because the due day had
   * passed when the notice was issued.
   */
  state: "filed" | "late" | "draft" | "missing" | "due" | "excused";
  file?: string;
  /** The day it was filed, YYYY-MM-DD. */
  filed?: string;
  word: Attachment;
  pdf: Attachment;
  /** The day on which the city approved it (YYYY-MM-DD), and the office that did. */
  approved?: { on: string; by?: string };
}

/** A file sent with a filing. `given`: named and found. `absent`: named, but not found. `unnamed`: not named. */
export type Attachment = "given" | "absent" | "unnamed";

/** One task of a plan, and what the summaries say about it. */
export interface TaskLedger {
  id: number;
  content: string;
  points: string[];
  /** When the task is to be done, YYYY-MM or YYYY-MM-DD. */
  until?: string;
  target?: { name: string; value: number; unit: string };
  origin: Origin;
  /** What the half-year summary (`interim`) and the year-end summary (`final`) say. */
  interim?: Outcome;
  final?: Outcome;
  /** The result according to the year-end summary; undefined when it is not filed or does not say. */
  result?: "met" | "unmet" | "changed";
  /** A remark on the result, for people. */
  remark?: string;
}

/** What a summary says about a task. */
export interface Outcome {
  state: TaskState;
  /** The form's own word for the state. */
  label: string;
  actual?: number;
  origin: Origin;
}

/** An amount of one year: pledged in the application, planned in the plan, and spent according to the summary. */
export interface AmountLedger {
  title: string;
  unit: string;
  pledged?: Sourced;
  planned?: Sourced;
  actual?: Sourced;
}

/** A number with the place it was read from. */
export type Sourced = Origin & { value: number };

/** A figure of one year, with the figure of the year before. */
export interface FigureLedger {
  /** Name that identifies the figure without context, and the section it belongs to. */
  name: string;
  section: string;
  unit?: string;
  previous?: number;
  value?: number;
  origin: Origin;
}

/** Ids of the alerts. An id is never reused for another alert, because old reports keep it. */
export const ALERT_IDS = [
  "removal",
  "unfulfilled",
  "not-filed",
  "at-risk",
  "late",
  "not-approved",
  "incomplete-filing",
  "filed-twice",
  "below-pledge",
  "falling",
  "not-published",
] as const;

/** Something in the ledger that the authority should know. */
export interface Alert {
  id: (typeof ALERT_IDS)[number];
  severity: AlertSeverity;
  year?: number | undefined;
  message: string;
  evidence: (Origin & { message: string })[];
  /** The clause of the notice that the alert is based on, ready to show. */
  clause?: string | undefined;
}

/** How serious an alert is; the most serious first. */
export type AlertSeverity = "serious" | "attention" | "note";

/** The word that reports show for each severity. The most serious comes first. */
export const ALERT_SEVERITY_LABELS: Record<AlertSeverity, string> = {
  serious: "严重",
  attention: "注意",
  note: "说明",
};

/** Whether a file named in a document exists. @param name path relative to the document */
export type AttachmentExists = (document: FormDocument, name: string) => boolean;
