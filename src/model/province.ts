import type { Checklist } from "./checklist.js";
import type { Coverage } from "./coverage.js";
import type { Diagnostic } from "./diagnostic.js";
import type { Ledger } from "./ledger.js";
import type { Presentation } from "./presentation.js";

/** All that the province's page shows. */
export interface Province {
  presentation: Presentation;
  /** Label of the field that names the parks. */
  parksLabel: string;
  /** Title of the form. */
  title: string;
  /** YYYY-MM-DD. */
  today: string;
  /** How many files were looked at, how many of them could be checked, and how many of each kind these are. */
  files: number;
  checked: number;
  kinds: { kind: string; count: number }[];
  coverage?: Coverage;
  /** The published ones in the list's order, then the others. */
  consortia: ConsortiumProfile[];
  figures: FigureGroup[];
  checklists: Checklist[];
  ledger?: Ledger;
  /** By file. */
  diagnostics: Diagnostic[];
}

export interface ConsortiumProfile {
  name: string;
  city?: string;
  /** The list prints no city: it is inferred from the park. */
  inferred: boolean;
  published?: number;
  parks: string[];
  leads: string[];
  files: string[];
  /** Names and telephone numbers; empty unless they were asked for. */
  personal: { label: string; text: string }[];
}

/** Figures that stand in one section of the form. */
export interface FigureGroup {
  title: string;
  figures: FigureSeries[];
}

/** One figure of every consortium that has said it, by year. */
export interface FigureSeries {
  name: string;
  unit?: string;
  /** In order; every year that some consortium has said. */
  years: number[];
  consortia: { name: string; values: YearValue[] }[];
}

export interface YearValue {
  year: number;
  value: number;
  /** The year had not ended when it was counted. */
  provisional: boolean;
}
