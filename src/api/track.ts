import { commonDeadlines, openDeadlines } from "../ledger/deadlines.js";
import { isTracked, ledgerOf, restrictToYear } from "../ledger/ledger.js";
import type { Deadline } from "../model/deadline.js";
import { FormError } from "../model/errors.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import type { AttachmentExists, Ledger } from "../model/ledger.js";
import { lineOrCell } from "../model/place.js";
import type { Report } from "../model/report.js";

/** How the years after approval are tracked. */
export interface TrackOptions {
  /** The day that counts as today, YYYY-MM-DD. */
  today: string;
  /** Tells whether a file exists that a document names as attached. Without it no file counts as existing. */
  attachmentExists?: AttachmentExists | undefined;
  /** Only this year; all years when not given. */
  year?: number | undefined;
}

/**
 * Makes the ledger: what the consortia promised, filed and did, year by year.
 * @param report of a check over their documents of all kinds. The ledger lists the files that could not be checked
 */
export function track(report: Report, { year, ...options }: TrackOptions): Ledger {
  if (year === undefined) return buildLedger(report, options);
  return restrictToYear(buildLedger(report, options, [year]), year);
}

/** Makes the ledger of all years. @param comingYears years to show even when nothing has been filed for them */
function buildLedger(
  report: Report,
  { today, attachmentExists = () => false }: TrackOptions,
  comingYears: number[] = [],
): Ledger {
  const errors = new Map<string, number>();
  for (const { file, severity } of report.diagnostics)
    if (severity === "error") errors.set(file, (errors.get(file) ?? 0) + 1);
  const ledger = ledgerOf(report.documents, {
    today,
    ahead: comingYears,
    exists: attachmentExists,
    errorsIn: (file) => errors.get(file) ?? 0,
  });
  return { ...ledger, leftOut: [...ledger.leftOut, ...uncheckedFiles(report)] };
}

/** Lists the files that are not documents of a known form, with the first finding in each. */
function uncheckedFiles({ documents, files, diagnostics }: Report): Ledger["leftOut"] {
  const read = new Set(documents.map(({ source }) => source.file));
  return files.flatMap((file) => {
    const first = diagnostics.find((each) => each.file === file);
    if (read.has(file) || !first) return [];
    const { ruleId, place, message } = first;
    // a file that could not be read has no lines
    return [{ file, ...(ruleId !== "file/unreadable" && lineOrCell(place)), message }];
  });
}

/** How deadlines are found. */
export interface DeadlineOptions extends TrackOptions {
  forms: FormCatalog;
}

/**
 * Lists what must be filed next.
 * @param report of a check over the consortia's documents, to list what each of them has not filed; undefined to list
 *   the dates that apply to all
 * @param options when no year is given: this year and the next, and what is overdue from earlier years
 * @throws {FormError} when no form defines what must be filed after approval
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
