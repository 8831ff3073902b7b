/** How much more is tried than in every run, where all there is to try would take minutes: `TEST_SCALE=10 npm test`. */
const SCALE = Number(process.env["TEST_SCALE"] ?? 1);

/** Picks some of many, evenly spread. @param count how many at the usual scale */
export function sample<T>(all: readonly T[], count: number): T[] {
  const wanted = Math.min(all.length, Math.round(count * SCALE));
  // the middle of each part, so that samples of different lengths are not all from the beginning
  return Array.from({ length: wanted }, (_, at) => all[Math.floor(((at + 0.5) * all.length) / wanted)] as T);
}
