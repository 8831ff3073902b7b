import type { Checklist } from "../model/checklist.js";
import type { Coverage } from "../model/coverage.js";
import type { FormDocument } from "../model/document.js";
import { FormError } from "../model/errors.js";
import type { Form } from "../model/form.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import type { ReadCount } from "../model/reading.js";
import type { Report } from "../model/report.js";
import type { Status } from "../model/status.js";
import { checklistOf } from "../views/checklist.js";
import { coverageOf, tellsCoverage } from "../views/coverage.js";
import { readingOf } from "../views/reading.js";
import { statusOf } from "../views/status.js";

/** Counts how far a document has been filled in. */
export function status(document: FormDocument): Status {
  return statusOf(document);
}

/** Counts what was read of a document: entries of lists, words of texts. */
export function reading(document: FormDocument): ReadCount[] {
  return readingOf(document);
}

/**
 * Makes the checklist of observation points of each document whose kind has them, in the order of the report.
 * @param report of a check over the same documents
 */
export function checklists({ documents, diagnostics }: Pick<Report, "documents" | "diagnostics">): Checklist[] {
  return documents.flatMap((document) => {
    const { indicators } = document.kind;
    return indicators ? checklistOf(document, indicators, diagnostics) : [];
  });
}

/** How coverage is found. */
export interface CoverageOptions {
  forms: FormCatalog;
  /** Also count the published list, not only the documents; true when not given. */
  published?: boolean;
}

/**
 * Finds which cities have a consortium and which industries they serve, from the published list and the documents.
 * @param documents all of one form; for an empty list, the latest form that has cities and industries is used
 * @throws {FormError} when the documents belong to several forms, or when their form has no cities and industries
 */
export async function coverage(
  documents: FormDocument[],
  { forms, published = true }: CoverageOptions,
): Promise<Coverage> {
  return coverageOf(await commonForm(documents, forms), documents, published);
}

/**
 * Returns the form that all documents belong to; without documents, the latest form that has cities and industries.
 * @throws {FormError} when the documents belong to several forms, or when there is no such form
 */
export async function commonForm(documents: FormDocument[], forms: FormCatalog): Promise<Form> {
  const [form, another] = new Set(documents.map((document) => document.form));
  if (another) throw new FormError(`一次只能看同一份通知的${form?.terms.consortium}`);
  const wanted = form ?? (await openAll(forms)).find(tellsCoverage);
  if (!wanted) throw new FormError("没有一份通知写了各地区和产业布局(coverage、industries)");
  return wanted;
}
