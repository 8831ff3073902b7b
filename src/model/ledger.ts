import type { FormDocument } from "./document.js";
import type { FilingRole, TaskState } from "./tracking.js";

/** What is known of every consortium, year by year, on a given day. */
export interface Ledger {
  /** YYYY-MM-DD. */
  today: string;
  consortia: ConsortiumLedger[];
}

/** One consortium: what it pledged, filed and did. */
export interface ConsortiumLedger {
  name: string;
  city?: string;
  /** Its number on the published list. */
  published?: number;
  application?: FormDocument;
  /** From the year of approval, in order. */
  years: YearLedger[];
  alerts: Alert[];
}

export interface YearLedger {
  year: number;
  /** Plan, half-year and year's summary, in this order. */
  filings: Filing[];
  tasks: TaskLedger[];
  /** Whether the year's plan was fulfilled, as far as the files tell. */
  fulfilled: "yes" | "no" | "unknown";
  /** Why, in sentences. */
  reasons: string[];
  amounts: AmountLedger[];
  figures: FigureLedger[];
  /** Titles of 典型案例 told of in the summaries. */
  examples: string[];
}

/** Something owed by a date. */
export interface Filing {
  role: FilingRole;
  kind: string;
  /** YYYY-MM-DD. */
  due: string;
  /**
   * filed in time, late, filled in but not filed, missing, due later, or not owed because the date had
   * passed when the notice was issued.
   */
  state: "filed" | "late" | "draft" | "missing" | "due" | "excused";
  document?: FormDocument;
  /** YYYY-MM-DD. */
  filed?: string;
  /** What goes with a filing: `given` when named and there, `absent` when named and not there, `unnamed` otherwise. */
  word: Attachment;
  pdf: Attachment;
  /** Day and name of the city's approval. */
  approved?: { on: string; by?: string };
}

export type Attachment = "given" | "absent" | "unnamed";

export interface TaskLedger {
  id: number;
  content: string;
  points: string[];
  /** YYYY-MM or YYYY-MM-DD. */
  until?: string;
  target?: { name: string; value: number; unit: string };
  /** As the half-year and the year's summary say. */
  interim?: { state: TaskState; actual?: number };
  final?: { state: TaskState; actual?: number };
}

/** An amount pledged in the application, planned for the year, and spent. */
export interface AmountLedger {
  title: string;
  unit: string;
  pledged?: number;
  planned?: number;
  actual?: number;
}

/** A figure of the year, with that of the year before. */
export interface FigureLedger {
  /** Label that is unmistakable on its own, and the section it stands in. */
  name: string;
  section: string;
  pointer: string;
  unit?: string;
  previous?: number;
  value?: number;
  /** The year had not ended when it was counted. */
  provisional: boolean;
}

export interface Alert {
  id:
    | "removal"
    | "unfulfilled"
    | "at-risk"
    | "not-filed"
    | "late"
    | "not-approved"
    | "incomplete-filing"
    | "below-pledge"
    | "falling"
    | "not-published";
  severity: "error" | "warning";
  year?: number;
  message: string;
  /** What it rests on: a document, and the field in it. */
  evidence: { document: FormDocument; pointer: string; message: string }[];
  /** The sentence of the notice. */
  clause?: string;
}
