import type { Data } from "../model/document.js";
import { Doubt, inline, keyOf, type Mapping } from "./plain-values.js";

/** Tabs, odd line breaks, and what Word cannot print. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const ODD = /[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** `键: 值`, the colon followed by a space or nothing, with all that stands behind it. */
const FIELD = /^([^\s:#"'[{-][^\s:#]{0,200}|"[^"\\]{1,200}"|'[^']{1,200}'):( .*)?$/;

/** Levels that a form may have by far. */
const DEEPEST = 40;

/**
 * Reads the part of YAML that forms are mostly written in, which takes a tenth of the time: a field or an item a
 * line, texts below a `|`, lists and figures in brackets on one line, remarks with a space before and behind `#`.
 * @returns undefined for all else, also for what is merely doubtful: that is for the YAML library to read, which
 *   knows the places too and what may be wrong
 */
export function readPlain(text: string): Mapping | undefined {
  const unix = text.replaceAll("\r\n", "\n");
  if (ODD.test(unix) || unix.endsWith(" ")) return undefined;
  try {
    return new Reader(unix.split("\n")).document();
  } catch (error) {
    if (error instanceof Doubt) return undefined;
    throw error;
  }
}

class Reader {
  readonly #lines: string[];
  #at = 0;

  constructor(lines: string[]) {
    this.#lines = lines;
  }

  document(): Mapping {
    const fields = this.#mapping(0);
    if (this.#next()) throw new Doubt();
    return fields;
  }

  /** The next line that says something. */
  #next(): { indent: number; text: string } | undefined {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#lines[this.#at] as string;
      const indent = indentOf(line);
      const first = line[indent];
      // a remark that begins without a space may be a text
      if (first === "#" && /[^ ]/u.test(line[indent + 1] ?? " ")) throw new Doubt();
      if (first !== undefined && first !== "#") return { indent, text: line.slice(indent) };
    }
    return undefined;
  }

  #mapping(indent: number): Mapping {
    const fields: Mapping = {};
    let line = this.#next();
    if (line?.indent !== indent || indent > DEEPEST) throw new Doubt();
    for (; line && line.indent >= indent; line = this.#next()) {
      const [, name, rest = ""] = (line.indent === indent && FIELD.exec(line.text)) || [];
      if (name === undefined) throw new Doubt();
      const key = keyOf(name);
      if (Object.hasOwn(fields, key)) throw new Doubt();
      this.#at += 1;
      fields[key] = this.#value(rest, indent, true);
    }
    return fields;
  }

  #list(indent: number, inMapping: boolean): Data[] {
    const items: Data[] = [];
    for (let line = this.#next(); line && line.indent >= indent; line = this.#next()) {
      const [dash, rest = ""] = (line.indent === indent && /^- +(?=[^ ])(.*)/u.exec(line.text)) || [];
      // a list may stand right below its key: then the next field ends it
      if (dash === undefined && inMapping && line.indent === indent) break;
      if (dash === undefined) throw new Doubt();
      if (FIELD.test(rest)) {
        const inner = indent + line.text.length - rest.length;
        this.#lines[this.#at] = " ".repeat(inner) + rest;
        items.push(this.#mapping(inner));
      } else {
        this.#at += 1;
        items.push(this.#value(` ${rest}`, indent, false));
      }
    }
    return items;
  }

  /** What stands behind the colon or dash of a line, or below it. */
  #value(rest: string, indent: number, ofField: boolean): Data {
    const remark = rest.indexOf(" #");
    if (remark >= 0 && !/^ #(?: |$)/u.test(rest.slice(remark))) throw new Doubt();
    const typed = withoutSpaces(remark < 0 ? rest : rest.slice(0, remark));
    if (typed === "|" || typed === "|-") return this.#text(indent, typed === "|-");
    if (typed !== "") return inline(typed);
    const below = this.#next();
    const isList = below !== undefined && /^- /u.test(below.text);
    if (below && below.indent > indent) return isList ? this.#list(below.indent, false) : this.#mapping(below.indent);
    return ofField && isList && below.indent === indent ? this.#list(indent, true) : null;
  }

  /** The lines of a text below a `|`. */
  #text(above: number, stripped: boolean): string {
    const start = this.#at;
    let end = start;
    let depth: number | undefined;
    let blanks = 0;
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#lines[this.#at] as string;
      const indent = indentOf(line);
      if (indent < line.length) {
        // to YAML a part of the text, to people its indentation
        if (line[indent] === "\u3000" || line[indent] === "\u00a0") throw new Doubt();
        depth ??= indent;
        if (indent < depth || indent <= above) break;
        end = this.#at + 1;
      } else blanks = Math.max(blanks, indent);
    }
    // spaces alone on a line, and more than the text is indented by
    if (blanks > (depth ?? 0)) throw new Doubt();
    const lines = this.#lines.slice(start, end).map((line) => line.slice(depth));
    return lines.length === 0 ? "" : lines.join("\n") + (stripped ? "" : "\n");
  }
}

function indentOf(line: string): number {
  let indent = 0;
  while (line[indent] === " ") indent += 1;
  return indent;
}

/** Wider spaces are a part of the text. */
function withoutSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === " ") end -= 1;
  return text.slice(indentOf(text.slice(0, end)), end);
}
