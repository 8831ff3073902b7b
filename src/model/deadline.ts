import type { Filing } from "./ledger.js";

/** Something that is still to be filed. */
export interface Deadline extends Pick<Filing, "role" | "kind" | "due"> {
  /** What the filing is about. */
  year: number;
  /** Days from today; negative when the day has passed. */
  daysLeft: number;
  /** Whose it is; left out when it is everybody's. */
  consortium?: string;
  /** What consortia are called. */
  term: string;
  form: string;
  /** Day the notice was issued, YYYY-MM-DD. */
  issued: string;
  /** The sentence of the notice. */
  clause: string;
}
