import type { Checklist } from "./checklist.js";
import type { Coverage } from "./coverage.js";
import type { Diagnostic } from "./diagnostic.js";
import type { Ledger } from "./ledger.js";
import type { Presentation } from "./presentation.js";

/** The data of the province's page. */
export interface Province {
  presentation: Presentation;
  /** Label of the field that holds the parks. */
  parksLabel: string;
  /** Title of the form. */
  title: string;
  /** The day for which the page is made, YYYY-MM-DD. */
  today: string;
  /** Number of files given, number of files that could be checked, and the latter by kind. */
  files: number;
  checked: number;
  kinds: { kind: string; count: number }[];
  coverage?: Coverage;
  /** First the published consortia, in the order of the list, then the others. */
  consortia: ConsortiumProfile[];
  figures: FigureGroup[];
  checklists: Checklist[];
  ledger?: Ledger;
  /** Sorted by file. */
  diagnostics: Diagnostic[];
}

/** One consortium as the page shows it. */
export interface ConsortiumProfile {
  name: string;
  city?: string;
  /** Whether the city was inferred from the park, because the published list has no city. */
  inferred: boolean;
  published?: number;
  parks: string[];
  leads: string[];
  files: string[];
  /** Names and telephone numbers. Empty unless the user asked for them, because they are personal data. */
  personal: { label: string; text: string }[];
}

/** The figures of one section of the form. */
export interface FigureGroup {
  title: string;
  figures: FigureSeries[];
}

/** One figure by year, for every consortium that has filled it in. */
export interface FigureSeries {
  name: string;
  unit?: string;
  /** Years in order: every year for which at least one consortium has a value. */
  years: number[];
  consortia: { name: string; values: YearValue[] }[];
}

/** The value of one year. */
export interface YearValue {
  year: number;
  value: number;
  /** Whether the value was counted before the end of the year. */
  provisional: boolean;
}
