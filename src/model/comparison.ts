import type { Pointer } from "./json-schema.js";

/** A piece of a text that was compared. */
export interface TextPart {
  kind: "same" | "removed" | "added";
  text: string;
}

/** What kind of thing is different, and how. */
export type ChangeDetail =
  | {
      kind: "figure";
      before?: number;
      after?: number;
      /** How much more or less, in hundredths of the first; in points of a hundred for a field with %. */
      change?: number;
    }
  | { kind: "list"; removed: string[]; added: string[] }
  | { kind: "text"; parts: TextPart[] }
  | { kind: "value"; before?: string; after?: string }
  /** Names and telephone numbers of persons: reports are passed on. */
  | { kind: "personal" };

/** One field that two versions print differently. */
export type Change = ChangeDetail & {
  pointer: Pointer;
  /** Title of the part of the form that it is in. */
  section: string;
  label: string;
  unit?: string;
};

/** The differences of two versions of a document. */
export interface Comparison {
  before: string;
  after: string;
  /** Printed title of the form. */
  title: string;
  changes: Change[];
  /** Fields that were not compared, because a Word file has no place for them. */
  notCompared: string[];
  /** What needs a look before the comparison can be relied on. */
  doubts: string[];
}
