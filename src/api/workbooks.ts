import { ledgerSheets } from "../ledger/sheets.js";
import type { Checklist } from "../model/checklist.js";
import type { Coverage } from "../model/coverage.js";
import { FormError } from "../model/errors.js";
import type { FormCatalog } from "../model/form-catalog.js";
import type { Ledger } from "../model/ledger.js";
import type { Report } from "../model/report.js";
import type { Sheet } from "../model/summary.js";
import { coverageSheets } from "../views/coverage-sheets.js";
import { checklistSheets, summaryOf } from "../views/summary.js";
import { checklists } from "./views.js";

/** What stands in the head of a city's summary, and where its template comes from. */
export interface SummaryOptions {
  forms: FormCatalog;
  /** 推荐单位; a line to write on when not given. */
  unit?: string;
  /** 填报人及联系方式. */
  contact?: string;
  /** Marks every sheet, e.g. as a draft. */
  note?: string;
}

/**
 * The city's summary as an Excel file: 附件4, one sheet a city, then all figures, the checklist and the findings.
 * @throws {FormError} when the documents are not all of one kind that has a summary
 */
export async function summarize(report: Report, { forms, ...head }: SummaryOptions): Promise<Uint8Array> {
  const [first] = report.documents;
  if (!first?.kind.summary) throw new FormError("这种表没有汇总表");
  if (report.documents.some((document) => document.kind !== first.kind)) throw new FormError("一次只能汇总同一种表");
  const { buildSummaryTemplate } = await import("../render/xlsx/build-summary-template.js");
  const { summaryXlsx } = await import("../render/xlsx/fill-summary.js");
  const template =
    forms.template(first.form.id, first.kind.summary.file) ?? (await buildSummaryTemplate(first.kind.summary));
  return summaryXlsx(summaryOf(report, first.kind.summary, checklists(report), head), template);
}

/** The checklists as an Excel file: a sheet of documents × points, a sheet of every criterion. */
export function checklistWorkbook(lists: Checklist[]): Promise<Uint8Array> {
  return workbook(checklistSheets(lists));
}

/** Coverage as an Excel file: the heat map, and the consortia. */
export function coverageWorkbook(coverage: Coverage): Promise<Uint8Array> {
  return workbook(coverageSheets(coverage));
}

/** The ledger as an Excel file: 台账, 任务, 经费, 提醒, 年度数据. */
export function ledgerWorkbook(ledger: Ledger): Promise<Uint8Array> {
  return workbook(ledgerSheets(ledger));
}

async function workbook(sheets: Sheet[]): Promise<Uint8Array> {
  const { sheetsXlsx } = await import("../render/xlsx/sheets.js");
  return sheetsXlsx(sheets);
}
