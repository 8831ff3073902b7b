import { eastAsianWidth } from "get-east-asian-width";

/** One visible character in a terminal: a base character, and the marks, joiners and skin tones that modify it. */
export interface Glyph {
  text: string;
  /** Terminal columns that it takes: 0, 1 or 2. */
  columns: number;
}

/** Characters that take no column of their own: marks, joiners, variation selectors and the like. */
const WIDTHLESS = /^[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Modifier}\u1160-\u11ff]$/u;
const JOINER = "\u200d";
/** Variation selector that asks for the coloured emoji of the character before it. */
const AS_EMOJI = "\ufe0f";

/** Splits a text into its glyphs, in order. East Asian characters and emoji take two columns. */
export function glyphs(text: string): Glyph[] {
  const found: Glyph[] = [];
  for (const char of text) {
    const last = found.at(-1);
    const code = char.codePointAt(0) as number;
    // nearly all characters are Latin letters or 汉字, which need no test
    const plain = code < 0x300 || (code >= 0x3400 && code < 0xa000);
    if (last && !plain && (WIDTHLESS.test(char) || last.text.endsWith(JOINER))) {
      last.text += char;
      if (char === AS_EMOJI) last.columns = 2;
    } else found.push({ text: char, columns: !plain && WIDTHLESS.test(char) ? 0 : eastAsianWidth(code) });
  }
  return found;
}

/** Counts the columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  return glyphs(text).reduce((sum, glyph) => sum + glyph.columns, 0);
}

/** Adds spaces at the end of a text until it takes `width` terminal columns. A wider text stays unchanged. */
export function padToWidth(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** Returns the longest beginning of a text that fits in `width` terminal columns. No glyph is cut in two. */
export function clipToWidth(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const glyph of glyphs(text)) {
    used += glyph.columns;
    if (used > width) return text.slice(0, end);
    end += glyph.text.length;
  }
  return text;
}
