import { BUILTIN_CHECK_SEVERITIES, type BuiltinCheckId, type DiagnosticId, type RuleId } from "./diagnostic-ids.js";
import type { Place } from "./place.js";

export type Severity = "error" | "warning";

/** Severities as people read them. */
export const SEVERITY_LABELS: Record<Severity, string> = { error: "错误", warning: "警告" };

/** Something found in a file. Wording is ready to show; layout and colour belong to the reports. */
export interface Diagnostic {
  ruleId: DiagnosticId;
  severity: Severity;
  file: string;
  pointer: string;
  place: Place;
  message: string;
  /** The way out. */
  hint?: string;
  /** The sentence of the notice this rests on. */
  clause?: string;
  related: RelatedPlace[];
  /** Set when the only trouble is that something is not filled in yet: `--draft` lets it pass. */
  unfilled?: true;
  /** What is meant, where there is no doubt about it. */
  fix?: Fix;
}

/** What a diagnostic is made of: the severity of a built-in check stands with its id, that of a rule is the rule's. */
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

/** A change to a text that leaves all else in it as it is. */
export interface Fix {
  /** What it does, e.g. 改成 2024-02-20; names no personal data, nor do the edits. */
  title: string;
  /** In order of place, apart from each other; none when the text stays and only its encoding changes. */
  edits: Edit[];
}

/** Replaces what stands from `start` up to, not including, `end` (offsets in UTF-16 units). */
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
