import { type FormsFolder, readTemplate } from "../io/forms/load-form.js";
import type { Checklist } from "../model/checklist.js";
import type { FormDocument } from "../model/document.js";
import { FormError } from "../model/errors.js";
import type { Form } from "../model/form.js";
import type { Report } from "../model/report.js";
import type { Status } from "../model/status.js";
import type { Typography } from "../model/typography.js";
import { checklistOf } from "../views/checklist.js";
import { statusOf } from "../views/status.js";
import { checklistSheets, summaryOf } from "../views/summary.js";
import { withPackage } from "./forms.js";

/** How far a document has been filled in. */
export function status(document: FormDocument): Status {
  return statusOf(document);
}

/**
 * The checklist of each document whose form has one, in the order of the report.
 * @param report of a check over the same documents
 */
export async function checklists(report: Report): Promise<Checklist[]> {
  const { compileCheck, createAjv } = await import("../form/ajv.js");
  const ajv = createAjv({ strict: false });
  const compiled = new Map<string, ReturnType<typeof compileCheck>>();
  return report.documents.flatMap((document) => {
    const { indicators } = document.kind;
    if (!indicators) return [];
    return checklistOf(document, indicators, report.diagnostics, (schema, value) => {
      const key = JSON.stringify(schema);
      const fits = compiled.get(key) ?? compileCheck(ajv, schema);
      compiled.set(key, fits);
      return fits(value);
    });
  });
}

/** The checklists as a workbook: a sheet of documents × points, a sheet of every criterion. */
export async function checklistWorkbook(lists: Checklist[]): Promise<Uint8Array> {
  const { sheetsXlsx } = await import("../render/xlsx/sheets.js");
  return sheetsXlsx(checklistSheets(lists), lists[0]?.presentation.typography);
}

export interface SummaryOptions {
  /** Who files the summary; a line to write on when not given. */
  unit?: string;
  /** Who filled it in and where to reach them; likewise. */
  contact?: string;
  note?: string;
  forms?: FormsFolder[];
}

/**
 * The city's summary: the form's table, one sheet a city, then all figures, the checklist and the findings.
 * @throws {FormError} when the documents are not all of one kind that has a summary
 */
export async function summarize(report: Report, { forms = [], ...options }: SummaryOptions): Promise<Uint8Array> {
  const [first] = report.documents;
  if (!first?.kind.summary) throw new FormError("这种表没有汇总表");
  if (report.documents.some((document) => document.kind !== first.kind)) throw new FormError("一次只能汇总同一种表");
  const { buildSummaryTemplate } = await import("../render/xlsx/build-summary-template.js");
  const { summaryXlsx } = await import("../render/xlsx/fill-summary.js");
  const template =
    readTemplate(first.form.id, first.kind.summary.file, withPackage(forms)) ??
    (await buildSummaryTemplate(first.kind.summary, typographyOf(first.form)));
  return summaryXlsx(
    summaryOf(report, first.kind.summary, await checklists(report), options),
    template,
    first.form.typography,
  );
}

/** @throws {FormError} when the form does not say how it is set */
function typographyOf({ id, typography }: Form): Typography {
  if (!typography) throw new FormError(`${id} 没有写字体和版面(typography),不能生成汇总表的模板`);
  return typography;
}
