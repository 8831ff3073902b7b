import { showControlCharacters } from "../../text/printable.js";

/** Markup: a piece of a page in which everything typed by somebody has been escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: texts are escaped, nothing stands for nothing. */
export type Content = Markup | string | number | undefined | readonly Content[];

/** Makes markup of a template; only what is in the template itself is taken for markup. */
export function html(template: TemplateStringsArray, ...contents: Content[]): Markup {
  return new Markup(String.raw({ raw: template }, ...contents.map(rendered)));
}

function rendered(content: Content): string {
  if (content === undefined) return "";
  if (content instanceof Markup) return content.text;
  if (Array.isArray(content)) return content.map(rendered).join("");
  return escaped(String(content));
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return (
    showControlCharacters(text)
      .replace(/[&<>"']/gu, (char) => ENTITIES[char] as string)
      // code points that are no characters: HTML has no room for them
      .replace(/\p{Noncharacter_Code_Point}/gu, "\ufffd")
  );
}

/** Contents one after another with something between them. */
export function joined(contents: readonly Content[], between: Content): Content[] {
  return contents.flatMap((content, index) => (index === 0 ? [content] : [between, content]));
}
