import { structuredPatch } from "diff";
import type { Paint } from "../../model/paint.js";
import { showControlCharacters } from "../../text/printable.js";

/** Lines that may differ: with more, the comparison takes long, and nobody reads it. */
const MAX_CHANGES = 2000;

/**
 * The changes of a file as a unified diff for a terminal, with three lines around each change. Where more changed than
 * anybody reads, it says only that.
 */
export function patch(file: string, before: string, after: string, paint: Paint): string {
  const limits = { context: 3, maxEditLength: MAX_CHANGES };
  const compared = structuredPatch(file, file, before, after, undefined, undefined, limits);
  const lines = (compared?.hunks ?? []).flatMap(({ oldStart, oldLines, newStart, newLines, lines: inner }) => [
    paint.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
    ...inner
      .map(showLine)
      .map((line) => (line.startsWith("-") ? paint.red(line) : line.startsWith("+") ? paint.green(line) : line)),
  ]);
  return [
    paint.bold(`--- ${showControlCharacters(file)}`),
    paint.bold(`+++ ${showControlCharacters(file)}`),
    ...(compared ? lines : [`改动超过 ${MAX_CHANGES} 行,没有逐行列出`]),
    "",
  ].join("\n");
}

/** A line without characters that act on a terminal. Tabs and the ends of lines stay: the diff may be about them. */
function showLine(line: string): string {
  return line.replace(/[^\t\r]+/gu, showControlCharacters);
}
