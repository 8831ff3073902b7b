import type { Field } from "../../model/field.js";
import type { StrayText } from "../stray-text.js";
import type { OutlineLine } from "./line.js";

/** Lines that do not stand where the form has them, with the edits that move all of them. */
export type OutlineSlip = Omit<StrayText, "end">;

/** The field read last, when it has a value on its line. */
export interface LastValue {
  field?: Field | undefined;
  line: OutlineLine;
  /** How far it is indented once it is corrected. */
  indent: number;
  isItem: boolean;
}
