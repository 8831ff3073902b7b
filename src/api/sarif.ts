import { builtinChecks } from "../check/builtin-checks.js";
import { describedBy } from "../model/description.js";
import type { Form } from "../model/form.js";
import type { Report } from "../model/report.js";
import { sarif as sarifOf } from "../report/diagnostics/sarif.js";
import { rules } from "../rules/index.js";

/** What SARIF contains besides the findings. */
export interface SarifOptions {
  /** Version of ptc. */
  version: string;
  /** The form whose words describe the rules; when not given, the form of the first document. */
  form?: Form | undefined;
}

/** Writes the report as SARIF 2.1.0, with a description of every rule and check in the words of a form. */
export function sarif(report: Report, { version, form = report.documents[0]?.form }: SarifOptions): string {
  const descriptions = [...rules, ...builtinChecks].map((each) => describedBy(form, each));
  return sarifOf(report, descriptions, version);
}
