import type { Presentation } from "./presentation.js";

/** Which cities have a consortium, and which of the province's industries the consortia serve. */
export interface Coverage {
  presentation: Presentation;
  /** Where industries and cities are from: the notice, and the title of its list. */
  source: string;
  /** That every city should have a consortium: place and wording. */
  clause: string;
  /** The published list consortia were taken from; left out when only documents were asked for. */
  roster?: string;
  /** Marks and what they mean, that of the core industries first. */
  marks: Record<string, string>;
  /** Columns of the heat map, as printed. */
  cities: CityCoverage[];
  /** Rows of the heat map, as printed. */
  industries: IndustryCoverage[];
  /** Consortia whose city nobody has filled in. */
  unplaced: CoveredConsortium[];
}

export interface CityCoverage {
  name: string;
  /** Printed short name, e.g. 长沙. */
  short: string;
  consortia: CoveredConsortium[];
  /** Codes of the core industries that none of the city's consortia serves. */
  unserved: string[];
  /** Codes of those that may be served: some consortium has not said what it serves. */
  unknown: string[];
}

export interface CoveredConsortium {
  name: string;
  /** Number on the published list. */
  published?: number;
  /** Documents that name it. */
  files: string[];
  /** Codes it names; undefined when nobody has filled them in: unknown is not none. */
  industries?: string[];
}

export interface IndustryCoverage {
  code: string;
  name: string;
  class: string;
  /** In the order of the cities. */
  cells: CoverageCell[];
}

export interface CoverageCell {
  /** One of the marks; undefined when the industry is not placed in the city. */
  mark?: string;
  state: "served" | "unserved" | "unknown";
  /** Names of the city's consortia that serve it. */
  served: string[];
}

const SIGNS = { served: "✓", unserved: "✗", unknown: "?" };

/**
 * A cell as it reads without colour, three columns wide: 核✓, 重✗, 核?; 外✓ for an industry that is served though
 * the province has not placed it in the city. Empty when there is nothing to say.
 */
export function cellSign({ mark, state }: CoverageCell, marks: Coverage["marks"]): string {
  if (mark === undefined) return state === "served" ? `外${SIGNS.served}` : "";
  return (marks[mark] ?? mark).slice(0, 1) + SIGNS[state];
}

/** What the signs mean. */
export function legend({ marks, presentation: { terms } }: Coverage): string[] {
  return [
    [
      ...Object.entries(marks).map(([mark, meaning]) => `${meaning.slice(0, 1)} ${meaning}(${mark})`),
      "外 布局之外",
    ].join("  "),
    `${SIGNS.served} 有${terms.consortium}服务  ${SIGNS.unserved} 没有  ${SIGNS.unknown} 不明:有${terms.consortium}没有填${terms.industry}的代码`,
  ];
}

/** The core industries of a city by code and name. */
export function industryNames({ industries }: Coverage, codes: string[]): string {
  return codes.map((code) => `${code} ${industries.find((each) => each.code === code)?.name}`).join("、");
}

/** Cities whose consortia are none, and those whose consortia are all not on the published list. */
export function citiesWithout({ cities, roster }: Coverage): { none: CityCoverage[]; unpublished: CityCoverage[] } {
  return {
    none: cities.filter(({ consortia }) => consortia.length === 0),
    unpublished: cities.filter(
      ({ consortia }) =>
        roster !== undefined && consortia.length > 0 && consortia.every(({ published }) => published === undefined),
    ),
  };
}
