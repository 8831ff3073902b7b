import { structuredPatch } from "diff";
import type { Paint } from "../model/paint.js";

/** What changes in a file, as a unified diff with three lines around each change. */
export function patch(file: string, before: string, after: string, paint: Paint): string {
  const { hunks } = structuredPatch(file, file, before, after, undefined, undefined, { context: 3 });
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: inner }) => [
    paint.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
    ...inner.map((line) => (line.startsWith("-") ? paint.red(line) : line.startsWith("+") ? paint.green(line) : line)),
  ]);
  return [paint.bold(`--- ${file}`), paint.bold(`+++ ${file}`), ...lines, ""].join("\n");
}
