import type { Diagnostic } from "./diagnostic.js";
import type { FormDocument } from "./document.js";

/** All that a run of checks found out. */
export interface Report {
  /** Every file looked at, in the order given. */
  files: string[];
  /** Texts by file, for showing lines; one that is no longer there is undefined. */
  texts: { get(file: string): string | undefined };
  /** Documents that named a form and were checked. */
  documents: FormDocument[];
  /** By file in the order given, then by place. */
  diagnostics: Diagnostic[];
  /** Whether something could not be read, which is among the findings, or nothing was there to check. */
  unreadable: boolean;
  /** How many findings somebody has waived; they are not among the diagnostics. */
  waived?: number;
  /** Draft only: how many fields are still empty, by file. */
  remaining?: Map<string, number>;
}

/** How many findings there are of each severity. */
export function countBySeverity(diagnostics: Diagnostic[]): { errors: number; warnings: number } {
  const errors = diagnostics.filter((each) => each.severity === "error").length;
  return { errors, warnings: diagnostics.length - errors };
}

/** The report cut down to what concerns some files: findings in them, and findings that name them as the other side. */
export function filterReport(report: Report, concerned: (file: string) => boolean): Report {
  return {
    ...report,
    diagnostics: report.diagnostics.filter(
      ({ file, related }) => concerned(file) || related.some((place) => concerned(place.file)),
    ),
  };
}
