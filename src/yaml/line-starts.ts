import { type TextRange, textRange } from "../model/place.js";

/** The offsets at which the lines of a text start. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}

/** Makes the function that turns offsets of a text into a range. @param starts where its lines start */
export function rangeFinder(starts: readonly number[]): (start: number, end: number) => TextRange {
  function position(offset: number) {
    let line = 0;
    let after = starts.length;
    while (after - line > 1) {
      const middle = (line + after) >> 1;
      if ((starts[middle] as number) <= offset) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: offset - (starts[line] as number) + 1, offset };
  }
  return (start, end) => textRange(position(start), position(Math.max(start, end)));
}
