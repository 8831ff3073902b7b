import type { Edit } from "../model/diagnostic.js";

/** The lines of a text that edits change, and where each line stands afterwards. Lines count from 0. */
export interface EditedLines {
  /** Lines of the text before that an edit touches. */
  before: ReadonlySet<number>;
  /** Lines of the text after that an edit has written. */
  after: ReadonlySet<number>;
  /** Gives the line of the text after for one of the text before. */
  lineAfter(line: number): number;
}

/** Compares the lines of a text before and after some edits. @param edits accepted ones, without overlaps */
export function editedLines(text: string, edits: readonly Edit[]): EditedLines {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const lineOf = (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const breaks = (part: string) => part.split("\n").length - 1;
  const [before, after] = [new Set<number>(), new Set<number>()];
  /** For each edit: its offset, and how many lines the text has grown by up to its end. */
  const growth: { start: number; grown: number }[] = [];
  let grown = 0;
  for (const { start, end, text: put } of sorted) {
    const first = lineOf(start);
    for (let line = first; line <= lineOf(Math.max(start, end - 1)); line += 1) before.add(line);
    const written = breaks(put);
    for (let line = first; line <= first + written; line += 1) after.add(line + grown);
    grown += written - breaks(text.slice(start, end));
    growth.push({ start, grown });
  }
  return {
    before,
    after,
    lineAfter(line) {
      const offset = starts[line] ?? text.length;
      return line + (growth.findLast(({ start }) => start < offset)?.grown ?? 0);
    },
  };
}
