import type { Diagnostic } from "./diagnostic.js";
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

/**
 * Limits a report to some files: it keeps these files, findings in them, and findings that name them as a related place.
 * It also keeps what concerns every file: other files that could not be read, and so were compared with nothing, and
 * what is wrong with the waivers.
 * @param isConcerned whether a file is one of these
 */
export function filterReport(report: Report, isConcerned: (file: string) => boolean): Report {
  const given = new Set(report.files);
  const files = report.files.filter(isConcerned);
  const kept = new Set(files);
  return {
    ...report,
    files,
    documents: report.documents.filter(({ source }) => kept.has(source.file)),
    diagnostics: report.diagnostics.filter(
      ({ file, ruleId, related }) =>
        kept.has(file) ||
        !given.has(file) ||
        ruleId === "file/unreadable" ||
        related.some((place) => kept.has(place.file)),
    ),
  };
}
