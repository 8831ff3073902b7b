import { commonDeadlines, openDeadlines } from "../ledger/deadlines.js";
import { isTracked, ledgerOf, restrictToYear } from "../ledger/ledger.js";
import type { Deadline } from "../model/deadline.js";
import { FormError } from "../model/errors.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import type { AttachmentExists, Ledger } from "../model/ledger.js";
import { lineOrCell } from "../model/place.js";
import type { Report } from "../model/report.js";

/** How the years after approval are judged. */
export interface TrackOptions {
  /** Day to judge by, YYYY-MM-DD. */
  today: string;
  /** Looks for a file that a document names as attached; without it none is found. */
  attachmentExists?: AttachmentExists;
  /** Look at this year alone. */
  year?: number;
}

/**
 * What the consortia pledged, filed and did, year by year.
 * @param report of a check over their documents, of all kinds; what could not be checked is named in the ledger
 */
export function track(report: Report, { year, ...options }: TrackOptions): Ledger {
  if (year === undefined) return buildLedger(report, options);
  return restrictToYear(buildLedger(report, options, [year]), year);
}

function buildLedger(
  report: Report,
  { today, attachmentExists = () => false }: TrackOptions,
  ahead: number[] = [],
): Ledger {
  const errors = new Map<string, number>();
  for (const { file, severity } of report.diagnostics)
    if (severity === "error") errors.set(file, (errors.get(file) ?? 0) + 1);
  const ledger = ledgerOf(report.documents, {
    today,
    ahead,
    exists: attachmentExists,
    errorsIn: (file) => errors.get(file) ?? 0,
  });
  return { ...ledger, leftOut: [...ledger.leftOut, ...uncheckedFiles(report)] };
}

/** Files that are no document, with the first thing that was found in each. */
function uncheckedFiles({ documents, files, diagnostics }: Report): Ledger["leftOut"] {
  const read = new Set(documents.map(({ source }) => source.file));
  return files.flatMap((file) => {
    const first = diagnostics.find((each) => each.file === file);
    if (read.has(file) || !first) return [];
    const { ruleId, place, message } = first;
    // what could not be read has no lines
    return [{ file, ...(ruleId !== "file/unreadable" && lineOrCell(place)), message }];
  });
}

/** What deadlines are told from. */
export interface DeadlineOptions extends TrackOptions {
  forms: FormCatalog;
}

/**
 * What is to be filed next.
 * @param report of a check over the consortia's documents, for what each has not filed; undefined for what is due from all
 * @param options without a year: this one and the next, and what is overdue from earlier ones
 * @throws {FormError} when no form says what is owed
 */
export async function deadlines(report: Report | undefined, options: DeadlineOptions): Promise<Deadline[]> {
  const { today, year, forms: catalog } = options;
  const thisYear = Number(today.slice(0, 4));
  const forms = (await openAll(catalog)).filter(isTracked);
  if (forms.length === 0) throw new FormError("没有哪份通知写明入选以后要报什么(tracking)");
  const years = year === undefined ? [thisYear, thisYear + 1] : [year];
  if (!report) return forms.flatMap((form) => commonDeadlines(form, years, today));
  const whole = buildLedger(report, options, years);
  return openDeadlines(year === undefined ? whole : restrictToYear(whole, year), forms);
}
