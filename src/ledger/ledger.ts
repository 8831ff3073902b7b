import { changesIn, endOf } from "../model/changes.js";
import { type Consortium, groupByConsortium, isNamed } from "../model/consortia.js";
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
import { byContent } from "../model/papers.js";
import { roleOf } from "../model/tracking.js";
import { removalAlerts, yearAlerts } from "./alerts.js";
import { changeAlerts, changesInEffect } from "./change-alerts.js";
import { ledgerPresentation } from "./presentation.js";
import { renameSuggestions } from "./rename-suggestions.js";
import { undeterminedAlerts } from "./undetermined.js";
import { yearLedger } from "./year.js";
import { collectYearFilings, filingYear, originOf, type YearFilings } from "./year-filings.js";

/** What a ledger needs besides the documents. */
export interface LedgerOptions {
  /** The day to judge by, YYYY-MM-DD. */
  today: string;
  /** Tells whether an attachment that a document names is there. */
  exists: AttachmentExists;
  /** Returns the number of errors that the check found in a file. */
  errorsIn: (file: string) => number;
  /** Future years that are shown as well. */
  ahead?: number[];
}

/**
 * Makes the ledger: what every consortium pledged, filed and did, year by year. Documents belong to the same consortium
 * when its name is the same after folding (see `fold`).
 * @param documents documents of any form and kind; those that the notice does not ask for after approval, or that do
 * not say their year, are listed in `leftOut` with the reason
 */
export function ledgerOf(documents: FormDocument[], options: LedgerOptions): Ledger {
  const presentation = ledgerPresentation(documents.map(({ form }) => form).find(isTracked));
  const ledger: Ledger = { presentation, today: options.today, consortia: [], absent: [], leftOut: [] };
  for (const form of new Set(documents.map((each) => each.form))) {
    const own = documents.filter((each) => each.form === form).sort(inAnyOrder);
    if (isTracked(form)) addForm(ledger, form, own, options);
    else for (const each of own) leaveOut(ledger, each, "通知没有要求入选以后报送这种文件");
  }
  return ledger;
}

/** Tells whether a form says what consortia must file after approval (it has a `tracking.yaml`). */
export function isTracked(form: Form): form is TrackedForm {
  return form.tracking !== undefined;
}

/** Adds the consortia of one form to the ledger. */
function addForm(ledger: Ledger, form: TrackedForm, documents: FormDocument[], options: LedgerOptions): void {
  const { tracking } = form;
  const known = documents.filter((each) => {
    const role = roleOf(each.kindName, tracking);
    const concerned = each.kindName === tracking.application || each.kindName === tracking.changes.kind;
    if (!concerned && role === undefined) return leaveOut(ledger, each, "通知没有要求入选以后报送这种文件");
    if (role !== undefined && filingYear(each, tracking) === undefined)
      return leaveOut(ledger, each, "没有写是哪一年的");
    return true;
  });
  const consortia = groupByConsortium(form, known, form.registers.roster, options.today);
  const others = consortia.filter(({ entry }) => !entry).sort((a, b) => byCityAndName(a, b, form));
  for (const consortium of [...consortia.filter(({ entry }) => entry), ...others]) {
    const { entry, name, city = "" } = consortium;
    if (consortium.documents.length > 0) ledger.consortia.push(consortiumLedger(consortium, consortia, form, options));
    else if (entry) ledger.absent.push({ no: entry.no, name, city });
  }
}

/**
 * Compares consortia by city, in the order of the form, then by name. Documents that do not say their consortium come
 * last; they are named by their file, which must not decide anything.
 */
function byCityAndName(a: Consortium, b: Consortium, { registers }: Form): number {
  const cities = registers.industries?.cities.map(({ name }) => name) ?? [];
  const [placeA = -1, placeB = -1] = [a, b].map(({ city = "" }) => cities.indexOf(city));
  const [unnamedA = 0, unnamedB = 0] = [a, b].map(({ documents: [first] }) => Number(!first || !isNamed(first)));
  if (unnamedA || unnamedB) return unnamedA - unnamedB || placeA - placeB;
  return placeA - placeB || (a.name < b.name ? -1 : 1);
}

/**
 * Compares documents so that the order in which they were given does not matter. Names of files come last: they tell apart
 * only documents that say the same.
 */
