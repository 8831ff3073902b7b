import { isTracked } from "../ledger/ledger.js";
import type { FormCatalog } from "../model/form-catalog.js";
import type { Report } from "../model/report.js";
import { provinceOf } from "../views/province.js";
import { type TrackOptions, track } from "./track.js";
import { checklists, commonForm } from "./views.js";

/** What the province's page shows. */
export interface ProvinceOptions extends Omit<TrackOptions, "year"> {
  forms: FormCatalog;
  /** Address of a line of a file; undefined where there is none. */
  hrefOf: (file: string, line: number) => string | undefined;
  /** Leave out the consortia of the published list that no document names. */
  published?: boolean;
  /** Show names and telephone numbers. */
  personal?: boolean;
}

/**
 * The province's page of all consortia: coverage, figures, checklist, filings and findings, as HTML that needs nothing else.
 * @param report of a check over documents of one form, of all its kinds
 * @throws {FormError} when the documents are of several forms
 */
export async function provincePage(report: Report, options: ProvinceOptions): Promise<string> {
  const { forms, hrefOf, published = true, personal = false, ...tracking } = options;
  const form = await commonForm(report.documents, forms);
  const province = provinceOf(form, report, {
    today: tracking.today,
    published,
    personal,
    checklists: checklists(report),
    ...(isTracked(form) && { ledger: track(report, tracking) }),
  });
  const { provinceHtml } = await import("../report/province/html.js");
  return provinceHtml(province, hrefOf);
}
