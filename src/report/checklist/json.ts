import type { Checklist } from "../../model/checklist.js";

/** Checklists for programs. `version` changes when a field changes its meaning. */
export function checklistJson(checklists: Checklist[]): string {
  return `${JSON.stringify({ version: 1, checklists }, null, 2)}\n`;
}
