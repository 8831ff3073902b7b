import type { Comparison } from "../../model/comparison.js";

/** Writes the differences of two versions for programs. */
export function diffJson(comparison: Comparison): string {
  const { before, after, title, changes, notCompared, doubts } = comparison;
  const report = { before, after, title, same: changes.length === 0, changes, notCompared, doubts };
  return `${JSON.stringify(report, null, 2)}\n`;
}
