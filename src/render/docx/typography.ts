import { fontOf, type StyleName, type Typography } from "../../model/typography.js";

/** Converts millimetres to twips (twentieths of a point), which Word uses for lengths. */
export const mm = (value: number) => Math.round((value * 1440) / 25.4);

/** Converts points to twips (twentieths of a point). */
export const twips = (points: number) => Math.round(points * 20);

/** Converts points to half points, which Word uses for font sizes. */
export const halfPoints = (points: number) => Math.round(points * 2);

/**
 * A style in Word's units: `size` in half points; `line`, `before` and `after` in twips. A property that is missing
 * keeps the default of the document.
 */
export interface WordStyle {
  font: string;
  size?: number;
  line: number;
  before?: number;
  after?: number;
}

/** Converts a style of a form's typography to Word's units. A style without a line height takes that of `body`. */
export function wordStyle(typography: Typography, name: StyleName): WordStyle {
  const { size, line = typography.styles.body.line, before, after } = typography.styles[name];
  return {
    font: fontOf(typography, name),
    ...(size !== undefined && { size: halfPoints(size) }),
    line: twips(line),
    ...(before !== undefined && { before: twips(before) }),
    ...(after !== undefined && { after: twips(after) }),
  };
}

/**
 * Gives the font attributes of a run: one font for all scripts. The hint `eastAsia` makes Word treat marks that Chinese and
 * Western text share, such as “ ”, as Chinese.
 */
export function fonts(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: "eastAsia" };
}
