import { formPath } from "../../model/document.js";
import { isTextRange, lineOrCell, type Place } from "../../model/place.js";
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
    diagnostics: diagnostics.map((each) => withPlaceByKind({ ...each, related: each.related.map(withPlaceByKind) })),
    summary: { files: files.length, checked: documents.length, ...countBySeverity(diagnostics), waived },
  };
  return `${escapeJson(report)}\n`;
}

/** Puts in the place of `place` a `range` for one in a text, a `cell` for one in a document. */
function withPlaceByKind<T extends { place: Place }>(item: T): object {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => (key === "place" ? placeEntry(item.place) : [key, value])),
  );
}

function placeEntry(place: Place): [key: "range" | "cell", value: object | undefined] {
  if (!isTextRange(place)) return ["cell", lineOrCell(place).cell];
  const { start, end } = place;
  return ["range", { start, end }];
}
