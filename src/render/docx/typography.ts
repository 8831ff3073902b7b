import { fontOf, type StyleName, type Typography } from "../../model/typography.js";

/** Millimetres in twips, the twentieths of a point. */
export const mm = (value: number) => Math.round((value * 1440) / 25.4);

/** Points in twips. */
export const twips = (points: number) => Math.round(points * 20);

/** Points in half points, which sizes of fonts are in. */
export const halfPoints = (points: number) => Math.round(points * 2);

/** A style in Word's units; what is undefined is that of the document. */
export interface WordStyle {
  font: string;
  size?: number;
  line: number;
  before?: number;
  after?: number;
}

/** A style of a form's typography in Word's units. */
export function wordStyle(typography: Typography, name: StyleName): WordStyle {
  const { size, line = typography.styles.body.line, before, after } = typography.styles[name];
  return {
    font: fontOf(typography, name),
    size: size === undefined ? undefined : halfPoints(size),
    line: twips(line),
    before: before === undefined ? undefined : twips(before),
    after: after === undefined ? undefined : twips(after),
  };
}

/** A font for every script, told to treat shared marks such as “ ” as Chinese. */
export function fonts(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: "eastAsia" };
}
