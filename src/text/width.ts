import { eastAsianWidth } from "get-east-asian-width";

/** Columns a text takes in a terminal: East Asian characters take two. */
export function columns(text: string): number {
  let width = 0;
  for (const char of text) {
    if (!/\p{Mn}/u.test(char)) width += eastAsianWidth(char.codePointAt(0) as number);
  }
  return width;
}

/** Pads a text with spaces to a number of terminal columns. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

/** The longest beginning of a text that fits in a number of columns. */
export function clip(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const char of text) {
    used += columns(char);
    if (used > width) return text.slice(0, end);
    end += char.length;
  }
  return text;
}
