import type { Diagnostic, Severity } from "../model/diagnostic.js";
import type { Report } from "../model/report.js";

export const SEVERITY: Record<Severity, string> = { error: "错误", warning: "警告" };

/** A finding in one line: `file:line:col: 级别 rule-id 说明`. */
export function conciseLine({ file, range, severity, ruleId, message }: Diagnostic): string {
  return `${file}:${range.start.line}:${range.start.column}: ${SEVERITY[severity]} ${ruleId} ${message}`;
}

/** One line for each finding and nothing else: for editors and grep. */
export function concise({ diagnostics }: Report): string {
  return diagnostics.map((each) => `${conciseLine(each)}\n`).join("");
}
