import { pretty, type Report } from "../index.js";
import { type Context, painter } from "./context.js";

/** Shows the errors of a report on stderr: why something was not made, or what it was made in spite of. */
export function sayErrors(report: Report, context: Context): void {
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  const paint = painter({ ...context, outIsTerminal: context.errIsTerminal });
  context.err(pretty({ ...report, diagnostics: errors }, { paint, width: context.width }));
}
