import { formatLineOrCell, type LineOrCell } from "../../model/place.js";
import { html, type Markup } from "./html-template.js";

/** The address of a line of a file; undefined when there is nothing to link to. */
export type Href = (file: string, line: number) => string | undefined;

/** A file with a line or cell of it, as a link where there is one: to the line, or to the file. */
export function placeLink(href: Href, origin: { file: string } & Partial<LineOrCell>): Markup {
  return link(href(origin.file, origin.line ?? 1), formatLineOrCell(origin));
}

/** The name of a file, as a link where there is one. */
export function fileLink(href: Href, file: string): Markup {
  return link(href(file, 1), file);
}

/** A text as a link, or as it is when there is no address. */
export function link(address: string | undefined, text: string): Markup {
  return address === undefined
    ? html`<span class="place">${text}</span>`
    : html`<a class="place" href="${address}">${text}</a>`;
}
