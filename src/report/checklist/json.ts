import type { Checklist } from "../../model/checklist.js";
import { escapeJson } from "../../text/printable.js";

/** Checklists for programs. `version` changes when a field changes its meaning. */
export function checklistJson(checklists: Checklist[]): string {
  const data = checklists.map(({ presentation: _, ...checklist }) => checklist);
  return `${escapeJson({ version: 1, checklists: data })}\n`;
}
