import type { Checklist, ChecklistPoint } from "../../model/checklist.js";

/** All points of a checklist, in order. */
export function pointsOf({ groups }: Checklist): ChecklistPoint[] {
  return groups.flatMap(({ points }) => points);
}
