import type { Segment } from "./segment.js";

/** A part of a text: its offset, and the offset past it. */
export interface Span {
  start: number;
  end: number;
}

/** A span of XML, and the segments that take its place. */
export interface Replacement extends Span {
  segments: Segment[];
}

export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/**
 * Sorts items by the span that they lie in.
 * @param items in order
 * @param spans in order, none overlapping another
 * @returns the items inside each span, and those inside none
 */
export function groupBySpan<Item extends Span>(items: Item[], spans: Span[]): { inside: Item[][]; outside: Item[] } {
  const inside = spans.map((): Item[] => []);
  const outside: Item[] = [];
  let at = 0;
  for (const item of items) {
    while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= item.start) at += 1;
    const span = spans[at];
    (span && isWithin(item, span) ? (inside[at] as Item[]) : outside).push(item);
  }
  return { inside, outside };
}

/** The XML of a span as segments, with replacements in it made. @param replacements none overlapping another */
export function replaceSpans(xml: string, { start, end }: Span, replacements: Replacement[]): Segment[] {
  const segments: Segment[] = [];
  let done = start;
  for (const replacement of replacements.toSorted((a, b) => a.start - b.start)) {
    segments.push(xml.slice(done, replacement.start));
    for (const segment of replacement.segments) segments.push(segment);
    done = replacement.end;
  }
  segments.push(xml.slice(done, end));
  return segments;
}
