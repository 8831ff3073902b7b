import { showControlCharacters } from "./printable.js";

/** Characters that have a meaning in Markdown. As numeric references (`&#42;`) they have none in any context. */
const SPECIAL = /[\\`*_{}[\]<>|~$&#!]/gu;

/**
 * Escapes a text so that Markdown shows it on one line exactly as it was written, also inside a table cell. It makes no
 * markup and no links, and an `@name` in it notifies nobody.
 */
export function escapeMarkdown(text: string): string {
  return (
    showControlCharacters(text)
      .trim()
      .replace(SPECIAL, (char) => `&#${char.charCodeAt(0)};`)
      // GitHub makes links of addresses and @names in plain text: an invisible HTML comment inside prevents this
      .replace(/@|:(?=\/\/)|www(?=\.)/giu, "$&<!-- -->")
  );
}
