import { createDiagnostic, type Diagnostic, type Edit, type Fix } from "../model/diagnostic.js";
import type { TextRange } from "../model/place.js";
import type { SlipSentence } from "./slip-sentences.js";

/** A slip in its place in the file. */
export interface LocatedSlip extends SlipSentence {
  range: TextRange;
  fix?: Fix | undefined;
  /** What corrects it, even where that is a guess. */
  edits?: Edit[];
}

/** A slip as a finding. */
export function slipDiagnostic(file: string, { range, message, hint, fix }: LocatedSlip): Diagnostic {
  return createDiagnostic({ ruleId: "yaml/syntax", file, place: range, message, hint, fix });
}
