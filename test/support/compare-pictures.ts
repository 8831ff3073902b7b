import { type Picture, WHITE } from "./picture.js";

/** Levels a pixel may be off by: what smoothing makes of a stroke that has not moved. A changed full stop is more. */
const NOISE = 2;

/**
 * What differs between two pictures.
 * @returns the second picture, pale, with what differs in black; nothing if they show the same
 */
export function difference(expected: Picture, actual: Picture): Picture | undefined {
  const { width, height } = actual;
  if (expected.width !== width || expected.height !== height) return actual;
  const differs = (level: number, at: number) => Math.abs(level - (expected.levels[at] ?? WHITE)) > NOISE;
  if (!actual.levels.some(differs)) return undefined;
  const pale = (level: number) => WHITE - ((WHITE - level) >> 2);
  return { width, height, levels: actual.levels.map((level, at) => (differs(level, at) ? 0 : pale(level))) };
}
