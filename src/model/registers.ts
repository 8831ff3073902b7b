/** Lists that rules compare documents with. */
export interface Registers {
  industries?: Industries;
  parks?: Parks;
  roster?: Roster;
}

/** The industries that the province places in each city (附件1). */
export interface Industries {
  title: string;
  source: string;
  /** Meaning by mark. The mark of the core industries comes first. */
  marks: Record<string, string>;
  cities: { printed: string; name: string; group: string; total: number }[];
  /** `cities` gives the mark by the printed short name of a city. A city is left out when its cell is blank. */
  industries: { code: string; name: string; class: string; cities: Record<string, string>; total: number }[];
}

/** How names of parks are written, so that two names of one park are recognized. */
export interface Parks {
  /** Endings that a name of a park can have, e.g. 园, 区. */
  endings: string[];
  /** Each row: words that mean the same, wherever they occur in a name. */
  synonyms?: string[][];
  /** Each row: the short form, followed by the longer words that mean the same. */
  spellings: string[][];
  /** Words that are removed before names are compared, e.g. 国家级. */
  drop: string[];
  /** Other names of a park, by its printed name. */
  aliases: Record<string, string[]>;
}

/** The published list of approved consortia. */
export interface Roster {
  title: string;
  source: string;
  date: string;
  consortia: {
    no: number;
    name: string;
    /** The city, inferred from the park, because the list has no city. */
    inferredCity: string;
    parks: string[];
    schools: string[];
    enterprises: string[];
  }[];
}
