import { formPath } from "../model/document.js";
import { count, type Report } from "../model/report.js";
import { escapedJson } from "../text/visible.js";

/** Findings for programs: `schemas/report.schema.json`. `version` changes when a field changes its meaning. */
export function json({ files, documents, diagnostics, remaining, waived = 0 }: Report): string {
  const report = {
    version: 1,
    files: files.map((file) => {
      const document = documents.find((each) => each.source.file === file);
      return {
        file,
        form: document ? formPath(document) : null,
        ...count(diagnostics.filter((each) => each.file === file)),
        ...(remaining && { remaining: remaining.get(file) ?? null }),
      };
    }),
    diagnostics,
    summary: { files: files.length, checked: documents.length, ...count(diagnostics), waived },
  };
  return `${escapedJson(report)}\n`;
}
