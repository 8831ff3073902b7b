/** Most digits that a number is read with exactly. */
const MAX_DIGITS = 15;

/**
 * Tells whether a figure is written the usual way and held exactly as a number. Others, such as 1e3, 010, 0x1F, +5, .5
 * and figures with more digits, are kept as the characters typed, so that nothing becomes another number in silence.
 */
export function isPlainFigure(typed: string): boolean {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(typed) || /^-0(?:\.0*)?$/u.test(typed)) return false;
  return typed.replace(/\D/gu, "").replace(/^0+/u, "").length <= MAX_DIGITS;
}
