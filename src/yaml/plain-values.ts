import type { Data } from "../model/document.js";
import type { SourceField, SourceNode } from "./locator.js";
import { isPlainFigure } from "./plain-figure.js";

/** Thrown when a text is not in the simple part of YAML, or might not be. */
export class NotPlain extends Error {}

/** The data of a YAML mapping. */
export type Mapping = { [key: string]: Data };

/** A value with its place. */
export interface PlainNode extends SourceNode {
  data: Data;
}

/** Characters with which a text without quotation marks must not begin, because YAML may give them a meaning. */
const INDICATORS = "-?:,[]{}#&*!|>'\"%@`<=~+. ";

/** Matches a figure that all YAML readers read as the same number. */
const FIGURE = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/u;

/** Full-width brackets, with which people mean a list or a mapping. */
const [WIDE_BRACKET, WIDE_BRACE] = [0xff3b, 0xff5b];
const [SPACE, QUOTE, APOSTROPHE, MINUS, ZERO] = [0x20, 0x22, 0x27, 0x2d, 0x30];

/** Maximum depth of brackets in brackets. No form comes near it. */
const MAX_DEPTH = 10;

/**
 * Reads a value on one line: a text, figure, boolean or null, or a list or mapping in brackets.
 * @param typed the value as typed, without spaces around it and without a comment
 * @param start its offset in the whole text
 * @throws {NotPlain} when the value is not simple
 */
export function parseInlineValue(typed: string, start: number): PlainNode {
  if (typed.startsWith("[") || typed.startsWith("{")) return new BracketReader(typed, start).value();
  return { data: scalar(typed), start, end: start + typed.length };
}

/** Reads a key. @throws {NotPlain} when YAML might read it as something else */
export function parseKey(typed: string): string {
  // most keys are Chinese, and a Chinese character has no meaning in YAML
  if (typed.charCodeAt(0) > 0x3000) return typed;
  const name = scalar(typed);
  // YAML reads the key 2023 as a number; as a key it is the text “2023”
  if (typeof name === "string" ? name === "__proto__" : typeof name !== "number" || String(name) !== typed)
    throw new NotPlain();
  return String(name);
}

/** Reads a value that is not in brackets. */
function scalar(typed: string): Data {
  const first = typed.charCodeAt(0);
  if (first === QUOTE || first === APOSTROPHE) return unquoted(typed);
  if (first === MINUS && FIGURE.test(typed)) return figure(typed);
  // a Chinese text, as most values are, needs only the next few tests
  if (first < 0x80 ? INDICATORS.includes(typed.charAt(0)) : first === 0xa0 || first === 0x3000) throw new NotPlain();
  if (typed.includes(":") && (typed.includes(": ") || typed.endsWith(":"))) throw new NotPlain();
  // the reader with the library finds these
  if (first === WIDE_BRACKET || first === WIDE_BRACE) throw new NotPlain();
  if (first >= 0x80) return typed;
  if (first >= ZERO && first <= ZERO + 9) {
    if (FIGURE.test(typed)) return figure(typed);
    // in doubt, because YAML reads these in special ways: 007, 1., 1e3, 0x1f
    if (/^\d[\d.]*(?:$|e)|^0[ox]/iu.test(typed)) throw new NotPlain();
    return typed;
  }
  const word = typed.length <= 5 ? typed.toLowerCase() : "";
  if (!Object.hasOwn(WORDS, word)) return typed;
  // in doubt, because not all readers accept True and TRUE
  if (word !== typed) throw new NotPlain();
  return WORDS[word] as Data;
}

/** Reads a figure; one that a number does not hold exactly stays as it is typed. */
function figure(typed: string): Data {
  return isPlainFigure(typed) ? Number(typed) : typed;
}

/** Words that are not texts. */
const WORDS: Mapping = { true: true, false: false, null: null };

/** Removes the quotation marks. @throws {NotPlain} when there are escapes, or the marks do not match */
function unquoted(typed: string): string {
  const inner = typed.slice(1, -1);
  const mark = typed[0] as string;
  if (typed.length < 2 || !typed.endsWith(mark) || inner.includes(mark) || (mark === '"' && inner.includes("\\")))
    throw new NotPlain();
  return inner;
}

/** Matches a text in brackets, up to a mark that ends it or that must not occur in it. */
const TEXT = /[^[\]{},:#，：]*/y;

/** Reads a list or mapping in brackets. */
class BracketReader {
  readonly #typed: string;
  /** Offset of `#typed` in the whole text. */
  readonly #start: number;
  #at = 0;

  constructor(typed: string, start: number) {
    this.#typed = typed;
    this.#start = start;
  }

  /** Reads the whole value. @throws {NotPlain} */
  value(): PlainNode {
    const value = this.#value(0);
    if (this.#at < this.#typed.length) throw new NotPlain();
    return value;
  }

  #value(depth: number): PlainNode {
    if (depth > MAX_DEPTH) throw new NotPlain();
    const start = this.#start + this.#at;
    if (this.#takes("[")) return this.#list(start, depth);
    if (this.#takes("{")) return this.#mapping(start, depth);
    const text = this.#text();
    return { data: scalar(text), start, end: start + text.length };
  }

  #list(start: number, depth: number): PlainNode {
    const data: Data[] = [];
    const items: PlainNode[] = [];
    for (let goesOn = !this.#takes("]"); goesOn; goesOn = this.#goesOn("]")) {
      const item = this.#value(depth + 1);
      data.push(item.data);
      items.push(item);
    }
    return { data, start, end: this.#start + this.#at, items };
  }

  #mapping(start: number, depth: number): PlainNode {
    const data: Mapping = {};
    const fields: SourceField[] = [];
    for (let goesOn = !this.#takes("}"); goesOn; goesOn = this.#goesOn("}")) {
      const keyStart = this.#start + this.#at;
      const typed = this.#text();
      const key = parseKey(typed);
      if (!this.#takes(": ") || Object.hasOwn(data, key)) throw new NotPlain();
      const value = this.#value(depth + 1);
      data[key] = value.data;
      fields.push({ key, start: keyStart, end: keyStart + typed.length, value });
    }
    return { data, start, end: this.#start + this.#at, fields };
  }

  /** Reads the mark after an item. @returns true for a comma, false for the end mark */
  #goesOn(end: string): boolean {
    if (this.#takes(",")) return true;
    if (this.#takes(end)) return false;
    throw new NotPlain();
  }

  /** Reads a key or a value: a text in quotation marks, or everything up to the next mark. */
  #text(): string {
    const start = this.#at;
    const quote = this.#typed.charAt(start);
    if (quote === '"' || quote === "'") this.#at = this.#typed.indexOf(quote, start + 1) + 1;
    else {
      TEXT.lastIndex = start;
      TEXT.test(this.#typed);
      this.#at = TEXT.lastIndex;
    }
    const text = trimSpaces(this.#typed.slice(start, this.#at));
    if (text === "") throw new NotPlain();
    this.#skipSpaces();
    return text;
  }

  /** Reads a mark and the spaces after it. @returns false, and reads nothing, when another text follows */
  #takes(mark: string): boolean {
    if (!this.#typed.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    this.#skipSpaces();
    return true;
  }

  #skipSpaces(): void {
    while (this.#typed.charCodeAt(this.#at) === SPACE) this.#at += 1;
  }
}

/** Removes the spaces around a text. Other white space, such as a full-width space, belongs to the text. */
export function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === SPACE) end -= 1;
  while (start < end && text.charCodeAt(start) === SPACE) start += 1;
  return text.slice(start, end);
}
