import type { FormDocument } from "./document.js";
import type { Pointer } from "./json-schema.js";
import type { LineOrCell } from "./place.js";
import type { LedgerPresentation } from "./presentation.js";
import type { FilingRole, TaskState } from "./tracking.js";

/** What is known of every consortium, year by year, on a given day. Plain data; the JSON of `ptc track` is this without its presentation. */
export interface Ledger {
  presentation: LedgerPresentation;
  /** YYYY-MM-DD. */
  today: string;
  /** Those that some document names; the published ones in the list's order, then the others. */
  consortia: ConsortiumLedger[];
  /** The published ones that no document names. */
  absent: { no: number; name: string; city: string }[];
  /** What was given and stands nowhere in the ledger. */
  leftOut: ({ file: string; message: string } & Partial<LineOrCell>)[];
}

/** One consortium: what it pledged, filed and did. */
export interface ConsortiumLedger {
  name: string;
  /** Id of the form it applied with. */
  form: string;
  city?: string;
  /** Its number on the published list. */
  published?: number;
  documents: TrackedDocument[];
  /** From the year of approval, in order. None for one that has applied only: it owes nothing yet. */
  years: YearLedger[];
  /** The gravest first. */
  alerts: Alert[];
}

export interface TrackedDocument {
  file: string;
  kind: string;
  year?: number;
  /** How many errors `ptc validate` finds in it. */
  errors: number;
}

/** Whether a plan was fulfilled, as people read it. */
export const FULFILMENT_LABELS: Record<YearLedger["fulfilled"], string> = {
  yes: "完成",
  no: "没有完成",
  unknown: "不明",
};

export interface YearLedger {
  year: number;
  /** Plan, half-year and year's summary, in this order. */
  filings: Filing[];
  tasks: TaskLedger[];
  /** Whether the year's plan was fulfilled, as far as the files tell. */
  fulfilled: "yes" | "no" | "unknown";
  /** Why, in sentences; and what else is to be known about it. */
  reasons: string[];
  amounts: AmountLedger[];
  /** Which summary the figures are from, up to which day, and whether more is to come. */
  counted?: { role: FilingRole; asOf?: string; provisional: boolean };
  figures: FigureLedger[];
  /** Titles of the examples told of in the summaries. */
  examples: string[];
}

/** Where something was read. */
export type Origin = { file: string; pointer: Pointer } & LineOrCell;

/** Something owed by a date. */
export interface Filing {
  role: FilingRole;
  kind: string;
  /** YYYY-MM-DD; on this day it is still in time. */
  due: string;
  /**
   * filed in time, late, filled in but not filed, missing, due later, or not owed because the date had
   * passed when the notice was issued.
   */
  state: "filed" | "late" | "draft" | "missing" | "due" | "excused";
  file?: string;
  /** YYYY-MM-DD. */
  filed?: string;
  word: Attachment;
  pdf: Attachment;
  /** Day and name of the city's approval. */
  approved?: { on: string; by?: string };
}

/** What goes with a filing: named and there, named and not there, not named. */
export type Attachment = "given" | "absent" | "unnamed";

export interface TaskLedger {
  id: number;
  content: string;
  points: string[];
  /** YYYY-MM or YYYY-MM-DD. */
  until?: string;
  target?: { name: string; value: number; unit: string };
  origin: Origin;
  /** As the half-year and the year's summary say. */
  interim?: Outcome;
  final?: Outcome;
  /** What the year's summary, once filed, makes of it; undefined when it does not say. */
  result?: "met" | "unmet" | "changed";
  /** What is to be said of the result. */
  remark?: string;
}

export interface Outcome {
  state: TaskState;
  /** The state as the form words it. */
  label: string;
  actual?: number;
  origin: Origin;
}

/** An amount pledged in the application, planned for the year, and spent by the year's end. */
export interface AmountLedger {
  title: string;
  unit: string;
  pledged?: Sourced;
  planned?: Sourced;
  actual?: Sourced;
}

export type Sourced = Origin & { value: number };

/** A figure of the year, with that of the year before. */
export interface FigureLedger {
  /** Label that is unmistakable on its own, and the section it stands in. */
  name: string;
  section: string;
  unit?: string;
  previous?: number;
  value?: number;
  origin: Origin;
}

/** Ids of the alerts. An id is never reused for another alert. */
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

export interface Alert {
  id: (typeof ALERT_IDS)[number];
  severity: AlertSeverity;
  year?: number;
  message: string;
  evidence: (Origin & { message: string })[];
  /** The sentence of the notice it rests on. */
  clause?: string;
}

export type AlertSeverity = "serious" | "attention" | "note";

/** The severities as people read them, the gravest first. */
export const ALERT_SEVERITY_LABELS: Record<AlertSeverity, string> = {
  serious: "严重",
  attention: "注意",
  note: "说明",
};

/** Whether a file that a document names lies where it can be found from there. */
export type AttachmentExists = (document: FormDocument, name: string) => boolean;
