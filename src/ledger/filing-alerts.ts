import { clauseText } from "../model/clause.js";
import { hasPassed, isApprovedBeforeFiling, isOwed } from "../model/dates.js";
import type { FormDocument } from "../model/document.js";
import { titleOf } from "../model/document-values.js";
import type { TrackedForm } from "../model/form.js";
import type { Pointer } from "../model/json-schema.js";
import type { Alert, Filing, YearLedger } from "../model/ledger.js";
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
      ...(isOwed(filing.due, form.tracking.issued) ? alertsOf(filing, yearFilings, form, today) : []),
      ...filedTwice(filing, yearFilings),
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
      : `${kind}写的${day}是${formatChineseDate(filed)},还没有到(${by})`;
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

/** Alerts when there are several documents of one role, and says which one the ledger uses. */
function filedTwice({ role, kind }: Filing, yearFilings: YearFilings): Alert[] {
  const others = yearFilings.spare.filter((each) => each.role === role);
  const used = yearFilings[role];
  if (!used || others.length === 0) return [];
  return [
    {
      id: "filed-twice",
      severity: "attention",
      message: `${kind}有 ${others.length + 1} 份,台账用的是 ${used.source.file}`,
      evidence: others.map(({ document }) => ({ ...originOf(document, ""), message: "没有用这一份" })),
    },
  ];
}
