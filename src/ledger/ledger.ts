import { type Consortium, groupByConsortium } from "../model/consortia.js";
import type { FormDocument } from "../model/document.js";
import type { Form, TrackedForm } from "../model/form.js";
import type { AttachmentExists } from "../model/ledger.js";
import {
  ALERT_SEVERITY_LABELS,
  type Alert,
  type ConsortiumLedger,
  type Ledger,
  type TrackedDocument,
} from "../model/ledger.js";
import { roleOf } from "../model/tracking.js";
import { removalAlerts, yearAlerts } from "./alerts.js";
import { ledgerPresentation } from "./presentation.js";
import { yearLedger } from "./year.js";
import { filingYear, originOf, type YearFilings, yearFilings } from "./year-filings.js";

export interface LedgerOptions {
  /** The day to judge by, YYYY-MM-DD. */
  today: string;
  exists: AttachmentExists;
  /** How many errors were found in a file. */
  errorsIn: (file: string) => number;
  /** Years to look at though they have not begun. */
  ahead?: number[];
}

/**
 * What every consortium pledged, filed and did. Documents are joined by the consortium's name, however it is typed.
 * @param documents of any kind; those of kinds that are not asked for are left out, and listed
 */
export function ledgerOf(documents: FormDocument[], options: LedgerOptions): Ledger {
  const presentation = ledgerPresentation(documents.map(({ form }) => form).find(isTracked));
  const ledger: Ledger = { presentation, today: options.today, consortia: [], absent: [], leftOut: [] };
  for (const form of new Set(documents.map((each) => each.form))) {
    const own = documents.filter((each) => each.form === form);
    if (isTracked(form)) addForm(ledger, form, own, options);
    else for (const each of own) leaveOut(ledger, each, "通知没有要求入选以后报送这种文件");
  }
  return ledger;
}

/** Whether a form says what is owed after approval. */
export function isTracked(form: Form): form is TrackedForm {
  return form.tracking !== undefined;
}

function addForm(ledger: Ledger, form: TrackedForm, documents: FormDocument[], options: LedgerOptions): void {
  const { tracking } = form;
  const known = documents.filter((each) => {
    const role = roleOf(each.kindName, tracking);
    if (each.kindName !== tracking.application && role === undefined)
      return leaveOut(ledger, each, "通知没有要求入选以后报送这种文件");
    if (role !== undefined && filingYear(each, tracking) === undefined)
      return leaveOut(ledger, each, "没有写是哪一年的");
    return true;
  });
  for (const consortium of groupByConsortium(form, known, form.registers.roster)) {
    const { entry, name, city = "" } = consortium;
    if (consortium.documents.length > 0) ledger.consortia.push(consortiumLedger(consortium, form, options));
    else if (entry) ledger.absent.push({ no: entry.no, name, city });
  }
}

function leaveOut(ledger: Ledger, document: FormDocument, message: string): false {
  const { pointer: _, ...origin } = originOf(document, "/表单");
  ledger.leftOut.push({ ...origin, message });
  return false;
}

function consortiumLedger(
  { name, city, entry, documents }: Consortium,
  form: TrackedForm,
  options: LedgerOptions,
): ConsortiumLedger {
  const { tracking } = form;
  const papers = yearsOf(documents, form, options, entry !== undefined).map((year) =>
    yearFilings(documents, year, tracking),
  );
  const years = papers.map((own) => {
    const before = papers.find(({ year }) => year === own.year - 1);
    return yearLedger(own, before, tracking, options);
  });
  const alerts = [
    ...removalAlerts(years, form),
    ...years.flatMap((year, index) => yearAlerts(year, papers[index] as YearFilings, form, options.today)),
    ...(entry ? [] : unpublished(form, years.length > 0)),
  ];
  return {
    name,
    form: form.id,
    ...(city !== undefined && { city }),
    ...(entry && { published: entry.no }),
    documents: documents.map((document): TrackedDocument => {
      const year = filingYear(document, tracking);
      const { file } = document.source;
      return { file, kind: document.kindName, ...(year !== undefined && { year }), errors: options.errorsIn(file) };
    }),
    years,
    alerts: gravestFirst(alerts),
  };
}

function gravestFirst(alerts: Alert[]): Alert[] {
  const order = Object.keys(ALERT_SEVERITY_LABELS);
  return alerts.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** From the year of approval to this one, and any other that a document is about or somebody asks for. */
function yearsOf(
  documents: FormDocument[],
  { tracking }: TrackedForm,
  { today, ahead = [] }: LedgerOptions,
  published: boolean,
): number[] {
  const filed = documents
    .filter((each) => roleOf(each.kindName, tracking))
    .flatMap((each) => filingYear(each, tracking) ?? []);
  // one that has only applied and is not on the list has nothing to file
  if (!published && filed.length === 0) return [];
  const first = Number(tracking.issued.slice(0, 4));
  const past = Math.max(0, Number(today.slice(0, 4)) - first + 1);
  const owed = Array.from({ length: past }, (_, index) => first + index);
  return [...new Set([...owed, ...filed, ...ahead.filter((year) => year >= first)])].sort((a, b) => a - b);
}

function unpublished({ registers: { roster }, tracking }: TrackedForm, hasFiled: boolean): Alert[] {
  if (!roster) return [];
  const consequence = hasFiled ? "" : `;只有${tracking.application},没有要报的`;
  return [
    {
      id: "not-published",
      severity: "note",
      message: `不在${roster.source}《${roster.title}》上${consequence}`,
      evidence: [],
    },
  ];
}

/** A ledger cut down to one year. */
export function restrictToYear(ledger: Ledger, year: number): Ledger {
  return {
    ...ledger,
    consortia: ledger.consortia.map((each) => ({
      ...each,
      documents: each.documents.filter((document) => (document.year ?? year) === year),
      years: each.years.filter((own) => own.year === year),
      alerts: each.alerts.filter((alert) => (alert.year ?? year) === year),
    })),
  };
}
