import { BUILTIN_CHECK_SEVERITIES, type BuiltinCheckId, type DiagnosticId, type RuleId } from "./diagnostic-ids.js";
import type { Place } from "./place.js";

export type Severity = "error" | "warning";

/** Severities as people read them. */
export const SEVERITY_LABELS: Record<Severity, string> = { error: "错误", warning: "警告" };

/** Something found in a file. Its sentences are ready to show; layout and colour are the reports' business. */
export interface Diagnostic {
  ruleId: DiagnosticId;
  severity: Severity;
  file: string;
  pointer: string;
  place: Place;
  message: string;
  /** What to do about it. */
  hint?: string;
  /** The sentence of the notice that asks for it. */
  clause?: string;
  related: RelatedPlace[];
  /** Set when something is not filled in yet and that is all: with `--draft` it is no finding. */
  unfilled?: true;
  /** The change that puts it right, where there is no doubt what was meant. */
  fix?: Fix;
}

/** What a diagnostic is made from. A rule gives its severity; for a built-in check it stands with the id. */
type NewDiagnostic = Omit<Diagnostic, "ruleId" | "severity" | "pointer" | "related"> &
  Partial<Pick<Diagnostic, "pointer" | "related">> &
  ({ ruleId: BuiltinCheckId; severity?: Severity } | { ruleId: RuleId; severity: Severity });

/** Makes a diagnostic. One without a pointer concerns the whole file, or the YAML itself. */
export function createDiagnostic(found: NewDiagnostic): Diagnostic {
  const { ruleId, file, pointer = "", place, message, hint, clause, related = [], unfilled, fix } = found;
  return {
    ruleId,
    severity: found.severity === undefined ? BUILTIN_CHECK_SEVERITIES[found.ruleId] : found.severity,
    file,
    pointer,
    place,
    message,
    ...(hint && { hint }),
    ...(clause && { clause }),
    related,
    ...(unfilled && { unfilled }),
    ...(fix && { fix }),
  };
}

/** A change to a text that leaves the rest of it as it is. */
export interface Fix {
  /** What it does, e.g. 改成 2024-02-20. Neither this nor the edits hold personal data. */
  title: string;
  /** In the order of the text, without overlaps; none when only the encoding of the file changes. */
  edits: Edit[];
}

/** Replaces the characters from `start` up to, not including, `end` (offsets in UTF-16 units). */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface RelatedPlace {
  file: string;
  place: Place;
  message: string;
}
