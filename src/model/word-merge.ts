import type { Data } from "./document.js";
import type { Field } from "./field.js";
import type { Pointer } from "./json-schema.js";
import type { DocumentCell } from "./place.js";

/** A value in a Word file that went into a YAML text. */
export interface TakenOver {
  pointer: Pointer;
  field: Field;
  before?: Data | undefined;
  after: Data;
  cell: DocumentCell;
}

/** Something in a Word file that was not taken over, and why: a person has to decide. */
export interface LeftForPerson {
  name: string;
  reason: string;
  cell?: DocumentCell | undefined;
}

/** What bringing a Word file into a YAML text gives. */
export interface WordMerge {
  /** The changed text; the same as before when nothing was taken over. */
  text: string;
  taken: TakenOver[];
  left: LeftForPerson[];
}
