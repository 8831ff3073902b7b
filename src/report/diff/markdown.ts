import type { Change, Comparison } from "../../model/comparison.js";
import { escapeMarkdown as escaped } from "../../text/escape-markdown.js";
import { bySection, inOneLine, labelOf, noteLines, shortened, summaryLine } from "./wording.js";

/** Formats the differences of two versions as Markdown, for a comment on a merge request. */
export function diffMarkdown(comparison: Comparison): string {
  const sections = [...bySection(comparison.changes)].map(([section, changes]) =>
    [`### ${escaped(section)}`, "", ...changes.flatMap(changeLines)].join("\n"),
  );
  const notes = noteLines(comparison).map((note) => `- ${escaped(note)}`);
  const parts = [
    `## ${escaped(summaryLine(comparison))}`,
    ...sections,
    ...(notes.length > 0 ? [notes.join("\n")] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function changeLines(change: Change): string[] {
  const label = `- **${escaped(labelOf(change))}**:`;
  const single = inOneLine(change);
  if (single !== undefined) return [label + escaped(single)];
  if (change.kind === "list")
    return [
      label,
      ...change.removed.map((name) => `  - − <del>${escaped(name)}</del>`),
      ...change.added.map((name) => `  - + <ins>${escaped(name)}</ins>`),
    ];
  if (change.kind !== "text") return [];
  const text = shortened(change.parts).map(({ kind, text: own }) => {
    // a line break would end the item
    const shown = own.split("\n").map(inline).join("<br>");
    if (kind === "removed") return `<del>${shown}</del>`;
    return kind === "added" ? `<ins>${shown}</ins>` : shown;
  });
  return [label + text.join("")];
}

/** Escapes a piece of a line; unlike a whole line it keeps the spaces at its ends. */
function inline(text: string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return before + escaped(words) + after;
}
