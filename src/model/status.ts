/** How far a document has been filled in. */
export interface Status {
  file: string;
  name: string;
  sections: SectionStatus[];
  /** Texts with a limit, in printed order. */
  texts: { name: string; words: number; limit: number }[];
  filled: number;
  total: number;
}

export interface SectionStatus {
  title: string;
  filled: number;
  total: number;
  /** Labels of what is still empty. */
  missing: string[];
}
