import type { Diagnostic } from "./diagnostic.js";
import type { DiagnosticId } from "./diagnostic-ids.js";
import type { FormDocument } from "./document.js";

/** The result of checking some files. */
export interface Report {
  /** Every file that was given, in the order given. */
  files: string[];
  /** Gives the text of a file, to show its lines; undefined when the file no longer exists. */
  texts: { get(file: string): string | undefined };
  /** Documents that name a form and were checked. */
  documents: FormDocument[];
  /** Sorted by file in the order given, then by place. */
  diagnostics: Diagnostic[];
  /** Whether a file could not be read (the diagnostics say which), or there was nothing to check. */
  unreadable: boolean;
  /** Number of findings that are waived. `diagnostics` does not contain them. */
  waived?: number;
  /** Name of the file of waivers that was applied, if there is one. */
  waivers?: string;
  /** With `--draft` only: number of fields that are still empty, by file. */
  remaining?: Map<string, number>;
}

/** Counts the findings of each severity. */
export function countBySeverity(diagnostics: Diagnostic[]): { errors: number; warnings: number } {
  const errors = diagnostics.filter((each) => each.severity === "error").length;
  return { errors, warnings: diagnostics.length - errors };
}

/** Ids of findings about single waivers, which concern only the file that the waiver names. */
const SINGLE_WAIVERS: ReadonlySet<DiagnosticId> = new Set(["waiver/expired", "waiver/unused"]);

/**
 * Limits a report to some files: it keeps findings in these files, and findings that name them as a related place. It
 * also keeps what is wrong with a file of waivers that cannot be used, because that concerns every file.
 * @param concerned whether a file is one of these
 */
export function filterReport(report: Report, concerned: (file: string) => boolean): Report {
  return {
    ...report,
    diagnostics: report.diagnostics.filter(
      ({ file, ruleId, related }) =>
        concerned(file) ||
        related.some((place) => concerned(place.file)) ||
        !(report.files.includes(file) || SINGLE_WAIVERS.has(ruleId)),
    ),
  };
}
