import { structuredPatch } from "diff";
import type { Paint } from "../../model/paint.js";
import { showControlCharacters } from "../../text/printable.js";

/** What changes in a file, as a unified diff with three lines around each change. */
export function patch(file: string, before: string, after: string, paint: Paint): string {
  const { hunks } = structuredPatch(file, file, before, after, undefined, undefined, { context: 3 });
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: inner }) => [
    paint.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
    ...inner
      .map(asTyped)
      .map((line) => (line.startsWith("-") ? paint.red(line) : line.startsWith("+") ? paint.green(line) : line)),
  ]);
  return [
    paint.bold(`--- ${showControlCharacters(file)}`),
    paint.bold(`+++ ${showControlCharacters(file)}`),
    ...lines,
    "",
  ].join("\n");
}

/** A line with nothing in it that acts on a terminal; tabs and the line's end are what the diff is about. */
function asTyped(line: string): string {
  return line.replace(/[^\t\r]+/gu, showControlCharacters);
}
