/**
 * Counts the days from one date to another.
 * @param from YYYY-MM-DD
 * @param to YYYY-MM-DD
 * @returns a whole number; negative when `to` is the earlier date
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