function inAnyOrder(a: FormDocument, b: FormDocument): number {
  return byContent(a, b) || (a.source.file < b.source.file ? -1 : 1);
}

/** Lists a document as left out. It returns false, so that a filter can return its result. */
function leaveOut(ledger: Ledger, document: FormDocument, message: string): false {
  const { pointer: _, ...origin } = originOf(document, "/表单");
  ledger.leftOut.push({ ...origin, message });
  return false;
}

function consortiumLedger(
  consortium: Consortium,
  all: Consortium[],
  form: TrackedForm,
  options: LedgerOptions,
): ConsortiumLedger {
  const { tracking } = form;
  const { name, city, entry, documents, otherNames = [] } = consortium;
  const { today } = options;
  const recorded = changesIn(documents);
  const changes = changesInEffect(recorded, today);
  const ended = endOf(recorded, today)?.on;
  const filingsByYear = yearsOf(consortium, form, options, ended).map((year) =>
    collectYearFilings(documents, year, tracking, { today, ended }),
  );
  const years = filingsByYear.map((own) => {
    const [before, after] = [-1, 1].map((step) => filingsByYear.find(({ year }) => year === own.year + step));
    return yearLedger(own, tracking, { before, after, ...options });
  });
  const alerts = [
    // who has ended is not on the list any more
    ...(ended === undefined ? removalAlerts(years, form) : []),
    // what was due after the end cannot be missing
    ...undeterminedAlerts(years, form, ended ?? today),
    ...changeAlerts(recorded, form, today),
    ...years.flatMap((year, index) => yearAlerts(year, filingsByYear[index] as YearFilings, form, today)),
    ...renameSuggestions(consortium, all, form),
    ...(entry ? [] : unpublished(form, years.length > 0)),
  ];
  return {
    name,
    form: form.id,
    ...(city !== undefined && { city }),
    ...(entry && { published: entry.no }),
    ...(otherNames.length > 0 && { otherNames }),
    ...(changes.length > 0 && { changes }),
    ...(ended !== undefined && { ended }),
    documents: trackedDocuments(documents, form, options),
    years,
    alerts: mostSeriousFirst(alerts),
  };
}

/** Lists documents by year, then in the order in which the form has their kinds. */
function trackedDocuments(
  documents: FormDocument[],
  { documents: kinds, tracking }: TrackedForm,
  { errorsIn }: LedgerOptions,
): TrackedDocument[] {
  const order = Object.keys(kinds);
  return documents
    .map((document): TrackedDocument => {
      const year = filingYear(document, tracking);
      const { file } = document.source;
      return { file, kind: document.kindName, ...(year !== undefined && { year }), errors: errorsIn(file) };
    })
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || order.indexOf(a.kind) - order.indexOf(b.kind));
}

function mostSeriousFirst(alerts: Alert[]): Alert[] {
  const order = Object.keys(ALERT_SEVERITY_LABELS);
  return alerts.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/**
 * Lists the years of a consortium in ascending order: from the year when the notice was issued to this year, the years
 * that its documents are about, and the future years that the options ask for.
 * After the year in which it ended only those that its documents are about.
 */
function yearsOf(
  { documents, entry }: Consortium,
  { tracking }: TrackedForm,
  { today, ahead = [] }: LedgerOptions,
  ended: string | undefined,
): number[] {
  const filed = documents
    .filter((each) => roleOf(each.kindName, tracking))
    .flatMap((each) => filingYear(each, tracking) ?? []);
  // A consortium that has only applied and is not on the list does not have to file anything.
  if (!entry && filed.length === 0) return [];
  const first = Number(tracking.issued.slice(0, 4));
  const past = Math.max(0, Number(today.slice(0, 4)) - first + 1);
  const owed = Array.from({ length: past }, (_, index) => first + index);
  const last = ended === undefined ? Number.POSITIVE_INFINITY : Number(ended.slice(0, 4));
  const asked = [...owed, ...ahead].filter((year) => year >= first && year <= last);
  return [...new Set([...asked, ...filed])].sort((a, b) => a - b);
}

/** Makes the note that a consortium is not on the published list; none when the form has no such list. */
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

/**
 * Returns a copy of a ledger with one year only. Documents and alerts that belong to no year, such as the application,
 * stay.
 */
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
