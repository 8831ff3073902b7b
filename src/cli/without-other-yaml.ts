import { type FormCatalog, openAll } from "../model/form-catalog.js";
import type { Report } from "../model/report.js";

/**
 * Takes YAML files that are no documents of a form, such as settings of other programs, out of a report. A file counts
 * as a document as soon as a line begins with `表单` or with a top-level key of a form, however it is typed further.
 * @returns the report without them, and their names
 */
export async function withoutOtherYaml(
  report: Report,
  forms: FormCatalog,
): Promise<{ report: Report; others: string[] }> {
  const kinds = (await openAll(forms)).flatMap(({ documents }) => Object.values(documents));
  const keys = new Set(["表单", ...kinds.flatMap(({ root }) => root.children.map(({ key }) => key))]);
  const checked = new Set(report.documents.map(({ source }) => source.file));
  const isOther = (file: string) => {
    const text = checked.has(file) ? undefined : report.texts.get(file);
    return text !== undefined && !text.split("\n").some((line) => keys.has(keyOf(line)));
  };
  const others = report.files.filter(isOther);
  const kept = { ...report, files: report.files.filter((file) => !others.includes(file)) };
  return { report: { ...kept, diagnostics: report.diagnostics.filter(({ file }) => !others.includes(file)) }, others };
}

/** Gives what a line has before its colon, half or full width. */
function keyOf(line: string): string {
  return line.split(/[:：]/u, 1)[0]?.trim() ?? "";
}
