import type { Diagnostic, RelatedPlace } from "../../model/diagnostic.js";
import { type DiagnosticId, isSchemaCheck } from "../../model/diagnostic-ids.js";
import { formPath } from "../../model/document.js";
import { isTextRange, lineOrCell, type Place } from "../../model/place.js";
import { countBySeverity, type Report } from "../../model/report.js";
import { escapeJson } from "../../text/printable.js";
import { byFile } from "./by-file.js";

/**
 * Formats a report as JSON for programs. `schemas/report.schema.json` describes it. `version` changes when a key changes
 * its meaning.
 */
export function json({ files, documents, diagnostics, remaining, waived = 0, waivers }: Report): string {
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
    diagnostics: diagnostics.map(diagnosticJson),
    summary: {
      files: files.length,
      checked: documents.length,
      ...countBySeverity(diagnostics),
      waived,
      waivers: waivers ?? null,
    },
  };
  return `${escapeJson(report)}\n`;
}

/** The keys of a finding in JSON: `range` or `cell` replaces `place`. */
type Key = Exclude<keyof Diagnostic, "place"> | "range" | "cell";

const KEYS: Key[] = [
  "ruleId",
  "severity",
  "file",
  "pointer",
  "range",
  "cell",
  "message",
  "hint",
  "clause",
  "related",
  "unfilled",
  "fix",
];
const SCHEMA_KEYS: Key[] = [
  "severity",
  "file",
  "range",
  "cell",
  "clause",
  "related",
  "pointer",
  "ruleId",
  "unfilled",
  "message",
  "hint",
  "fix",
];
const LOST_TEXT_KEYS: Key[] = [
  "file",
  "pointer",
  "related",
  "ruleId",
  "severity",
  "range",
  "cell",
  "message",
  "hint",
  "clause",
  "unfilled",
  "fix",
];

/**
 * Gives the order in which the keys of a finding are written. The order has no meaning, but users compare saved reports as
 * text. Some checks have always written their findings in a different order, and this order is kept.
 */
function keysOf(id: DiagnosticId): Key[] {
  if (isSchemaCheck(id)) return SCHEMA_KEYS;
  return id === "yaml/lost-text" || id === "yaml/unprintable" ? LOST_TEXT_KEYS : KEYS;
}

function diagnosticJson({ place, related, ...rest }: Diagnostic): Partial<Record<Key, unknown>> {
  const values = { ...rest, ...rangeOrCell(place), related: related.map(relatedJson) };
  return Object.fromEntries(keysOf(rest.ruleId).map((key) => [key, values[key]]));
}

function relatedJson({ file, place, message }: RelatedPlace): object {
  return { file, ...rangeOrCell(place), message };
}

/** Gives a place as JSON: the range in a text, or the cell of a Word file. */
function rangeOrCell(place: Place): { range?: object; cell?: object | undefined } {
  if (!isTextRange(place)) return { cell: lineOrCell(place).cell };
  const { start, end } = place;
  return { range: { start, end } };
}
