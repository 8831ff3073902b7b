import { pretty, type Report } from "../index.js";
import { type Context, EXIT_CODES, paintFor } from "./context.js";

/** Shows the findings of a report on stderr: why something was not made, or what it was made in spite of. */
export function printFindings(report: Report, context: Context): void {
  const paint = paintFor({ ...context, outIsTerminal: context.errIsTerminal });
  context.err(pretty(report, { paint, width: context.width }));
}

/** Shows the errors only. */
export function printErrors(report: Report, context: Context): void {
  printFindings({ ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") }, context);
}

/**
 * Shows what could not be checked, for commands that show something else of what could.
 * @returns the exit code this comes to
 */
export function printUnchecked(report: Report & { unreadable: boolean }, context: Context): number {
  const checked = new Set(report.documents.map(({ source }) => source.file));
  const unchecked = report.diagnostics.filter(({ file }) => !checked.has(file));
  if (unchecked.length > 0) printFindings({ ...report, diagnostics: unchecked }, context);
  return report.unreadable ? EXIT_CODES.usage : unchecked.length > 0 ? EXIT_CODES.findings : EXIT_CODES.clean;
}
