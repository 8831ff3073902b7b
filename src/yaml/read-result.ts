import type { Diagnostic } from "../model/diagnostic.js";
import type { Source } from "../model/document.js";

/** What reading a text gives: the source, or none when the text is too broken to look into; and what is wrong with it. */
export interface ReadResult {
  source?: Source;
  problems: Diagnostic[];
  /** Set when it took the YAML library to read it: there may be more in it than meets the eye. */
  isIntricate?: boolean;
}
