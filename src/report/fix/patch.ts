import { structuredPatch } from "diff";
import type { Paint } from "../../model/paint.js";
import { showControlCharacters } from "../../text/printable.js";

/** The changes of a file as a unified diff for a terminal, with three lines around each change. */
export function patch(file: string, before: string, after: string, paint: Paint): string {
  const { hunks } = structuredPatch(file, file, before, after, undefined, undefined, { context: 3 });
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: inner }) => [
    paint.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
    ...inner
      .map(showLine)
      .map((line) => (line.startsWith("-") ? paint.red(line) : line.startsWith("+") ? paint.green(line) : line)),
  ]);
  return [
    paint.bold(`--- ${showControlCharacters(file)}`),
    paint.bold(`+++ ${showControlCharacters(file)}`),
    ...lines,
    "",
  ].join("\n");
}

/** A line without characters that act on a terminal. Tabs and the ends of lines stay: the diff may be about them. */
function showLine(line: string): string {
  return line.replace(/[^\t\r]+/gu, showControlCharacters);
}
