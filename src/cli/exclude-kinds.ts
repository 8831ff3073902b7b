import type { DocumentKind, Form } from "../model/form.js";
import type { Report } from "../model/report.js";
import { printable } from "../text/printable.js";
import type { Context } from "./context.js";

/** Files named one by one. */
const NAMED = 5;

/**
 * Leaves documents of kinds a command is not for out of a report, with what was found in them, and says so on stderr.
 * @param concerns whether the command is for a kind
 * @param why says what the others lack, after their name: 没有汇总表
 */
export function excludeKinds<Kept extends Report>(
  report: Kept,
  concerns: (kind: DocumentKind) => boolean,
  why: (form: Form) => string,
  context: Context,
): Kept {
  const others = new Map<string, { form: Form; files: string[] }>();
  for (const { form, kind, kindName, source } of report.documents)
    if (!concerns(kind)) others.set(kindName, { form, files: [...(others.get(kindName)?.files ?? []), source.file] });
  for (const [kindName, { form, files }] of others) {
    const more = files.length > NAMED ? ` 等 ${files.length} 份` : "";
    context.err(printable`${kindName}${why(form)},没有用到 ${files.slice(0, NAMED).join("、")}${more}\n`);
  }
  const left = new Set([...others.values()].flatMap(({ files }) => files));
  return {
    ...report,
    files: report.files.filter((file) => !left.has(file)),
    documents: report.documents.filter(({ source }) => !left.has(source.file)),
    diagnostics: report.diagnostics.filter(({ file }) => !left.has(file)),
  };
}
