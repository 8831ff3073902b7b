/** Lists a notice publishes that rules compare documents with. */
export interface Registers {
  industries?: Industries;
  parks?: Parks;
  roster?: Roster;
}

/** 附件1: which industries the province places in which city. */
export interface Industries {
  title: string;
  source: string;
  /** What each mark means, that of the core industries first. */
  marks: Record<string, string>;
  cities: { printed: string; name: string; group: string; total: number }[];
  /** `cities` maps the printed short name to its mark; a city left out is a blank cell. */
  industries: { code: string; name: string; class: string; cities: Record<string, string>; total: number }[];
}

/** How park names are spelled. */
export interface Parks {
  /** What the name of a park may end in. */
  endings: string[];
  /** Each row: words that are one and the same wherever they stand in a name. */
  synonyms?: string[][];
  /** Each row: the short form first, then the words that mean the same. */
  spellings: string[][];
  drop: string[];
  /** Further names of a park, by its printed name. */
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
    /** The list prints no city; it is inferred from the park. */
    inferredCity: string;
    parks: string[];
    schools: string[];
    enterprises: string[];
  }[];
}
