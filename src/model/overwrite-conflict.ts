/** A place where the text of a Word file differs from the text that would be written. */
export interface TextChange {
  /** The line before, which helps to find the place; empty at the beginning of the file. */
  after: string;
  /** The lines that would be written. */
  ours: string[];
  /** The lines that are in the file now. */
  theirs: string[];
}

/** Why an existing file must not be overwritten. */
export type OverwriteConflict =
  /** ptc did not write the file. */
  | { kind: "foreign" }
  /** ptc wrote the file, and a person saved it again. `sameText` is set when its body still has the text to be written. */
  | { kind: "resaved"; sameText?: true }
  /** ptc wrote the file, and its text was changed afterwards. */
  | {
      kind: "edited";
      changes: TextChange[];
      /** The file was made from the same data, so that every change was made by a person. */
      sameData: boolean;
    };
