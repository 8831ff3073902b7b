import { formPath } from "../../model/document.js";
import { countBySeverity, type Report } from "../../model/report.js";
import { escapeJson } from "../../text/printable.js";
import { byFile } from "./by-file.js";

/** Findings for programs: `schemas/report.schema.json`. `version` changes when a field changes its meaning. */
export function json({ files, documents, diagnostics, remaining, waived = 0 }: Report): string {
  const forms = new Map(documents.map((document) => [document.source.file, formPath(document)]));
  const found = byFile({ files, diagnostics });
  const report = {
    version: 1,
    files: files.map((file) => {
      return {
        file,
        form: forms.get(file) ?? null,
        ...countBySeverity(found.get(file) ?? []),
        ...(remaining && { remaining: remaining.get(file) ?? null }),
      };
    }),
    diagnostics,
    summary: { files: files.length, checked: documents.length, ...countBySeverity(diagnostics), waived },
  };
  return `${escapeJson(report)}\n`;
}
