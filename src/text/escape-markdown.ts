import { showControlCharacters } from "./printable.js";

/** Characters that mean something in Markdown; as references none of them does, whatever stands beside it. */
const MEANING = /[\\`*_{}[\]<>|~$&#!]/gu;

/**
 * Text on one line that reads as it was written, in a table too: no markup, no links, nobody notified by @name.
 */
export function escapeMarkdown(text: string): string {
  return (
    showControlCharacters(text)
      .trim()
      .replace(MEANING, (char) => `&#${char.charCodeAt(0)};`)
      // addresses and names are recognised in plain text: a remark nobody sees breaks them up
      .replace(/@|:(?=\/\/)|www(?=\.)/giu, "$&<!-- -->")
  );
}
