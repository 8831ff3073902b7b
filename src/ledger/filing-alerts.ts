import { isOwedUntil } from "../model/changes.js";
import { clauseText } from "../model/clause.js";
import { hasPassed, isApprovedBeforeFiling, isInFuture, isOwed } from "../model/dates.js";
import type { FormDocument } from "../model/document.js";
import { dateAt, titleOf } from "../model/document-values.js";
import type { TrackedForm } from "../model/form.js";
import type { Pointer } from "../model/json-schema.js";
import type { Alert, Filing, OtherPaper, YearLedger } from "../model/ledger.js";
import type { Unused } from "../model/papers.js";
import type { Tracking } from "../model/tracking.js";
import { daysBetween } from "../text/days-between.js";
import { formatChineseDate } from "../text/format-values.js";
import { valueAt } from "../text/json-pointer.js";
import { truncate } from "../text/truncate.js";
import { isFiled } from "./filings.js";
import { originOf, type YearFilings } from "./year-filings.js";

/**
 * Lists the alerts about the filings of a year: not filed, late, not approved, incomplete, filed twice. Filings that
 * were due before the notice was issued give no alert, except when there are two of them.
 * @param yearFilings the documents that the filings were made from
 * @param today the day to judge by, YYYY-MM-DD
 */
export function filingAlerts(
  { year, filings }: YearLedger,
  yearFilings: YearFilings,
  form: TrackedForm,
  today: string,
): Alert[] {
  return filings
    .flatMap((filing) => [
      ...(isOwed(filing.due, form.tracking.issued) && isOwedUntil(filing.due, yearFilings.ended)
        ? alertsOf(filing, yearFilings, form, today)
        : []),
      ...filedTwice(filing, yearFilings, form),
    ])
    .map((alert) => ({ ...alert, year }));
}

/**
 * Lists the alerts about one filing, with the sentence of the notice that asks for it (`clause` in `tracking.yaml`).
 */
function alertsOf(filing: Filing, yearFilings: YearFilings, form: TrackedForm, today: string): Alert[] {
  const kind = form.documents[filing.kind];
  const clause = kind && clauseText(form, kind, form.tracking.clause);
  const found = isFiled(filing)
    ? [late, notApproved, incomplete].flatMap((check) => check(filing, yearFilings, form))
    : notFiled(filing, yearFilings, form, today);
  return found.map((alert) => ({ ...alert, ...(clause && { clause }) }));
}

/** Alerts when the due day has passed and the document is missing or still a draft. */
function notFiled(filing: Filing, yearFilings: YearFilings, { tracking }: TrackedForm, today: string): Alert[] {
  const { kind, due, filed, role } = filing;
  if (!hasPassed(due, today)) return [];
  const document = yearFilings[role];
  const by = `应于${formatChineseDate(due)}前报送`;
  const day = document && titleOf(document, tracking.filing.filed);
  const draft =
    filed === undefined
      ? `${kind}没有写${day},看来还没有报送(${by})`
      : `${kind}写的${day}是${formatChineseDate(filed)},${isInFuture(filed, today) ? "还没有到" : "早于这一年度"}(${by})`;
  return [
    {
      id: "not-filed",
      severity: "serious",
      message: document ? draft : `没有报送${kind}(${by})`,
      evidence: document ? [{ ...originOf(document, tracking.filing.filed), message: `填好的${kind}` }] : [],
    },
  ];
}

/** Alerts when a document was filed after its due day. */
function late(
  { kind, due, state, filed = due, role }: Filing,
  yearFilings: YearFilings,
  { tracking }: TrackedForm,
): Alert[] {
  const document = yearFilings[role];
  if (state !== "late" || !document) return [];
  return [
    {
      id: "late",
      severity: "attention",
      message: `${kind}迟了 ${daysBetween(due, filed)} 天:应于${formatChineseDate(due)}前报送,${formatChineseDate(filed)}才报送`,
      evidence: [fieldEvidence(document, tracking.filing.filed)],
    },
  ];
}

/** Alerts when a filed document has no approval, or was approved only after it was filed. */
function notApproved(
  { kind, approved, filed, role }: Filing,
  yearFilings: YearFilings,
  { tracking }: TrackedForm,
): Alert[] {
  const document = yearFilings[role];
  if (!document || isApprovedBeforeFiling(approved?.on, filed)) return [];
  return [
    {
      id: "not-approved",
      severity: "attention",
      message: approved
        ? `${kind}报送在先,审核同意在后(${formatChineseDate(approved.on)})`
        : `${kind}没有写“${titleOf(document, tracking.filing.approved)}”:看不出经过审核同意`,
      evidence: [fieldEvidence(document, tracking.filing.approved)],
    },
  ];
}

