/** A length in a chart: tenths are as fine as anybody sees, and more would only be bytes. */
export function round(length: number): number {
  return Math.round(length * 10) / 10;
}
