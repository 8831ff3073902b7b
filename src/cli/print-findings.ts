import type { Report } from "../model/report.js";
import { pretty } from "../report/diagnostics/pretty.js";
import type { Context } from "./context.js";
import { EXIT_CODES } from "./exit-codes.js";
import { paintFor } from "./paint.js";

/** Prints the findings of a report on stderr, for commands whose result on stdout or in a file is something else. */
export async function printFindings(report: Report, context: Context): Promise<void> {
  const paint = await paintFor({ ...context, outIsTerminal: context.errIsTerminal });
  // which waivers were applied has been said when the files were checked
  const { waivers: _, ...rest } = report;
  context.err(pretty(rest, { paint, width: context.width }));
}

/** Prints only the errors of a report on stderr. */
export async function printErrors(report: Report, context: Context): Promise<void> {
  await printFindings(
    { ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") },
    context,
  );
}

/**
 * Prints the findings about files that are not documents of a known form, for commands that show something else about
 * the documents.
 * @returns the exit code: `usage` when a file could not be read, `findings` when something was printed
 */
export async function printUnchecked(report: Report, context: Context): Promise<number> {
  const checked = new Set(report.documents.map(({ source }) => source.file));
  const unchecked = report.diagnostics.filter(({ file }) => !checked.has(file));
  if (unchecked.length > 0) await printFindings({ ...report, diagnostics: unchecked }, context);
  return report.unreadable ? EXIT_CODES.usage : unchecked.length > 0 ? EXIT_CODES.findings : EXIT_CODES.clean;
}
