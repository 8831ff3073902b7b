import { type Diagnostic, SEVERITY_LABELS } from "../../model/diagnostic.js";
import type { Report } from "../../model/report.js";
import { showControlCharacters } from "../../text/printable.js";

/** A finding in one line: `file:line:col: 级别 rule-id 说明`. */
export function conciseLine({ file, range, severity, ruleId, message }: Diagnostic): string {
  return `${showControlCharacters(file)}:${range.start.line}:${range.start.column}: ${SEVERITY_LABELS[severity]} ${ruleId} ${showControlCharacters(message)}`;
}

/** One line for each finding and nothing else: for editors and grep. */
export function concise({ diagnostics }: Report): string {
  return diagnostics.map((each) => `${conciseLine(each)}\n`).join("");
}
