import { ledgerSheets } from "../ledger/sheets.js";
import type { Checklist } from "../model/checklist.js";
import type { Coverage } from "../model/coverage.js";
import { FormError } from "../model/errors.js";
import type { Form } from "../model/form.js";
import type { FormCatalog } from "../model/form-catalog.js";
import type { Ledger } from "../model/ledger.js";
import type { Presentation } from "../model/presentation.js";
import type { Report } from "../model/report.js";
import type { Sheet } from "../model/summary.js";
import type { Typography } from "../model/typography.js";
import { coverageSheets } from "../views/coverage-sheets.js";
import { checklistSheets, summaryOf } from "../views/summary.js";
import { checklists } from "./views.js";

/** The head of a city's summary, and where its template comes from. */
export interface SummaryOptions {
  forms: FormCatalog;
  /** Who files the summary; when not given, a blank line to write on. */
  unit?: string | undefined;
  /** Who filled it in, with contact details; when not given, a blank line to write on. */
  contact?: string | undefined;
  /** Printed on every sheet, e.g. that this is a draft. */
  note?: string | undefined;
}

/**
 * Makes the city's summary as an Excel file: the form's table with one sheet for each city, then all figures, the
 * checklist and the findings.
 * @returns bytes of a .xlsx
 * @throws {FormError} when the documents are not all of one kind, when their kind has no summary, or when their form
 *   has neither a template nor typography
 */
export async function summarize(report: Report, { forms, ...head }: SummaryOptions): Promise<Uint8Array> {
  const [first] = report.documents;
  if (!first?.kind.summary) throw new FormError("这种表没有汇总表");
  if (report.documents.some((document) => document.kind !== first.kind)) throw new FormError("一次只能汇总同一种表");
  const { buildSummaryTemplate } = await import("../render/xlsx/build-summary-template.js");
  const { summaryXlsx } = await import("../render/xlsx/fill-summary.js");
  const template =
    forms.template(first.form.id, first.kind.summary.file) ??
    (await buildSummaryTemplate(first.kind.summary, typographyOf(first.form)));
  const summary = summaryOf(report, first.kind.summary, checklists(report), head);
  return summaryXlsx(summary, template, first.form.typography);
}

/** Returns the fonts and sizes of a form's files. @throws {FormError} when the form does not define them */
function typographyOf({ id, typography }: Form): Typography {
  if (!typography) throw new FormError(`${id} 没有写字体和版面(typography),不能生成汇总表的模板`);
  return typography;
}

/** Makes an Excel file (.xlsx) of checklists: a sheet of documents × points, and a sheet of all criteria. */
export function checklistWorkbook(lists: Checklist[]): Promise<Uint8Array> {
  return workbook(checklistSheets(lists), lists[0]?.presentation);
}

/** Makes an Excel file (.xlsx) of the coverage: a heat map, and the list of consortia. */
export function coverageWorkbook(coverage: Coverage): Promise<Uint8Array> {
  return workbook(coverageSheets(coverage), coverage.presentation);
}

/** Makes an Excel file (.xlsx) of the ledger, with the sheets 台账, 任务, 经费, 提醒, 年度数据. */
export function ledgerWorkbook(ledger: Ledger): Promise<Uint8Array> {
  return workbook(ledgerSheets(ledger), ledger.presentation);
}

async function workbook(sheets: Sheet[], presentation: Presentation | undefined): Promise<Uint8Array> {
  const { sheetsXlsx } = await import("../render/xlsx/sheets.js");
  return sheetsXlsx(sheets, presentation?.typography);
}
