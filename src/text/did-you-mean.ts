import { distance } from "fastest-levenshtein";
import { fold } from "./fold.js";

/**
 * Finds the candidates that a mistyped word most likely means. Width, spaces, quotation marks and case do not count.
 * @returns at most two candidates, the closest first, and only one when it is very close. A candidate is close when at
 *   most half of its characters differ
 */
export function closestMatches(typed: string, candidates: string[]): string[] {
  const folded = fold(typed);
  const difference = (each: string) => distance(folded, fold(each)) / Math.max(folded.length, fold(each).length, 1);
  const close = candidates.filter((each) => difference(each) <= 0.5).sort((a, b) => difference(a) - difference(b));
  return close.slice(0, difference(close[0] ?? "") < 0.25 ? 1 : 2);
}

/** Makes the question “是不是要写…?” that offers candidates. @returns undefined when there are no candidates */
export function didYouMean(candidates: string[]): string | undefined {
  return candidates.length > 0 ? `是不是要写${candidates.map((each) => `“${each}”`).join("或")}?` : undefined;
}
