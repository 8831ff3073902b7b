/**
 * What a terminal or a reader would obey rather than show: control characters, line and paragraph separators, marks
 * that turn the direction of writing, half a surrogate pair.
 */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\p{Cs}]/gu;

/**
 * A text on one line with nothing in it that acts on a terminal: a control character is shown by its picture (␛ for
 * escape, ␊ for a line break), others by their number (<U+202E>).
 */
export function showControlCharacters(text: string): string {
  return text.replace(UNSEEN, (char) => {
    const code = char.codePointAt(0) as number;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return "␡";
    return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

/**
 * A sentence that quotes the names of files, arguments and the like, as a template: what it quotes is made visible, its
 * own words and line breaks stay as they are.
 */
export function printable(words: TemplateStringsArray, ...quoted: unknown[]): string {
  return String.raw({ raw: words }, ...quoted.map((each) => showControlCharacters(String(each))));
}

/** JSON text in which what a terminal would obey is escaped; JSON.stringify leaves some of it as it is. */
export function escapeJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return json.replace(UNSEEN, (char) =>
    char === "\n" ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
