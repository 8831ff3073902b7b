import type { Checklist } from "../model/checklist.js";
import type { Coverage } from "../model/coverage.js";
import type { FormDocument } from "../model/document.js";
import { FormError } from "../model/errors.js";
import type { Form } from "../model/form.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import type { Report } from "../model/report.js";
import type { Status } from "../model/status.js";
import { checklistOf } from "../views/checklist.js";
import { coverageOf, tellsCoverage } from "../views/coverage.js";
import { statusOf } from "../views/status.js";

/** How far a document has been filled in. */
export function status(document: FormDocument): Status {
  return statusOf(document);
}

/**
 * The checklist of observation points (附件2) of each document whose form has one, in the order of the report.
 * @param report of a check over the same documents
 */
export function checklists({ documents, diagnostics }: Pick<Report, "documents" | "diagnostics">): Checklist[] {
  return documents.flatMap((document) => {
    const { indicators } = document.kind;
    return indicators ? checklistOf(document, indicators, diagnostics) : [];
  });
}

/** What coverage is told from. */
export interface CoverageOptions {
  forms: FormCatalog;
  /** Leave the published list out and look at the documents alone. */
  published?: boolean;
}

/**
 * Which cities have a consortium and which industries they serve: the published list joined with documents.
 * @param documents all of one form; none stands for the latest form that has cities and industries
 * @throws {FormError} when the documents are of several forms, or their form has no cities and industries
 */
export async function coverage(
  documents: FormDocument[],
  { forms, published = true }: CoverageOptions,
): Promise<Coverage> {
  return coverageOf(await commonForm(documents, forms), documents, published);
}

/**
 * The one form of all documents; without any the latest that has cities and industries.
 * @throws {FormError} when there are several, or none
 */
export async function commonForm(documents: FormDocument[], forms: FormCatalog): Promise<Form> {
  const [form, another] = new Set(documents.map((document) => document.form));
  if (another) throw new FormError(`一次只能看同一份通知的${form?.terms.consortium}`);
  const wanted = form ?? (await openAll(forms)).find(tellsCoverage);
  if (!wanted) throw new FormError("没有一份通知写了各地区和产业布局(coverage、industries)");
  return wanted;
}
