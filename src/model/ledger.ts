import type { FormDocument } from "./document.js";
import type { Pointer } from "./json-schema.js";
import type { LineOrCell } from "./place.js";
import type { LedgerPresentation } from "./presentation.js";
import type { Target } from "./target.js";
import type { ChangeKind, FilingRole, TaskState } from "./tracking.js";

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
  /** Other names that it had, or will have from a day to come. */
  otherNames?: string[];
  /** What happened to it, as records say, in the order of the days. Only complete records that have come into effect. */
  changes?: ChangeLedger[];
  /** The day after which it owes nothing, because it was merged, dissolved, revoked or removed. */
  ended?: string;
  documents: TrackedDocument[];
  /** Years in order, from the year of approval. Empty when the consortium has only applied, because it owes nothing yet. */
  years: YearLedger[];
  /** Alerts; the most serious come first. */
  alerts: Alert[];
}

/** Something that happened to a consortium. */
export interface ChangeLedger {
  kind: ChangeKind;
  /** The form's own word for it. */
  label: string;
  on: string;
  paper: string;
  /** The new name, or the consortium that it was merged into. */
  to?: string;
  note?: string;
  origin: Origin;
}

/** A document that the ledger uses. */
export interface TrackedDocument {
  file: string;
  kind: string;
  year?: number;
  /** Number of errors that `ptc validate` finds in it. */
  errors: number;
}

/**
 * Whether the plan of a year was fulfilled. `changed`: what was not adjusted is done, but at least half of the tasks were
 * adjusted. `pending`: a task that was not due yet was still open in the summary, and nothing has settled it since.
 * `unknown`: the files do not say enough.
 */
export type Fulfilment = "yes" | "changed" | "no" | "pending" | "unknown";

/** The order in which reports count the years. */
export const FULFILMENTS: readonly Fulfilment[] = ["yes", "changed", "no", "pending", "unknown"];

/** The word that reports show for whether a plan was fulfilled. */
export function fulfilmentLabel(fulfilled: Fulfilment, { states }: Pick<LedgerPresentation, "states">): string {
  switch (fulfilled) {
    case "yes":
      return "完成";
    case "changed":
      return `完成(多数任务${states.changed})`;
    case "no":
      return "没有完成";
    case "pending":
      return "待核";
    case "unknown":
      return "不明";
  }
}

/** One year of a consortium. */
export interface YearLedger {
  year: number;
  /** The plan, the half-year summary and the year-end summary, in this order. */
  filings: Filing[];
  tasks: TaskLedger[];
  fulfilled: Fulfilment;
  /** The reasons for this result and further remarks, as sentences. */
  reasons: string[];
  /** Whether the year is not judged, because the consortium ended before its year-end summary was due and filed. */
  released?: true;
  /** How the year would be judged with papers that were filed and do not count, where that differs. */
  alternatives?: AlternativeJudgement[];
  amounts: AmountLedger[];
  /** The summary that the figures come from, the day up to which it counts, and whether its figures are provisional. */
  counted?: { role: FilingRole; asOf?: string; provisional: boolean };
  figures: FigureLedger[];
  /** Titles of the examples (典型案例) in the summaries. */
  examples: string[];
}

/** The place that a value was read from. */
export type Origin = { file: string; pointer: Pointer } & LineOrCell;

/** How a year would be judged with a paper that does not count. */
export interface AlternativeJudgement {
  role: FilingRole;
  why: OtherPaper["why"];
  /** The day on which that paper was filed. */
  filed: string;
  fulfilled: Fulfilment;
  origin: Origin;
}

/** A document that must be filed by a date. */
export interface Filing {
  role: FilingRole;
  kind: string;
  /** The last day that is in time, YYYY-MM-DD. */
  due: string;
  /**
   * `filed`: filed in time. `late`: filed after the due day. `draft`: filled in, but not filed. `missing`: the due day has
   * passed and there is no document. `due`: the due day is still to come. `excused`: not owed, because the due day had
   * passed when the notice was issued. `released`: not owed, because the consortium had ended before the due day.
   */
  state: "filed" | "late" | "draft" | "missing" | "due" | "excused" | "released";
  file?: string;
  /** The day it was filed, YYYY-MM-DD. */
  filed?: string;
  word: Attachment;
  pdf: Attachment;
  /** The day on which the city approved it (YYYY-MM-DD), and the office that did. */
  approved?: { on: string; by?: string };
  /** What an amendment says: the filing date of the document that it replaces, why, and when it was changed. */
  amends?: { filed?: string; reason?: string; on?: string };
  /** Documents of the same role that do not count, and why. */
  others?: OtherPaper[];
}

/**
 * A document that does not count, because another one of the same role does. `draft`: not filed. `future`: dated after
 * today. `replaced`: the other says that it replaces this one. `earlier`: the other was filed later. `copy`: filed on the
 * same day, with the same content. `rival`: filed on the same day, with another content.
 */
export interface OtherPaper {
  file: string;
  filed?: string;
  why: "draft" | "future" | "replaced" | "earlier" | "copy" | "rival";
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
  target?: Target;
  origin: Origin;
  /** What the half-year summary (`interim`), the year-end summary (`final`) and the next plan (`settled`) say. */
  interim?: Outcome;
  final?: Outcome;
  settled?: Outcome;
  /**
   * The result according to the year-end summary; undefined when it is not filed or does not say. `pending`: still open,
   * and not due when the summary was filed.
   */
  result?: "met" | "unmet" | "changed" | "pending";
  /**
   * Why it cannot be judged: the summary does not answer, or has no figure for the target; the unit differs; or nobody
   * knows whether the figure should be high or low.
   */
  doubt?: "unanswered" | "no-figure" | "unit" | "direction";
  /** A remark on the result, for people. */
  remark?: string;
}

/** What a summary says about a task. */
export interface Outcome {
  state: TaskState;
  /** The form's own word for the state. */
  label: string;
  actual?: number;
  /** The unit of `actual`; that of the target when it is left out. */
  unit?: string;
  /** Whether something stands in the place of `actual` that is no number to compare. */
  unreadable?: boolean;
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

/** The alerts by id, with their titles. An id is never reused for another alert, because old reports keep it. */
export const ALERT_TITLES = {
  removal: "建议调出",
  unfulfilled: "没有完成计划",
  "not-filed": "没有报送",
  "at-risk": "计划可能完不成",
  undetermined: "连续不明",
  pending: "待核",
  "mostly-changed": "多数任务有调整",
  "amendment-decides": "换了文件,结论不同",
  late: "迟报",
  "not-approved": "没有写明审核",
  "incomplete-filing": "报送不全",
  "filed-twice": "报了两份",
  "unit-differs": "单位不一致",
  "below-pledge": "低于承诺",
  falling: "数字下降",
  "major-change": "可能取消资格",
  change: "有变更",
  "change-incomplete": "变更没有写全",
  "maybe-renamed": "像是更名",
  "not-published": "不在名单上",
} as const;

/** The name of an alert for people, with the id by which `ptc explain` explains it. */
export function alertName({ id }: Pick<Alert, "id">): string {
  return `${ALERT_TITLES[id]}(${id})`;
}

/** Ids of the alerts, in the order in which they are explained. */
export const ALERT_IDS = Object.keys(ALERT_TITLES) as AlertId[];

export type AlertId = keyof typeof ALERT_TITLES;

/** Something in the ledger that the authority should know. */
export interface Alert {
  id: AlertId;
  severity: AlertSeverity;
  /** The year that it is about; the last one when it is about several. */
  year?: number | undefined;
  /** The first year, when the alert is about several in a row. */
  since?: number | undefined;
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
