import { distance } from "fastest-levenshtein";
import { fold } from "./fold.js";

/** The candidates a typed word most likely means, at most two: no more than half of it differs, width and spaces aside. */
export function closestMatches(typed: string, candidates: string[]): string[] {
  const folded = fold(typed);
  const off = (each: string) => distance(folded, fold(each)) / Math.max(folded.length, fold(each).length, 1);
  const close = candidates.filter((each) => off(each) <= 0.5).sort((a, b) => off(a) - off(b));
  return close.slice(0, off(close[0] ?? "") < 0.25 ? 1 : 2);
}

/** The question that offers candidates; undefined when there are none. */
export function didYouMean(candidates: string[]): string | undefined {
  return candidates.length > 0 ? `是不是要写${candidates.map((each) => `“${each}”`).join("或")}?` : undefined;
}
