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

/** What is wrong with what was to be filed in a year: not there, late, not approved, not whole, there twice. */
export function filingAlerts(
  { year, filings }: YearLedger,
  papers: YearFilings,
  form: TrackedForm,
  today: string,
): Alert[] {
  return filings
    .flatMap((filing) => [
      ...(isOwed(filing.due, form.tracking.issued) ? failings(filing, papers, form, today) : []),
      ...filedTwice(filing, papers),
    ])
    .map((alert) => ({ ...alert, year }));
}

function failings(filing: Filing, papers: YearFilings, form: TrackedForm, today: string): Alert[] {
  const kind = form.documents[filing.kind];
  const clause = kind && clauseText(form, kind, form.tracking.clause);
  const found = isFiled(filing)
    ? [late, notApproved, incomplete].flatMap((look) => look(filing, papers, form))
    : notFiled(filing, papers, form, today);
  return found.map((alert) => ({ ...alert, ...(clause && { clause }) }));
}

function notFiled(filing: Filing, papers: YearFilings, { tracking }: TrackedForm, today: string): Alert[] {
  const { kind, due, filed, role } = filing;
  if (!hasPassed(due, today)) return [];
  const document = papers[role];
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

function late(
  { kind, due, state, filed = due, role }: Filing,
  papers: YearFilings,
  { tracking }: TrackedForm,
): Alert[] {
  const document = papers[role];
  if (state !== "late" || !document) return [];
  return [
    {
      id: "late",
      severity: "attention",
      message: `${kind}迟了 ${daysBetween(due, filed)} 天:应于${formatChineseDate(due)}前报送,${formatChineseDate(filed)}才报送`,
      evidence: [saying(document, tracking.filing.filed)],
    },
  ];
}

function notApproved({ kind, approved, filed, role }: Filing, papers: YearFilings, { tracking }: TrackedForm): Alert[] {
  const document = papers[role];
  if (!document || isApprovedBeforeFiling(approved?.on, filed)) return [];
  return [
    {
      id: "not-approved",
      severity: "attention",
      message: approved
        ? `${kind}报送在先,审核同意在后(${formatChineseDate(approved.on)})`
        : `${kind}没有写“${titleOf(document, tracking.filing.approved)}”:看不出经过审核同意`,
      evidence: [saying(document, tracking.filing.approved)],
    },
  ];
}

function incomplete(filing: Filing, papers: YearFilings, { tracking }: TrackedForm): Alert[] {
  const document = papers[filing.role];
  const lacking = (["word", "pdf"] as const).filter((part) => filing[part] !== "given");
  if (!document || lacking.length === 0) return [];
  const parts = lacking.map((part) => ({
    state: filing[part],
    pointer: tracking.filing[part],
    title: titleOf(document, tracking.filing[part]),
  }));
  const unnamed = parts.filter(({ state }) => state === "unnamed").map(({ title }) => `“${title}”`);
  const said = [
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
      message: `${filing.kind}报送不全:${said.join(";")}`,
      evidence: parts.map(({ pointer }) => saying(document, pointer)),
    },
  ];
}

/** A field as evidence: its place and its label. */
function saying(document: FormDocument, pointer: Pointer): Alert["evidence"][number] {
  return { ...originOf(document, pointer), message: titleOf(document, pointer) };
}

function filedTwice({ role, kind }: Filing, papers: YearFilings): Alert[] {
  const others = papers.spare.filter((each) => each.role === role);
  const used = papers[role];
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
