import type { Data } from "../model/document.js";
import { type Mapping, NotPlain, parseInlineValue, parseKey, trimSpaces } from "./plain-values.js";

/** Tabs, odd line breaks, and what Word cannot print. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const ODD = /[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** A name without quotation marks. */
const NAME = /^[^\s:#"'[{-][^\s:#]{0,200}$/u;

const [SPACE, HASH, COLON] = [0x20, 0x23, 0x3a];

/** Levels that a form may have by far. */
const DEEPEST = 40;

/**
 * Reads the part of YAML that forms are mostly written in, which takes a tenth of the time: a field or an item a
 * line, texts below a `|`, lists and figures in brackets on one line, remarks with a space before and behind `#`.
 * @returns undefined for all else, also for what is merely doubtful: that is for the YAML library to read, which
 *   knows the places too and what may be wrong
 */
export function readPlainYaml(text: string): Mapping | undefined {
  const unix = text.replaceAll("\r\n", "\n");
  if (ODD.test(unix) || unix.endsWith(" ")) return undefined;
  try {
    return new Reader(unix.split("\n")).document();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
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
    if (this.#next() >= 0) throw new NotPlain();
    return fields;
  }

  get #line(): string {
    return this.#lines[this.#at] as string;
  }

  /** Goes to the next line that says something. @returns by how much it is indented, -1 at the end of the text */
  #next(): number {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const indent = indentOf(this.#line);
      const isRemark = this.#line.charCodeAt(indent) === HASH;
      // a remark that begins without a space may be a text
      if (isRemark && /[^ ]/u.test(this.#line.charAt(indent + 1))) throw new NotPlain();
      if (!isRemark && indent < this.#line.length) return indent;
    }
    return -1;
  }

  #mapping(indent: number): Mapping {
    const fields: Mapping = {};
    if (this.#next() !== indent || indent > DEEPEST) throw new NotPlain();
    for (let next = indent; next >= indent; next = this.#next()) {
      const colon = next === indent ? colonOf(this.#line, indent) : -1;
      if (colon < 0) throw new NotPlain();
      const key = parseKey(this.#line.slice(indent, colon));
      if (Object.hasOwn(fields, key)) throw new NotPlain();
      const rest = this.#line.slice(colon + 1);
      this.#at += 1;
      fields[key] = this.#value(rest, indent, true);
    }
    return fields;
  }

  #list(indent: number, inMapping: boolean): Data[] {
    const items: Data[] = [];
    for (let next = this.#next(); next >= indent; next = this.#next()) {
      const isItem = next === indent && this.#line.startsWith("- ", indent);
      // a list may stand right below its key: then the next field ends it
      if (!isItem && inMapping && next === indent) break;
      const inner = indent + 1 + indentOf(this.#line.slice(indent + 1));
      if (!isItem || inner === this.#line.length) throw new NotPlain();
      if (colonOf(this.#line, inner) >= 0) {
        this.#lines[this.#at] = " ".repeat(inner) + this.#line.slice(inner);
        items.push(this.#mapping(inner));
      } else {
        const rest = this.#line.slice(inner - 1);
        this.#at += 1;
        items.push(this.#value(rest, indent, false));
      }
    }
    return items;
  }

  /** What stands behind the colon or dash of a line, or below it. */
  #value(rest: string, indent: number, ofField: boolean): Data {
    const remark = rest.indexOf(" #");
    if (remark >= 0 && !/^ #(?: |$)/u.test(rest.slice(remark))) throw new NotPlain();
    const typed = trimSpaces(remark < 0 ? rest : rest.slice(0, remark));
    if (typed === "|" || typed === "|-") return this.#text(indent, typed === "|-");
    if (typed !== "") return parseInlineValue(typed);
    const below = this.#next();
    const isList = below >= 0 && this.#line.startsWith("- ", below);
    if (below > indent) return isList ? this.#list(below, false) : this.#mapping(below);
    return ofField && isList && below === indent ? this.#list(indent, true) : null;
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
        const first = line.charCodeAt(indent);
        // to YAML a part of the text, to people its indentation
        if (first === 0x3000 || first === 0xa0) throw new NotPlain();
        depth ??= indent;
        if (indent < depth || indent <= above) break;
        end = this.#at + 1;
      } else blanks = Math.max(blanks, indent);
    }
    // spaces alone on a line, and more than the text is indented by
    if (blanks > (depth ?? 0)) throw new NotPlain();
    const lines = this.#lines.slice(start, end).map((line) => line.slice(depth));
    if (lines.length > 0 && !stripped) lines.push("");
    return lines.join("\n");
  }
}

/**
 * Where the colon of `键: 值` stands, followed by a space or nothing.
 * @param start where the key would begin
 * @returns -1 where a line is no field
 */
function colonOf(line: string, start: number): number {
  const quote = line.charAt(start);
  const isQuoted = quote === '"' || quote === "'";
  const colon = isQuoted ? line.indexOf(quote, start + 1) + 1 : line.indexOf(":", start);
  if (colon <= start || line.charCodeAt(colon) !== COLON) return -1;
  const after = line.charCodeAt(colon + 1);
  if (colon + 1 < line.length && after !== SPACE) return -1;
  const name = line.slice(start, colon);
  return (isQuoted ? /^(?:"[^"\\]{1,200}"|'[^']{1,200}')$/u : NAME).test(name) ? colon : -1;
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === SPACE) indent += 1;
  return indent;
}
