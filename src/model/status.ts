/** How much of a document is filled in. */
export interface Status {
  file: string;
  name: string;
  sections: SectionStatus[];
  /** Texts with a word limit, in printed order. */
  texts: { name: string; words: number; limit: number }[];
  /** Number of fields that are filled in, and number of all fields. */
  filled: number;
  total: number;
}

/** The same for one section. */
export interface SectionStatus {
  title: string;
  filled: number;
  total: number;
  /** Labels of the fields that are still empty. */
  missing: string[];
}
