import type { Presentation } from "./presentation.js";

/**
 * Which cities have a consortium, and which of the province's industries the consortia serve. The industries and where
 * the province places them come from 附件1.
 */
export interface Coverage {
  presentation: Presentation;
  /** Where the industries and cities come from: the number of the notice, and the title of its list. */
  source: string;
  /** The clause that requires a consortium in every city: its place and its wording. */
  clause: string;
  /** Source and title of the published list that consortia were taken from. Left out when only documents were used. */
  roster?: string;
  /** Meaning by mark. The mark of the core industries comes first. */
  marks: Record<string, string>;
  /** Columns of the heat map, in the order of the printed list. */
  cities: CityCoverage[];
  /** Rows of the heat map, in the order of the printed list. */
  industries: IndustryCoverage[];
  /** Consortia whose city is not filled in. */
  unplaced: CoveredConsortium[];
}

/** One city and its consortia. */
export interface CityCoverage {
  name: string;
  /** Short name printed in the list, e.g. 长沙. */
  short: string;
  consortia: CoveredConsortium[];
  /** Codes of the core industries that no consortium of the city serves. */
  unserved: string[];
  /** Codes of the core industries for which this is not known, because a consortium has not filled in its industries. */
  unknown: string[];
}

/** One consortium as the coverage counts it. */
export interface CoveredConsortium {
  name: string;
  /** Its number on the published list; undefined when it is not on the list. */
  published?: number;
  /** Files of the documents that name it. */
  files: string[];
  /** Codes of the industries it serves. Undefined means "not filled in", which is not the same as "none". */
  industries?: string[];
}

/** One industry in all cities. */
export interface IndustryCoverage {
  code: string;
  name: string;
  class: string;
  /** One cell for each city, in the order of `cities`. */
  cells: CoverageCell[];
}

/** One industry in one city. */
export interface CoverageCell {
  /** A key of `marks`; undefined when the province has not placed the industry in the city. */
  mark?: string;
  state: "served" | "unserved" | "unknown";
  /** Names of the city's consortia that serve it. */
  served: string[];
}

const SIGNS = { served: "✓", unserved: "✗", unknown: "?" };

/**
 * Formats a cell for display without colour, three columns wide, e.g. 核✓, 重✗, 核?. 外✓ means: served, although the
 * province has not placed the industry in the city.
 * @param marks meaning by mark; the sign begins with the first character of the meaning
 * @returns an empty text when the industry is neither placed in the city nor served there
 */
export function cellSign({ mark, state }: CoverageCell, marks: Coverage["marks"]): string {
  if (mark === undefined) return state === "served" ? `外${SIGNS.served}` : "";
  return (marks[mark] ?? mark).slice(0, 1) + SIGNS[state];
}

/** Explains the signs of `cellSign`, in two lines. */
export function legend({ marks, presentation: { terms } }: Coverage): string[] {
  return [
    [
      ...Object.entries(marks).map(([mark, meaning]) => `${meaning.slice(0, 1)} ${meaning}(${mark})`),
      "外 布局之外",
    ].join("  "),
    `${SIGNS.served} 有${terms.consortium}服务  ${SIGNS.unserved} 没有  ${SIGNS.unknown} 不明:有${terms.consortium}没有填${terms.industry}的代码`,
  ];
}

/** Lists industries with code and name. @param codes codes of industries in the coverage */
export function industryNames({ industries }: Coverage, codes: string[]): string {
  return codes.map((code) => `${code} ${industries.find((each) => each.code === code)?.name}`).join("、");
}

/**
 * Finds the cities that lack a published consortium.
 * @returns `none`: cities without any consortium; `unpublished`: cities whose consortia are all missing from the
 * published list (always empty when no list was used)
 */
export function citiesWithout({ cities, roster }: Coverage): { none: CityCoverage[]; unpublished: CityCoverage[] } {
  return {
    none: cities.filter(({ consortia }) => consortia.length === 0),
    unpublished: cities.filter(
      ({ consortia }) =>
        roster !== undefined && consortia.length > 0 && consortia.every(({ published }) => published === undefined),
    ),
  };
}
