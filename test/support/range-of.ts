import { isTextRange, type Place, type TextRange } from "../../src/index.js";

/** The range of something that was found in a text. */
export function rangeOf({ place }: { place: Place }): TextRange {
  if (!isTextRange(place)) throw new Error("a cell, not a range in a text");
  return place;
}
