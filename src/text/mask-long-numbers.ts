import { toHalfWidth } from "./half-width.js";

/** A number of seven digits or more, with spaces or dashes between its groups, as people type telephone numbers. */
const LONG_NUMBER = /\d(?:[-—– ()]{0,3}\d){6,}/gu;

/** Tells whether a text has a number in it that is as long as a telephone number. */
export function hasLongNumber(text: string): boolean {
  return toHalfWidth(text).search(LONG_NUMBER) >= 0;
}

/**
 * Masks long numbers in a name: a number behind a name is a telephone number, and that is personal data. Only its first
 * three digits stay.
 */
export function maskLongNumbers(name: string): string {
  // most names have no digits
  if (!/[\d\uff10-\uff19]/u.test(name)) return name;
  return [...toHalfWidth(name).matchAll(LONG_NUMBER)].reduceRight(
    (masked, { 0: number, index }) => `${masked.slice(0, index + 3)}…${masked.slice(index + number.length)}`,
    name,
  );
}
