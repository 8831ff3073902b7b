import { type Diagnostic, SEVERITY } from "../../model/diagnostic.js";
import type { Report } from "../../model/report.js";
import { visible } from "../../text/visible.js";

/** A finding in one line: `file:line:col: 级别 rule-id 说明`. */
export function conciseLine({ file, range, severity, ruleId, message }: Diagnostic): string {
  return `${visible(file)}:${range.start.line}:${range.start.column}: ${SEVERITY[severity]} ${ruleId} ${visible(message)}`;
}

/** One line for each finding and nothing else: for editors and grep. */
export function concise({ diagnostics }: Report): string {
  return diagnostics.map((each) => `${conciseLine(each)}\n`).join("");
}
