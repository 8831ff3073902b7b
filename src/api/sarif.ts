import { builtinChecks } from "../check/builtin-checks.js";
import type { Report } from "../model/report.js";
import { sarif as sarifOf } from "../report/diagnostics/sarif.js";
import { rules } from "../rules/index.js";

/** Writes the report as SARIF 2.1.0, with a description of every rule and check. @param version version of ptc */
export function sarif(report: Report, { version }: { version: string }): string {
  return sarifOf(report, [...rules, ...builtinChecks], version);
}
