import { html, type Markup } from "./html-template.js";

/** The address of a line of a file; undefined when there is nothing to link to. */
export type Href = (file: string, line: number) => string | undefined;

/** `file:line`, as a link where there is one. */
export function lineLink(href: Href, file: string, line: number): Markup {
  return link(href(file, line), `${file}:${line}`);
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
