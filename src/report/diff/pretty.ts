import type { Change, Comparison } from "../../model/comparison.js";
import type { Paint } from "../../model/paint.js";
import { showControlCharacters } from "../../text/printable.js";
import { bySection, inOneLine, labelOf, noteLines, shortened, summaryLine } from "./wording.js";

/** Formats the differences of two versions for a terminal. What went is in `[-…-]`, what came in `{+…+}`. */
export function diffPretty(comparison: Comparison, paint: Paint): string {
  const lines = [paint.bold(printed(summaryLine(comparison)))];
  for (const [section, changes] of bySection(comparison.changes))
    lines.push("", paint.bold(printed(section)), ...changes.flatMap((change) => changeLines(change, paint)));
  const notes = noteLines(comparison).map(printed);
  return `${[...lines, ...(notes.length > 0 ? ["", ...notes] : [])].join("\n")}\n`;
}

function changeLines(change: Change, paint: Paint): string[] {
  const label = printed(labelOf(change));
  const single = inOneLine(change);
  if (single !== undefined) return [`  ${label}:${printed(single)}`];
  if (change.kind === "list")
    return [
      `  ${label}:`,
      ...change.removed.map((name) => paint.red(`    − ${printed(name)}`)),
      ...change.added.map((name) => paint.green(`    + ${printed(name)}`)),
    ];
  if (change.kind !== "text") return [];
  const text = shortened(change.parts).map(({ kind, text: own }) => {
    const shown = own.split("\n").map(printed).join("\n      ");
    if (kind === "removed") return paint.red(`[-${shown}-]`);
    return kind === "added" ? paint.green(`{+${shown}+}`) : shown;
  });
  return [`  ${label}:`, `      ${text.join("")}`];
}

const printed = showControlCharacters;
