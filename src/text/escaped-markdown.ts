import { visible } from "./visible.js";

/** Characters that mean something in Markdown; as references none of them does, whatever stands beside it. */
const MEANING = /[\\`*_{}[\]<>|~$&#!]/gu;

/**
 * Text on one line that reads as it was written, in a table too: no markup, no links, nobody notified by @name.
 */
export function escapedMarkdown(text: string): string {
  return (
    visible(text)
      .trim()
      .replace(MEANING, (char) => `&#${char.charCodeAt(0)};`)
      // addresses and names are recognised in plain text: a remark nobody sees breaks them up
      .replace(/@|:(?=\/\/)|www(?=\.)/giu, "$&<!-- -->")
  );
}
