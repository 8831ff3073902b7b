import type { Checklist } from "../../model/checklist.js";

/** Checklists for programs. `version` changes when a field changes its meaning. */
export function checklistJson(checklists: Checklist[]): string {
  const data = checklists.map(({ presentation: _, ...checklist }) => checklist);
  return `${JSON.stringify({ version: 1, checklists: data }, null, 2)}\n`;
}
