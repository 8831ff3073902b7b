import { characterNumber, replaceInvisible } from "./invisible.js";

/**
 * Characters that act on a terminal or viewer instead of being shown, or that have no shape of their own: control
 * characters, line and paragraph separators, lone surrogates, private-use characters, noncharacters.
 */
const CONTROL = /[\p{Cc}\u2028\u2029\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu;

/**
 * Replaces control characters and those that nobody sees with visible text, so that the result is one line and cannot
 * act on a terminal. ASCII control characters become their symbol (␛ for escape, ␊ for a line break), others their
 * number (<U+202E>).
 */
export function showControlCharacters(text: string): string {
  return replaceInvisible(text, characterNumber).replace(CONTROL, (char) => {
    const code = char.codePointAt(0) as number;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? "␡" : characterNumber(char);
  });
}

/**
 * Template tag for messages that quote file names, arguments and other foreign text. Control characters in the quoted
 * values are made visible; the words and line breaks of the message itself stay as they are.
 */
export function printable(words: TemplateStringsArray, ...quoted: unknown[]): string {
  return String.raw({ raw: words }, ...quoted.map((each) => showControlCharacters(String(each))));
}

/**
 * Writes a value as indented JSON and escapes all characters that `showControlCharacters` shows; JSON.stringify does not
 * escape some of them.
 */
export function escapeJson(value: unknown): string {
  const json = replaceInvisible(JSON.stringify(value, null, 2), jsonEscape);
  return json.replace(CONTROL, (char) => (char === "\n" ? char : jsonEscape(char)));
}

/** The escapes of a character in JSON: one for each UTF-16 unit. */
function jsonEscape(char: string): string {
  const units = Array.from({ length: char.length }, (_, index) => char.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
