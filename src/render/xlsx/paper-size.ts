import type { Typography } from "../../model/typography.js";

/** Numbers that Excel knows paper by, and its width and height in millimetres. */
const PAPERS: [number: number, width: number, height: number][] = [
  [1, 215.9, 279.4],
  [5, 215.9, 355.6],
  [8, 297, 420],
  [9, 210, 297],
  [11, 148, 210],
  [12, 257, 364],
  [13, 182, 257],
];

/** The paper of a form as a setting of a page; none where the form does not say or Excel does not know it. */
export function paperSize(typography: Typography | undefined): { paperSize?: number } {
  const found = PAPERS.find(
    ([, width, height]) => typography?.page.width === width && typography.page.height === height,
  );
  return found ? { paperSize: found[0] } : {};
}
