/** Which cities have a consortium, and which of the province's industries the consortia serve. */
export interface Coverage {
  /** Where the industries and cities are from: 湘教通〔2024〕23号 附件1. */
  source: string;
  cities: CityCoverage[];
  /** Rows of the heat map, as printed. */
  industries: IndustryCoverage[];
}

export interface CityCoverage {
  name: string;
  /** Printed short name, e.g. 长沙. */
  short: string;
  consortia: CoveredConsortium[];
  /** Core industries (★★★) that no consortium of the city is known to serve. */
  unserved: string[];
}

export interface CoveredConsortium {
  name: string;
  /** Number on the published list. */
  published?: number;
  /** File it was read from. */
  file?: string;
  /** Codes of 附件1 it names; undefined when nobody has filled them in: unknown is not none. */
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
  /** ★★★, ★★ or nothing. */
  mark?: string;
  /** Names of the city's consortia that serve it. */
  served: string[];
  /** Some consortium of the city has not said which industries it serves. */
  uncertain: boolean;
}
