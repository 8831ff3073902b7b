import type { LineCounter } from "yaml";
import type { Range } from "../model/diagnostic.js";

/** A text being read, and the way from offsets to ranges. */
export interface Place {
  file: string;
  text: string;
  range(start: number, end: number): Range;
  /** Whether a form has a field of this name; without it no line is made one. */
  isKey?: (name: string) => boolean;
}

/** The place of a text whose lines have been counted. */
export function placeOf(file: string, text: string, lines: LineCounter, isKey?: Place["isKey"]): Place {
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), offset };
  };
  return {
    file,
    text,
    isKey,
    range: (start, end) => ({ start: position(start), end: position(Math.max(start, end)) }),
  };
}
