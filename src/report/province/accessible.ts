import { html, type Markup } from "./html-template.js";

/** A short sign for those who see the page, and words for screen readers. */
export function signWithWords(sign: string, words: string): Markup {
  return html`<span aria-hidden="true">${sign}</span><span class="unseen">${words}</span>`;
}

/** A table that scrolls by itself where it is wider than the page. @param label what screen readers call it */
export function scrollable(label: string, table: Markup): Markup {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
}
