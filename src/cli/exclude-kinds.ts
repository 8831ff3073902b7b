import type { DocumentKind, Form } from "../model/form.js";
import type { Report } from "../model/report.js";
import { printable } from "../text/printable.js";
import type { Context } from "./context.js";

/** Number of files that are listed by name. */
const MAX_LISTED = 5;

/**
 * Removes from a report the documents of kinds that a command cannot use, with their findings, and says so on stderr.
 * @param concerns tells whether the command can use a kind
 * @param why what the other kinds lack; printed after their name, e.g. 没有汇总表
 */
export function excludeKinds<AnyReport extends Report>(
  report: AnyReport,
  concerns: (kind: DocumentKind) => boolean,
  why: (form: Form) => string,
  context: Context,
): AnyReport {
  const others = new Map<string, { form: Form; files: string[] }>();
  for (const { form, kind, kindName, source } of report.documents)
    if (!concerns(kind)) others.set(kindName, { form, files: [...(others.get(kindName)?.files ?? []), source.file] });
  for (const [kindName, { form, files }] of others) {
    const more = files.length > MAX_LISTED ? ` 等 ${files.length} 份` : "";
    context.err(printable`${kindName}${why(form)},没有用到 ${files.slice(0, MAX_LISTED).join("、")}${more}\n`);
  }
  const excluded = new Set([...others.values()].flatMap(({ files }) => files));
  return {
    ...report,
    files: report.files.filter((file) => !excluded.has(file)),
    documents: report.documents.filter(({ source }) => !excluded.has(source.file)),
    diagnostics: report.diagnostics.filter(({ file }) => !excluded.has(file)),
  };
}
