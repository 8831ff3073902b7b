/**
 * Characters that act on a terminal or viewer instead of being shown: control characters, line and paragraph
 * separators, marks that change the writing direction, and lone surrogates.
 */
const CONTROL = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\p{Cs}]/gu;

/**
 * Replaces control characters with visible text, so that the result is one line and cannot act on a terminal. ASCII
 * control characters become their symbol (␛ for escape, ␊ for a line break), others their number (<U+202E>).
 */
export function showControlCharacters(text: string): string {
  return text.replace(CONTROL, (char) => {
    const code = char.codePointAt(0) as number;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return "␡";
    return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

/**
 * Template tag for messages that quote file names, arguments and other foreign text. Control characters in the quoted
 * values are made visible; the words and line breaks of the message itself stay as they are.
 */
export function printable(words: TemplateStringsArray, ...quoted: unknown[]): string {
  return String.raw({ raw: words }, ...quoted.map((each) => showControlCharacters(String(each))));
}

/** Writes a value as indented JSON and escapes all control characters; JSON.stringify does not escape some of them. */
export function escapeJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return json.replace(CONTROL, (char) =>
    char === "\n" ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
