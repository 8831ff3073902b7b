import { eastAsianWidth } from "get-east-asian-width";

/** What takes one place in a terminal: a character with the marks, joiners and skin tones that belong to it. */
export interface Glyph {
  text: string;
  columns: number;
}

/** Marks, joiners, variation selectors and other characters without a width of their own; soft hyphens have one. */
const WIDTHLESS = /^[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Modifier}\u1160-\u11ff]$/u;
const JOINER = "\u200d";
/** Asks for the coloured picture of the character before it. */
const AS_EMOJI = "\ufe0f";

/** The glyphs of a text, in order; East Asian characters and emoji take two columns. */
export function glyphs(text: string): Glyph[] {
  const found: Glyph[] = [];
  for (const char of text) {
    const last = found.at(-1);
    const code = char.codePointAt(0) as number;
    // Latin and 汉字, nearly all there is, need no question asked
    const plain = code < 0x300 || (code >= 0x3400 && code < 0xa000);
    if (last && !plain && (WIDTHLESS.test(char) || last.text.endsWith(JOINER))) {
      last.text += char;
      if (char === AS_EMOJI) last.columns = 2;
    } else found.push({ text: char, columns: !plain && WIDTHLESS.test(char) ? 0 : eastAsianWidth(code) });
  }
  return found;
}

/** Columns a text takes in a terminal. */
export function displayWidth(text: string): number {
  return glyphs(text).reduce((sum, glyph) => sum + glyph.columns, 0);
}

/** Pads a text with spaces to a number of terminal columns. */
export function padToWidth(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** The longest beginning of a text that fits in a number of columns. */
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
