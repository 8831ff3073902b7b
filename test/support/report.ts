import type { Diagnostic, FormDocument, Report, TextRange } from "../../src/index.js";
import type { Paint } from "../../src/model/paint.js";
import { textRange } from "../../src/model/place.js";

/** A range in a text: lines and columns from 1. */
export function range(line: number, column = 1, endLine = line, endColumn = column + 1): TextRange {
  return textRange({ line, column, offset: 0 }, { line: endLine, column: endColumn, offset: 1 });
}

/** A finding, an error in `甲.yaml` unless told. */
export function finding(over: Partial<Diagnostic> = {}): Diagnostic {
  return {
    ruleId: "word-limit",
    severity: "error",
    file: "甲.yaml",
    pointer: "/甲",
    place: range(1),
    message: "说明",
    related: [],
    ...over,
  };
}

/** A report of findings. @param over by default all files of the findings were looked at, and checked */
export function reportOf(diagnostics: Diagnostic[], over: Partial<Report> = {}): Report {
  const files = over.files ?? [...new Set(diagnostics.map(({ file }) => file))];
  const documents = files.map((file) => ({ source: { file } }) as FormDocument);
  return { files, texts: new Map(), documents, diagnostics, unreadable: false, ...over };
}

/** Paint that shows its colour in the text: r(…) for red, and so on. */
export const lettered: Paint = Object.fromEntries(
  ["bold", "dim", "red", "yellow", "green", "cyan"].map((name) => [name, (text: string) => `${name[0]}(${text})`]),
) as unknown as Paint;
