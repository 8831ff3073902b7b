import type { Data, FieldPart, Source } from "../model/document.js";
import type { Pointer } from "../model/json-schema.js";
import { joinPointer } from "../text/json-pointer.js";

/** A key or a value in a text: its offsets, and the field that it belongs to. */
export interface FieldSpan {
  pointer: Pointer;
  part: FieldPart;
  start: number;
  end: number;
}

/** Lists the keys and the values of a text, in the order of the data. Values that hold others are left out. */
export function fieldSpans(source: Source): FieldSpan[] {
  const found: FieldSpan[] = [];
  const add = (pointer: Pointer, part: FieldPart) => {
    const { start, end } = source.locate(pointer, part);
    found.push({ pointer, part, start: start.offset, end: end.offset });
  };
  const walk = (data: Data, pointer: Pointer) => {
    if (typeof data !== "object" || data === null) return add(pointer, "value");
    for (const key of Object.keys(data)) {
      const inner = joinPointer(pointer, key);
      if (!Array.isArray(data)) add(inner, "key");
      walk((data as { [key: string]: Data })[key] as Data, inner);
    }
  };
  walk(source.data, "");
  return found;
}

/**
 * Finds the key or value that a part of the text belongs to: the one around it, the one beside it on its line, or a text
 * of several lines that it follows.
 * @returns "comment" when the part is in a comment; undefined when nothing is there
 */
export function spanAround(
  text: string,
  spans: readonly FieldSpan[],
  start: number,
  end: number,
): FieldSpan | "comment" | undefined {
  const around = spans.filter((span) => span.start <= start && end <= span.end);
  if (around.length > 0) return around.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
  const beside = spans.find((span) => span.end === start || span.start === end);
  if (beside) return beside;
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const before = last(spans.filter((span) => span.end <= start));
  const between = text.slice(Math.max(line, before?.end ?? 0), start);
  if (/(?:^|\s)#/u.test(between)) return "comment";
  if (before && (before.end >= line || text.slice(before.end, start).trim() === "")) return before;
  const lineEnd = text.indexOf("\n", end) < 0 ? text.length : text.indexOf("\n", end);
  return spans.find((span) => span.start >= end && span.start < lineEnd);
}

function last(spans: FieldSpan[]): FieldSpan | undefined {
  return spans.reduce<FieldSpan | undefined>((a, b) => (a && a.end > b.end ? a : b), undefined);
}
