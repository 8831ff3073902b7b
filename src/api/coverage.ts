import type { FormsFolder } from "../io/forms/load-form.js";
import type { Coverage } from "../model/coverage.js";
import type { FormDocument } from "../model/document.js";
import { FormError } from "../model/errors.js";
import type { Form } from "../model/form.js";
import { coverageOf, tellsCoverage } from "../views/coverage.js";
import { coverageSheets } from "../views/coverage-sheets.js";
import { allForms } from "./forms.js";

export interface CoverageOptions {
  /** Leave the published list out and look at the documents alone. */
  published?: boolean;
  forms?: FormsFolder[];
}

/**
 * Which cities have a consortium and which industries they serve: the published list joined with documents.
 * @param documents all of one form; none stands for the latest form that has cities and industries
 * @throws {FormError} when the documents are of several forms, or their form has no cities and industries
 */
export async function coverage(
  documents: FormDocument[],
  { published = true, forms = [] }: CoverageOptions = {},
): Promise<Coverage> {
  return coverageOf(await commonForm(documents, forms), documents, published);
}

/**
 * The one form of all documents; without any the latest that has cities and industries.
 * @throws {FormError} when there are several, or none
 */
export async function commonForm(documents: FormDocument[], folders: FormsFolder[]): Promise<Form> {
  const [form, another] = new Set(documents.map((document) => document.form));
  if (another) throw new FormError(`一次只能看同一份通知的${form?.terms.consortium}`);
  const wanted = form ?? (await allForms(folders)).find(tellsCoverage);
  if (!wanted) throw new FormError("没有一份通知写了各地区和产业布局(coverage、industries)");
  return wanted;
}

/** Coverage as a workbook: the heat map, and the consortia. */
export async function coverageWorkbook(found: Coverage): Promise<Uint8Array> {
  const { sheetsXlsx } = await import("../render/xlsx/sheets.js");
  return sheetsXlsx(coverageSheets(found), found.presentation.typography);
}
