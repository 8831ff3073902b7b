import type { Filing } from "./ledger.js";

/** A document that must still be filed, and by when. */
export interface Deadline extends Pick<Filing, "role" | "kind" | "due"> {
  /** The year that the filing is about. */
  year: number;
  /** Days from today to the due day; negative when the due day has passed. */
  daysLeft: number;
  /** Name of the consortium that must file. Left out when every consortium must. */
  consortium?: string;
  /** What the form calls a consortium, e.g. 联合体. */
  term: string;
  /** Id of the form. */
  form: string;
  /** Day on which the notice was issued, YYYY-MM-DD. */
  issued: string;
  /** The clause of the notice that sets the deadline, ready to show. */
  clause: string;
}
