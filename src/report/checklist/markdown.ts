import type { Checklist, ChecklistPoint } from "../../model/checklist.js";
import { escapeMarkdown } from "../../text/escape-markdown.js";

/** Checklists for a merge request or a report in Markdown: a table for each document. */
export function checklistMarkdown(checklists: Checklist[]): string {
  return checklists
    .map(({ name, title, groups, presentation }) =>
      [
        `## ${escapeMarkdown(name)} · ${escapeMarkdown(title)}`,
        "",
        `| ${presentation.terms.point} | 状态 | 核对 |`,
        "|---|---|---|",
        ...groups.flatMap(({ points }) => points.map(tableRow)),
        "",
      ].join("\n"),
    )
    .join("\n");
}

function tableRow({ id, text, status, criteria, note }: ChecklistPoint): string {
  const checks = criteria.map(({ what, verdict, found }) => `${verdict}:${what}${found ? `(${found})` : ""}`);
  const notes = note ? [`注:${note}`] : [];
  const remarks = [...checks, ...notes].map(escapeMarkdown).join("<br>");
  return `| ${id} ${escapeMarkdown(text)} | ${status.join("<br>")} | ${remarks} |`;
}
