import path from "node:path";
import { STDIN_NAME, toDisplayPath } from "../io/files/find-files.js";
import type { FormsFolder } from "../io/forms/load-form.js";
import { isTracked } from "../ledger/ledger.js";
import type { Report } from "../model/report.js";
import { provinceOf } from "../views/province.js";
import { commonForm } from "./coverage.js";
import { checklists } from "./summary.js";
import { track } from "./track.js";

export interface ProvinceOptions {
  /** The day, YYYY-MM-DD. */
  today: string;
  /** Folder the names of the files are relative to. */
  folder: string;
  /** Where the page will be: links to files are relative to it. */
  output: string;
  /** Address of a repository's files on the web, to which links go instead, as `<linkBase>/<file>#L12`. */
  linkBase?: string;
  /** Leave out the consortia of the published list that no document names. */
  published?: boolean;
  /** Show names and telephone numbers. */
  personal?: boolean;
  forms?: FormsFolder[];
}

/**
 * The province's page of all consortia: coverage, figures, checklist, filings and findings, as HTML that needs nothing else.
 * @param report of a check over documents of one form, of all its kinds
 * @throws {FormError} when the documents are of several forms
 */
export async function provincePage(report: Report, options: ProvinceOptions): Promise<string> {
  const { today, folder, published = true, personal = false, forms = [] } = options;
  const form = await commonForm(report.documents, forms);
  const province = provinceOf(form, report, {
    today,
    published,
    personal,
    checklists: await checklists(report),
    ...(isTracked(form) && { ledger: track(report, { today, folder }) }),
  });
  const { provinceHtml } = await import("../report/province/html.js");
  return provinceHtml(province, (file, line) => hrefOf(file, line, options));
}

function hrefOf(file: string, line: number, { folder, output, linkBase }: ProvinceOptions): string | undefined {
  const full = path.resolve(folder, file);
  const way = toDisplayPath(path.relative(linkBase === undefined ? path.dirname(output) : folder, full));
  // standard input is no file, another drive has no way to it, and what lies outside a repository is not on its page
  if (file === STDIN_NAME || path.isAbsolute(way) || /^[a-z]:/iu.test(way)) return undefined;
  if (linkBase !== undefined && way.startsWith("../")) return undefined;
  const address = way
    .split("/")
    // half a character cannot be written in an address, nor in the name of a file
    .map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, "\ufffd")))
    .join("/");
  return linkBase === undefined ? address : `${linkBase.replace(/\/+$/u, "")}/${address}#L${line}`;
}
