/** A length in a chart, to tenths of a pixel: nobody sees more, and more digits would make the page larger. */
export function svgLength(length: number): number {
  return Math.round(length * 10) / 10;
}
