import { showControlCharacters } from "../../text/printable.js";

/** A piece of a page in HTML, in which everything that somebody typed has been escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may be put into a template: texts are escaped, lists are joined, and undefined leaves nothing. */
export type Content = Markup | string | number | undefined | readonly Content[];

/** Makes markup of a template; what is put into it is escaped, unless it is markup itself. */
export function html(template: TemplateStringsArray, ...contents: Content[]): Markup {
  return new Markup(String.raw({ raw: template }, ...contents.map(render)));
}

function render(content: Content): string {
  if (content === undefined) return "";
  if (content instanceof Markup) return content.text;
  if (Array.isArray(content)) return content.map(render).join("");
  return escapeHtml(String(content));
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return (
    showControlCharacters(text)
      .replace(/[&<>"']/gu, (char) => ENTITIES[char] as string)
      // HTML allows no code points that are not characters
      .replace(/\p{Noncharacter_Code_Point}/gu, "\ufffd")
  );
}

/** Contents with a separator between them. */
export function join(contents: readonly Content[], separator: Content): Content[] {
  return contents.flatMap((content, index) => (index === 0 ? [content] : [separator, content]));
}
