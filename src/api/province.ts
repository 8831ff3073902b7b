import { isTracked } from "../ledger/ledger.js";
import type { FormCatalog } from "../model/form-catalog.js";
import type { Report } from "../model/report.js";
import { provinceOf } from "../views/province.js";
import { type TrackOptions, track } from "./track.js";
import { checklists, commonForm } from "./views.js";

/** How the page of the province is made. */
export interface ProvinceOptions extends Omit<TrackOptions, "year"> {
  forms: FormCatalog;
  /** Returns the address of a line of a file; undefined when it has none. */
  hrefOf: (file: string, line: number) => string | undefined;
  /** Also show the consortia of the published list that no document names; true when not given. */
  published?: boolean | undefined;
  /** Show names and telephone numbers of persons; false when not given. */
  personal?: boolean | undefined;
}

/**
 * Makes the province's page about all consortia: coverage, figures, checklist, filings and findings.
 * @param report of a check over documents of one form; all of its kinds may occur
 * @returns HTML that needs no other file
 * @throws {FormError} when the documents belong to several forms
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
