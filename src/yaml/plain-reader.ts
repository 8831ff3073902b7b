import type { Data } from "../model/document.js";
import { CollectionEnd } from "./collection-end.js";
import { lineStarts } from "./line-starts.js";
import type { SourceField } from "./locator.js";
import { type Mapping, NotPlain, type PlainNode, parseInlineValue, parseKey, trimSpaces } from "./plain-values.js";

/** Matches tabs, unusual line breaks, and characters that Word cannot print. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const ODD = /[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** Matches a key without quotation marks. */
const NAME = /^[^\s:#"'[{-][^\s:#]{0,200}$/u;

const [SPACE, HASH, COLON] = [0x20, 0x23, 0x3a];

/** Maximum indentation in spaces. No form comes near it. */
const MAX_INDENT = 40;

/** The content of a plain text. */
export interface PlainText extends PlainNode {
  data: Mapping;
  /** Offsets of the starts of its lines. */
  lineStarts: readonly number[];
}

/**
 * Reads the simple part of YAML in which most forms are written, ten times as fast as the YAML library: one field or
 * item on a line, block texts after `|`, lists and mappings in brackets on one line, comments with spaces around `#`.
 * @returns the data with their places; undefined for any other text, and in every case of doubt. Then the YAML library
 *   must read the text, and it reports what is wrong
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

  /** Reads the whole text. @throws {NotPlain} */
  document(): PlainNode & { data: Mapping } {
    const fields = this.#mapping(0);
    if (this.#next() >= 0) throw new NotPlain();
    return fields;
  }

  get #line(): string {
    return this.#lines[this.#at] as string;
  }

  /** Offset in the text at which the current line starts. */
  get #start(): number {
    return this.#starts[this.#at] as number;
  }

  /** Goes to the next line that is not blank or a comment. @returns its indentation, or -1 at the end of the text */
  #next(): number {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#line;
      const indent = indentOf(line);
      if (line.charCodeAt(indent) === HASH) {
        // “#” without a space after it may be meant as text, not as a comment
        if (/[^ ]/u.test(line.charAt(indent + 1))) throw new NotPlain();
        this.#collectionEnd.remark(indent, this.#start + line.length);
      } else if (indent < line.length) return indent;
    }
    return -1;
  }

  /** Reads a mapping whose keys are indented by `indent`. */
  #mapping(indent: number): PlainNode & { data: Mapping } {
    const data: Mapping = {};
    const fields: SourceField[] = [];
    if (this.#next() !== indent || indent > MAX_INDENT) throw new NotPlain();
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

  /** Reads a list. @param inMapping whether it may have the same indentation as the key above it */
  #list(indent: number, inMapping: boolean): PlainNode {
    const data: Data[] = [];
    const items: PlainNode[] = [];
    const start = this.#start + indent;
    for (let next = indent; next >= indent; next = this.#next()) {
      const isItem = next === indent && this.#line.startsWith("- ", indent);
      // the list has the indentation of its key, so the next key ends it
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

  /**
   * Reads a value after a colon or dash, on the same line or on the lines below.
   * @param column where the rest of the line begins
   * @param indent indentation of the key or dash
   * @param ofField whether it is the value of a key, not an item of a list
   */
  #value(column: number, indent: number, ofField: boolean): PlainNode {
    const rest = this.#line.slice(column);
    const comment = rest.indexOf(" #");
    if (comment >= 0 && !/^ #(?: |$)/u.test(rest.slice(comment))) throw new NotPlain();
    const typed = trimSpaces(comment < 0 ? rest : rest.slice(0, comment));
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
   * Reads a block text, on the lines below a `|`.
   * @param start offset of the `|`
   * @param empty offset at which the text ends when it has no lines
   * @param above indentation of the key or dash
   * @param stripped whether the last line break is left out (`|-`)
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
        // YAML reads these wide spaces as text, but people mean them as indentation
        if (mark === 0x3000 || mark === 0xa0) throw new NotPlain();
        depth ??= indent;
        if (indent < depth || indent <= above) break;
        last = this.#at + 1;
        end = this.#start + line.length;
      } else blanks = Math.max(blanks, indent);
    }
    // a line has only spaces, and more of them than the text is indented by: they would belong to the text
    if (depth !== undefined && blanks > depth) throw new NotPlain();
    this.#collectionEnd.block(end);
    const lines = this.#lines.slice(first, last).map((line) => line.slice(depth));
    if (lines.length > 0 && !stripped) lines.push("");
    return { data: lines.join("\n"), start, end, isBlock: true };
  }
}

/**
 * Finds the colon of `键: 值`, which is followed by a space or the end of the line.
 * @param start column at which the key would begin
 * @returns its column; -1 when the line is not a field
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

/** Counts the spaces at the beginning of a line. */
function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === SPACE) indent += 1;
  return indent;
}
