/**
 * Class of the characters that nobody sees: zero-width spaces and joiners, soft hyphens, marks of direction, variation
 * selectors, fillers, tags, and marks of annotations. For use in a regular expression with the flag `u`.
 */
const INVISIBLE = String.raw`\p{Default_Ignorable_Code_Point}\ufff9-\ufffb`;

const PICTOGRAPH = String.raw`\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|[\ufe0e\ufe0f])?`;

/**
 * Invisible characters that belong to what is seen: those of emoji (❤️, 1️⃣, 👨‍👩‍👧, flags made of tags), and those that shape
 * Mongolian and Arabic letters.
 */
const MEANINGFUL = [
  String.raw`[#*\d]\ufe0f\u20e3`,
  String.raw`\u{1f3f4}[\u{e0030}-\u{e007a}]+\u{e007f}`,
  String.raw`${PICTOGRAPH}(?:\u200d${PICTOGRAPH})*`,
  String.raw`[\p{Script=Mongolian}\p{Script=Arabic}][\u180b-\u180f\u200c\u200d]+(?=\p{Script=Mongolian}|\p{Script=Arabic})`,
].join("|");

const ANY = new RegExp(`[${INVISIBLE}]`, "u");
const EVERY = new RegExp(`(${MEANINGFUL})|[${INVISIBLE}]`, "gu");
const EVERY_RUN = new RegExp(`(${MEANINGFUL})|[${INVISIBLE}]+`, "gu");

/** A range of a text, in offsets of UTF-16 units. `end` is not included. */
export interface InvisibleRun {
  start: number;
  end: number;
}

/** Finds the runs of characters that nobody sees, except those that belong to what is seen, as in emoji. */
export function invisibleRuns(text: string): InvisibleRun[] {
  // nearly no text has any
  if (!ANY.test(text)) return [];
  return [...text.matchAll(EVERY_RUN)].flatMap(({ 0: run, 1: seen, index }) =>
    seen === undefined ? [{ start: index, end: index + run.length }] : [],
  );
}

/** Replaces each character that nobody sees, except those that belong to what is seen, as in emoji. */
export function replaceInvisible(text: string, replacement: (char: string) => string): string {
  if (!ANY.test(text)) return text;
  return text.replace(EVERY, (char: string, seen?: string) => seen ?? replacement(char));
}

/** Removes the characters that nobody sees, except those that belong to what is seen, as in emoji. */
export function withoutInvisible(text: string): string {
  return replaceInvisible(text, () => "");
}

/** Removes all of them, for comparing texts: there ❤ and ❤️ are one. */
export function withoutAnyInvisible(text: string): string {
  return text.replace(ALL, "");
}

const ALL = new RegExp(`[${INVISIBLE}]`, "gu");

/** Shows a character by its number, e.g. `<U+200B>`. */
export function characterNumber(char: string): string {
  return `<U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}>`;
}
