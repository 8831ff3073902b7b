/**
 * Characters that break a line besides the usual line feed: a carriage return alone, those of Word (manual line break,
 * page break), and those of Unicode.
 */
const BREAK = String.raw`\r\n?|[\v\f\u0085\u2028\u2029]`;

const ANY = new RegExp(`(?!\\r\\n)(?:${BREAK})`, "u");
const EVERY = new RegExp(BREAK, "gu");

/** A line break that is not one of the usual, and its offsets (UTF-16 units). */
export interface UnusualBreak {
  char: string;
  start: number;
  end: number;
}

/** Finds the unusual line breaks of a text. */
export function unusualBreaks(text: string): UnusualBreak[] {
  if (!ANY.test(text)) return [];
  return [...text.matchAll(EVERY)].flatMap(({ 0: char, index }) =>
    char === "\r\n" ? [] : [{ char, start: index, end: index + char.length }],
  );
}

/** Replaces all line breaks by line feeds. */
export function withUsualBreaks(text: string): string {
  return ANY.test(text) ? text.replace(EVERY, "\n") : text;
}
