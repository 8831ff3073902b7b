import { pretty, type Report } from "../index.js";
import { type Context, painter } from "./context.js";

/** Shows the findings of a report on stderr: why something was not made, or what it was made in spite of. */
export function sayFindings(report: Report, context: Context): void {
  const paint = painter({ ...context, outIsTerminal: context.errIsTerminal });
  context.err(pretty(report, { paint, width: context.width }));
}

/** Shows the errors only. */
export function sayErrors(report: Report, context: Context): void {
  sayFindings({ ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") }, context);
}
