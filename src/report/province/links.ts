import { formatLineOrCell, type LineOrCell } from "../../model/place.js";
import { type Content, html, type Markup } from "./html.js";

/** Where a link to a line of a file goes; undefined where there is nothing to go to. */
export type Href = (file: string, line: number) => string | undefined;

/** A file and the line or cell of it that is meant, as a link where there is one: to the line, or to the file. */
export function placeLink(href: Href, origin: { file: string } & Partial<LineOrCell>): Markup {
  return link(href(origin.file, origin.line ?? 1), formatLineOrCell(origin));
}

/** A file, as a link where there is one. */
export function fileLink(href: Href, file: string): Markup {
  return link(href(file, 1), file);
}

/** A text that leads somewhere, or the plain text. */
export function link(target: string | undefined, text: string): Markup {
  return target === undefined
    ? html`<span class="place">${text}</span>`
    : html`<a class="place" href="${target}">${text}</a>`;
}

/** Something to be seen, and the same in words for whoever does not see it. */
export function sign(seen: Content, words: string): Markup {
  return html`<span aria-hidden="true">${seen}</span><span class="unseen">${words}</span>`;
}

/** A table that scrolls by itself where it is wider than the page. */
export function wide(label: string, table: Markup): Markup {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
}
