import type { Report } from "../model/report.js";
import { pretty } from "../report/diagnostics/pretty.js";
import type { Context } from "./context.js";
import { EXIT_CODES } from "./exit-codes.js";
import { paintFor } from "./paint.js";

/** Shows the findings of a report on stderr: why something was not made, or what it was made in spite of. */
export async function printFindings(report: Report, context: Context): Promise<void> {
  const paint = await paintFor({ ...context, outIsTerminal: context.errIsTerminal });
  context.err(pretty(report, { paint, width: context.width }));
}

/** Shows the errors only. */
export async function printErrors(report: Report, context: Context): Promise<void> {
  await printFindings(
    { ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") },
    context,
  );
}

/**
 * Shows what could not be checked, for commands that show something else of what could.
 * @returns the exit code this comes to
 */
export async function printUnchecked(report: Report, context: Context): Promise<number> {
  const checked = new Set(report.documents.map(({ source }) => source.file));
  const unchecked = report.diagnostics.filter(({ file }) => !checked.has(file));
  if (unchecked.length > 0) await printFindings({ ...report, diagnostics: unchecked }, context);
  return report.unreadable ? EXIT_CODES.usage : unchecked.length > 0 ? EXIT_CODES.findings : EXIT_CODES.clean;
}
