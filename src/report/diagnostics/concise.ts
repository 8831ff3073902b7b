import { type Diagnostic, SEVERITY_LABELS } from "../../model/diagnostic.js";
import type { Report } from "../../model/report.js";
import { showControlCharacters } from "../../text/printable.js";
import { printablePlace } from "./detail-lines.js";

/** Formats a finding in one line: `file:line:col: 级别 rule-id 说明`. In a Word file, the cell replaces line and column. */
export function conciseLine(diagnostic: Diagnostic): string {
  const { severity, ruleId, message } = diagnostic;
  return `${printablePlace(diagnostic)}: ${SEVERITY_LABELS[severity]} ${ruleId} ${showControlCharacters(message)}`;
}

/** Formats a report with one line for each finding and nothing else, for editors and grep. */
export function concise({ diagnostics }: Report): string {
  return diagnostics.map((each) => `${conciseLine(each)}\n`).join("");
}
