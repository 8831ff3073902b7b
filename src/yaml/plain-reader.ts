import type { Data } from "../model/document.js";
import { CollectionEnd } from "./collection-end.js";
import { lineStarts } from "./line-starts.js";
import type { SourceField } from "./locator.js";
import { type Mapping, NotPlain, type PlainNode, parseInlineValue, parseKey, trimSpaces } from "./plain-values.js";

/** Tabs, odd line breaks, and what Word cannot print. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const ODD = /[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** A name without quotation marks. */
const NAME = /^[^\s:#"'[{-][^\s:#]{0,200}$/u;

const [SPACE, HASH, COLON] = [0x20, 0x23, 0x3a];

/** Levels that a form may have by far. */
const DEEPEST = 40;

/** What was read of a plain text. */
export interface PlainText extends PlainNode {
  data: Mapping;
  /** The offsets at which its lines start. */
  lineStarts: readonly number[];
}

/**
 * Reads the part of YAML that forms are mostly written in, which takes a tenth of the time: a field or an item a
 * line, texts below a `|`, lists and figures in brackets on one line, remarks with a space before and behind `#`.
 * @returns what it holds, with places; undefined for all else, also for what is merely doubtful: that is for the YAML
 *   library to read, which knows what may be wrong
 */
export function readPlainYaml(text: string): PlainText | undefined {
  const unix = text.replaceAll("\r\n", "\n");
  if (ODD.test(unix) || unix.endsWith(" ")) return undefined;
  const starts = lineStarts(text);
  try {
    return { ...new Reader(unix.split("\n"), starts).document(), lineStarts: starts };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class Reader {
  readonly #lines: string[];
  readonly #starts: readonly number[];
  #at = 0;
  readonly #collectionEnd = new CollectionEnd();

  constructor(lines: string[], starts: readonly number[]) {
    this.#lines = lines;
    this.#starts = starts;
  }

  document(): PlainNode & { data: Mapping } {
    const fields = this.#mapping(0);
    if (this.#next() >= 0) throw new NotPlain();
    return fields;
  }

  get #line(): string {
    return this.#lines[this.#at] as string;
  }

  /** Offset in the text of the line that is read. */
  get #start(): number {
    return this.#starts[this.#at] as number;
  }

  /** Goes to the next line that says something. @returns by how much it is indented, -1 at the end of the text */
  #next(): number {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#line;
      const indent = indentOf(line);
      if (line.charCodeAt(indent) === HASH) {
        // a remark that begins without a space may be a text
        if (/[^ ]/u.test(line.charAt(indent + 1))) throw new NotPlain();
        this.#collectionEnd.remark(indent, this.#start + line.length);
      } else if (indent < line.length) return indent;
    }
    return -1;
  }

  #mapping(indent: number): PlainNode & { data: Mapping } {
    const data: Mapping = {};
    const fields: SourceField[] = [];
    if (this.#next() !== indent || indent > DEEPEST) throw new NotPlain();
    const start = this.#start + indent;
    for (let next = indent; next >= indent; next = this.#next()) {
      const colon = next === indent ? colonOf(this.#line, indent) : -1;
      if (colon < 0) throw new NotPlain();
      const key = parseKey(this.#line.slice(indent, colon));
      if (Object.hasOwn(data, key)) throw new NotPlain();
      const [keyStart, keyEnd] = [this.#start + indent, this.#start + colon];
      const value = this.#value(colon + 1, indent, true);
      data[key] = value.data;
      fields.push({ key, start: keyStart, end: keyEnd, value });
    }
    return { data, start, end: this.#collectionEnd.close(indent), fields };
  }

  #list(indent: number, inMapping: boolean): PlainNode {
    const data: Data[] = [];
    const items: PlainNode[] = [];
    const start = this.#start + indent;
    for (let next = indent; next >= indent; next = this.#next()) {
      const isItem = next === indent && this.#line.startsWith("- ", indent);
      // a list may stand right below its key: then the next field ends it
      if (!isItem && inMapping && next === indent) break;
      const inner = indent + 1 + indentOf(this.#line.slice(indent + 1));
      if (!isItem || inner === this.#line.length) throw new NotPlain();
      const isMapping = colonOf(this.#line, inner) >= 0;
      if (isMapping) this.#lines[this.#at] = " ".repeat(inner) + this.#line.slice(inner);
      const item = isMapping ? this.#mapping(inner) : this.#value(indent + 1, indent, false);
      data.push(item.data);
      items.push(item);
    }
    return { data, start, end: this.#collectionEnd.close(indent), items };
  }

  /** What stands from a column of a line, behind the colon or dash, or below it. */
  #value(column: number, indent: number, ofField: boolean): PlainNode {
    const rest = this.#line.slice(column);
    const remark = rest.indexOf(" #");
    if (remark >= 0 && !/^ #(?: |$)/u.test(rest.slice(remark))) throw new NotPlain();
    const typed = trimSpaces(remark < 0 ? rest : rest.slice(0, remark));
    const start = this.#start + column + indentOf(rest);
    const end = this.#start + this.#line.length;
    this.#collectionEnd.value(end, indent);
    this.#at += 1;
    if (typed === "|" || typed === "|-") return this.#block(start, end, indent, typed === "|-");
    if (typed !== "") return parseInlineValue(typed, start);
    const below = this.#next();
    const isList = below >= 0 && this.#line.startsWith("- ", below);
    if (below > indent) return isList ? this.#list(below, false) : this.#mapping(below);
    if (ofField && isList && below === indent) return this.#list(indent, true);
    this.#collectionEnd.blank();
    return { data: null, start, end: start };
  }

  /**
   * A text on the lines below a `|`.
   * @param start where the `|` stands
   * @param empty where the text ends if there are no such lines
   */
  #block(start: number, empty: number, above: number, stripped: boolean): PlainNode {
    const first = this.#at;
    let last = first;
    let end = empty;
    let depth: number | undefined;
    let blanks = 0;
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#line;
      const indent = indentOf(line);
      if (indent < line.length) {
        const mark = line.charCodeAt(indent);
        // to YAML a part of the text, to people its indentation
        if (mark === 0x3000 || mark === 0xa0) throw new NotPlain();
        depth ??= indent;
        if (indent < depth || indent <= above) break;
        last = this.#at + 1;
        end = this.#start + line.length;
      } else blanks = Math.max(blanks, indent);
    }
    // spaces alone on a line, and more than the text is indented by
    if (blanks > (depth ?? 0)) throw new NotPlain();
    this.#collectionEnd.block(end);
    const lines = this.#lines.slice(first, last).map((line) => line.slice(depth));
    if (lines.length > 0 && !stripped) lines.push("");
    return { data: lines.join("\n"), start, end, isBlock: true };
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
