import { diffArrays } from "diff";
import { printedText } from "../../text/markdown.js";

/**
 * Brings a changed text into the one that was typed: lines that print the same stay as they are typed, with their
 * Markdown and their pictures.
 */
export function mergeLines(typed: string, changed: string): string {
  const [before, after] = [typed, changed].map(lines) as [Line[], Line[]];
  const parts = diffArrays(before, after, { comparator: (one, other) => one.key === other.key });
  const merged: string[] = [];
  let from = 0;
  let replaced: Line[] = [];
  for (const { value, added, removed } of parts) {
    const own = before.slice(from, from + value.length);
    if (!added) from += value.length;
    if (removed) replaced = own;
    // a changed paragraph keeps the distance that the old one has from the one above it
    else if (added) merged.push(...value.map((line, at) => (replaced[at] ?? line).blanks + line.text));
    else merged.push(...own.map(({ blanks, text }) => blanks + text));
    if (!removed) replaced = [];
  }
  return merged.join("\n").replace(/\n+$/u, "");
}

interface Line {
  text: string;
  /** The line breaks of empty lines above it. */
  blanks: string;
  /** What is printed of it. */
  key: string;
}

/** The lines of a text that are not empty. */
function lines(text: string): Line[] {
  const found: Line[] = [];
  let blanks = "";
  for (const line of text.replace(/\n+$/u, "").split("\n")) {
    if (line.trim() === "") blanks += "\n";
    else {
      found.push({ text: line, blanks, key: keyOf(line) });
      blanks = "";
    }
  }
  return found;
}

function keyOf(line: string): string {
  const picture = /!\[([^\]]*)\]/u.exec(line)?.[1];
  if (picture !== undefined) return `picture ${picture.replace(/\s/gu, "")}`;
  return printedText(line).replace(/[\s|]/gu, "") || line.replace(/[\s|:]|-{2,}/gu, "");
}
