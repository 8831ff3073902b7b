/** A place where a Word file says something else than what would be written. */
export interface TextChange {
  /** The line before, to find the place by; empty at the beginning. */
  after: string;
  /** Lines as they would be written. */
  ours: string[];
  /** Lines as they stand in the file. */
  theirs: string[];
}

/** What stands in the way of writing over a file. */
export type OverwriteConflict =
  /** None of ours. */
  | { kind: "foreign" }
  /** Ours, saved by somebody; whether the body's text is still what would be written, when that can be told. */
  | { kind: "resaved"; sameText?: true }
  | {
      kind: "edited";
      changes: TextChange[];
      /** The data is still what the file was made from: every change is a person's. */
      sameData: boolean;
    };
