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

/** Lists the keys and the values of a text, in the order of the text. Values that hold others are left out. */
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
  // an empty value has the place of its key
  return found.sort((a, b) => a.start - b.start || a.part.localeCompare(b.part));
}

/**
 * Finds the key or value that a part of the text belongs to: the one around it, the one beside it on its line, or a text
 * of several lines that it follows.
 * @param spans in the order of the text
 * @returns "comment" when the part is in a comment; undefined when nothing is there
 */
export function spanAround(
  text: string,
  spans: readonly FieldSpan[],
  start: number,
  end: number,
): FieldSpan | "comment" | undefined {
  const after = firstAfter(spans, start);
  const before = spans[after - 1];
  if (before && (before.end >= end || before.end === start)) return before;
  const next = spans[after];
  if (next?.start === end) return next;
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const between = text.slice(Math.max(line, before?.end ?? 0), start);
  if (/(?:^|\s)#/u.test(between)) return "comment";
  if (before && (before.end >= line || text.slice(before.end, start).trim() === "")) return before;
  return next && !text.slice(end, next.start).includes("\n") ? next : undefined;
}

/** Finds the first span that begins after an offset. @returns its index; the number of spans when there is none */
function firstAfter(spans: readonly FieldSpan[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as FieldSpan).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