/** Alerts when the Word or PDF file of a filed document is not named, or is named but not there. */
function incomplete(filing: Filing, yearFilings: YearFilings, { tracking }: TrackedForm): Alert[] {
  const document = yearFilings[filing.role];
  const missing = (["word", "pdf"] as const).filter((part) => filing[part] !== "given");
  if (!document || missing.length === 0) return [];
  const parts = missing.map((part) => ({
    state: filing[part],
    pointer: tracking.filing[part],
    title: titleOf(document, tracking.filing[part]),
  }));
  const unnamed = parts.filter(({ state }) => state === "unnamed").map(({ title }) => `“${title}”`);
  const sentences = [
    ...parts
      .filter(({ state }) => state === "absent")
      .map(
        ({ title, pointer }) =>
          `“${title}”写的是“${truncate(String(valueAt(document.data, pointer)), 100)}”,文件不在旁边`,
      ),
    ...(unnamed.length > 0 ? [`没有写${unnamed.join("、")}的文件名`] : []),
  ];
  return [
    {
      id: "incomplete-filing",
      severity: "attention",
      message: `${filing.kind}报送不全:${sentences.join(";")}`,
      evidence: parts.map(({ pointer }) => fieldEvidence(document, pointer)),
    },
  ];
}

/** Makes the evidence that points at a field: its place and its label. */
function fieldEvidence(document: FormDocument, pointer: Pointer): Alert["evidence"][number] {
  return { ...originOf(document, pointer), message: titleOf(document, pointer) };
}

/** Why a document does not count, for people. */
const NOT_USED: Record<OtherPaper["why"], string> = {
  draft: "草稿,没有写报送的日期",
  future: "写的是还没有到的日子,或早于总结的年度",
  replaced: "已写明由另一份替代",
  earlier: "报送得早",
  copy: "同一天报送,内容相同",
  rival: "同一天报送,内容不同",
};

/**
 * Alerts when there are several documents of one role, and says which one the ledger uses. An amendment that says what it
 * replaces is in order, so that there is only a note.
 */
function filedTwice(filing: Filing, yearFilings: YearFilings, { tracking }: TrackedForm): Alert[] {
  const { role, kind, filed, amends } = filing;
  const others = yearFilings.spare.filter((each) => each.role === role);
  const used = yearFilings[role];
  if (!used) return [];
  const amendment = amends && describeAmendment(amends, used, others, tracking);
  if (others.length === 0 && (amendment === undefined || amendment.complete)) return [];
  const uses = `台账用的是 ${used.source.file}${filed === undefined ? "" : `(${formatChineseDate(filed)}报送)`}`;
  const counted = others.length === 0 ? kind : `${kind}有 ${others.length + 1} 份,${uses}`;
  const orderly = amendment?.complete && others.every(({ why }) => why === "replaced" || why === "copy");
  return [
    {
      id: "filed-twice",
      severity: orderly ? "note" : "attention",
      message: `${counted}${amendment ? `;${amendment.sentence}` : ""}`,
      evidence: [
        ...(amendment ? [fieldEvidence(used, tracking.amendment.replaces)] : []),
        ...others.map(({ document, why }) => ({
          ...originOf(document, ""),
          message: `没有用这一份:${NOT_USED[why]}`,
        })),
      ],
    },
  ];
}

/** Says what an amendment replaces and why, and what it leaves out. */
function describeAmendment(
  { filed, reason, on }: NonNullable<Filing["amends"]>,
  used: FormDocument,
  others: Unused[],
  tracking: Tracking,
): { complete: boolean; sentence: string } {
  const { amendment, filing } = tracking;
  const missing = [
    ...(filed === undefined ? [titleOf(used, amendment.replaces)] : []),
    ...(reason === undefined ? [titleOf(used, amendment.reason)] : []),
    ...(on === undefined ? [titleOf(used, amendment.on)] : []),
  ];
  const known = others.some(({ document }) => filed !== undefined && dateAt(document, filing.filed) === filed);
  const replaced = filed === undefined ? "" : `替代${formatChineseDate(filed)}报送的${known ? "" : "(没有给出这一份)"}`;
  const why = reason === undefined ? "" : `理由是“${truncate(reason, 100)}”`;
  const lacks = missing.length === 0 ? "" : `没有写${missing.map((title) => `“${title}”`).join("、")}`;
  return {
    complete: missing.length === 0 && known,
    sentence: [replaced, why, lacks].filter((part) => part !== "").join(","),
  };
}
