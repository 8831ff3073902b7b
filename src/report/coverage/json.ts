import type { Coverage } from "../../model/coverage.js";
import { escapeJson } from "../../text/printable.js";

/** Coverage for programs: `schemas/coverage.schema.json`. `version` changes when a field changes its meaning. */
export function coverageJson(coverage: Coverage): string {
  const { presentation: _, ...data } = coverage;
  return `${escapeJson({ version: 1, ...data })}\n`;
}
