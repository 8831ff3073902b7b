import path from "node:path";
import { hasAttachment } from "../io/files/find-attachment.js";
import type { FormsFolder } from "../io/forms/load-form.js";
import { commonDeadlines, openDeadlines } from "../ledger/deadlines.js";
import { isTracked, ledgerOf, restrictToYear } from "../ledger/ledger.js";
import { ledgerSheets } from "../ledger/sheets.js";
import type { Deadline } from "../model/deadline.js";
import { FormError } from "../model/errors.js";
import type { Ledger } from "../model/ledger.js";
import type { Report } from "../model/report.js";
import { allForms } from "./forms.js";

export interface TrackOptions {
  /** Day to judge by, YYYY-MM-DD. */
  today: string;
  /** Folder the names of the files are relative to: attachments are looked for beside them. */
  folder: string;
  /** Look at this year alone. */
  year?: number;
}

/**
 * What the consortia pledged, filed and did, year by year.
 * @param report of a check over their documents, of all kinds; what could not be checked is named in the ledger
 */
export function track(report: Report, { today, folder, year }: TrackOptions): Ledger {
  if (year === undefined) return enter(report, { today, folder });
  return restrictToYear(enter(report, { today, folder, ahead: [year] }), year);
}

function enter(report: Report, { today, folder, ahead }: TrackOptions & { ahead?: number[] }): Ledger {
  const errors = new Map<string, number>();
  for (const { file, severity } of report.diagnostics)
    if (severity === "error") errors.set(file, (errors.get(file) ?? 0) + 1);
  const ledger = ledgerOf(report.documents, {
    today,
    ahead,
    exists: ({ source }, name) => hasAttachment(path.resolve(folder, source.file), name),
    errorsIn: (file) => errors.get(file) ?? 0,
  });
  const read = new Set(report.documents.map(({ source }) => source.file));
  const leftOut = report.files.flatMap((file) => {
    const first = report.diagnostics.find((each) => each.file === file);
    if (read.has(file) || !first) return [];
    const { ruleId, range, message } = first;
    // what could not be read has no lines
    return [{ file, ...(ruleId !== "file/unreadable" && { line: range.start.line }), message }];
  });
  return { ...ledger, leftOut: [...ledger.leftOut, ...leftOut] };
}

/**
 * What is to be filed next.
 * @param report of a check over the consortia's documents, for what each has not filed; undefined for what is due from all
 * @param options without a year this one and the next, and what is overdue from earlier ones
 * @throws {FormError} when no form says what is owed
 */
export async function deadlines(
  report: Report | undefined,
  options: TrackOptions,
  folders: FormsFolder[] = [],
): Promise<Deadline[]> {
  const { today, year } = options;
  const thisYear = Number(today.slice(0, 4));
  const forms = (await allForms(folders)).filter(isTracked);
  if (forms.length === 0) throw new FormError("没有哪份通知写明入选以后要报什么(tracking)");
  const years = year === undefined ? [thisYear, thisYear + 1] : [year];
  if (!report) return forms.flatMap((form) => commonDeadlines(form, years, today));
  const whole = enter(report, { ...options, ahead: years });
  return openDeadlines(year === undefined ? whole : restrictToYear(whole, year), forms);
}

/** The ledger as a workbook: 台账, 任务, 经费, 提醒, 年度数据. */
export async function ledgerWorkbook(ledger: Ledger): Promise<Uint8Array> {
  const { sheetsXlsx } = await import("../render/xlsx/sheets.js");
  return sheetsXlsx(ledgerSheets(ledger), ledger.presentation.typography);
}
