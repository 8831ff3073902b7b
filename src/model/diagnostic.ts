import { maskPhones } from "../text/mask-phones.js";
import { BUILTIN_CHECK_SEVERITIES, type BuiltinCheckId, type DiagnosticId, type RuleId } from "./diagnostic-ids.js";
import type { Place } from "./place.js";

/** An error must be corrected; a warning asks a person to look. */
export type Severity = "error" | "warning";

/** The word that reports show for each severity. */
export const SEVERITY_LABELS: Record<Severity, string> = { error: "错误", warning: "警告" };

/** Something found in a file. Its sentences are ready to show; reports add only layout and colour. */
export interface Diagnostic {
  ruleId: DiagnosticId;
  severity: Severity;
  file: string;
  /** The field concerned; empty when the finding is about the whole file or about the YAML itself. */
  pointer: string;
  place: Place;
  message: string;
  /** What the user can do about it. */
  hint?: string;
  /** The clause of the notice that requires this, from `clauseText`. */
  clause?: string;
  /** Other places that the finding is about, e.g. the other of two documents that disagree. */
  related: RelatedPlace[];
  /** Set when the only problem is that something is not filled in yet. `--draft` leaves such findings out. */
  unfilled?: true;
  /** The change that corrects the problem. Set only when there is no doubt about what was meant. */
  fix?: Fix;
}

/**
 * What `createDiagnostic` takes. A finding of a rule must give its severity; for a built-in check the default is in
 * `BUILTIN_CHECK_SEVERITIES`.
 */
type NewDiagnostic = Pick<Diagnostic, "file" | "place" | "message"> & {
  [K in "pointer" | "hint" | "clause" | "related" | "unfilled" | "fix"]?: Diagnostic[K] | undefined;
} & ({ ruleId: BuiltinCheckId; severity?: Severity } | { ruleId: RuleId; severity: Severity });

/**
 * Makes a diagnostic. Defaults: an empty pointer, no related places, and for a built-in check its usual severity. In its
 * messages telephone numbers are masked: they are personal data, also where they were typed as a figure or in a name. A
 * hint says how to write something, perhaps with a number for an example, and quotes nothing that may be personal.
 */
export function createDiagnostic(found: NewDiagnostic): Diagnostic {
  const { ruleId, file, pointer = "", place, message, hint, clause, related = [], unfilled, fix } = found;
  return {
    ruleId,
    severity: found.severity === undefined ? BUILTIN_CHECK_SEVERITIES[found.ruleId] : found.severity,
    file,
    pointer,
    place,
    message: maskPhones(message),
    ...(hint && { hint }),
    ...(clause && { clause }),
    related: related.map((each) => ({ ...each, message: maskPhones(each.message) })),
    ...(unfilled && { unfilled }),
    ...(fix && { fix }),
  };
}

/** A correction of a text. Everything outside its edits stays as it is. */
export interface Fix {
  /** What the fix does, e.g. 改成 2024-02-20. Neither the title nor the edits contain personal data. */
  title: string;
  /** In the order of the text, without overlaps. Empty when only the encoding of the file changes. */
  edits: Edit[];
}

/** Replaces the characters from `start` to `end` with `text`. Offsets count UTF-16 units; `end` is not included. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Another place that a diagnostic is about, and why. */
export interface RelatedPlace {
  file: string;
  place: Place;
  message: string;
}
