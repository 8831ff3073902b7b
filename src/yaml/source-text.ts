import type { LineCounter } from "yaml";
import { type KnownKeys, NO_KEYS } from "../form/known-keys.js";
import { type TextRange, textRange } from "../model/place.js";

/** A text being read, and the way from offsets to ranges. */
export interface SourceText {
  file: string;
  text: string;
  range(start: number, end: number): TextRange;
  /** The keys of the forms there are; without them no line is made a field. */
  keys: KnownKeys;
}

/** The place of a text whose lines have been counted. */
export function sourceText(file: string, text: string, lines: LineCounter, keys = NO_KEYS): SourceText {
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), offset };
  };
  return {
    file,
    text,
    keys,
    range: (start, end) => textRange(position(start), position(Math.max(start, end))),
  };
}
