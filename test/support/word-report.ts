import type { DocumentCell, Report } from "../../src/index.js";

/** The name of a Word file in the place of a YAML file. */
export const inWord = (file: string) => file.replace(/\.yaml$/u, ".docx");

/** A cell as a reader of Word files would find it: its label is the last step of the field's pointer. */
export function cellOf(pointer: string): DocumentCell {
  return { kind: "cell", table: 2, row: 5, column: 3, label: pointer.split("/").at(-1) || "封面" };
}

/** A report on YAML texts, as it would be if the same had been read from Word files: every place is a cell. */
export function wordReport(report: Report): Report {
  const locate = (pointer: string) => cellOf(pointer);
  return {
    ...report,
    files: report.files.map(inWord),
    documents: report.documents.map((document) => ({
      ...document,
      source: { file: inWord(document.source.file), locate, locateText: locate },
    })),
    diagnostics: report.diagnostics.map((each) => ({
      ...each,
      file: inWord(each.file),
      place: cellOf(each.pointer),
      related: each.related.map((other) => ({ ...other, file: inWord(other.file), place: cellOf("/另一处") })),
    })),
  };
}
