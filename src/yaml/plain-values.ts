import type { Data } from "../model/document.js";
import type { SourceField, SourceNode } from "./locator.js";

/** Thrown where a text is not, or may not be, as plain as it is taken to be. */
export class NotPlain extends Error {}

export type Mapping = { [key: string]: Data };

/** A value with its place. */
export interface PlainNode extends SourceNode {
  data: Data;
}

/** What a text without quotation marks does not begin with, lest it be something else. */
const MARKS = "-?:,[]{}#&*!|>'\"%@`<=~+. ";

/** A figure in the notation that everybody reads alike. */
const FIGURE = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/u;

const [SPACE, QUOTE, APOSTROPHE, MINUS, ZERO] = [0x20, 0x22, 0x27, 0x2d, 0x30];

/** Brackets within brackets that a form may have by far. */
const DEEPEST = 10;

/**
 * A value on one line.
 * @param start its offset in the whole text
 * @throws {NotPlain} when it is anything but plain
 */
export function parseInlineValue(typed: string, start: number): PlainNode {
  if (typed.startsWith("[") || typed.startsWith("{")) return new Brackets(typed, start).value();
  return { data: scalar(typed), start, end: start + typed.length };
}

/** The name of a field, as typed. @throws {NotPlain} when it may be taken for something else */
export function parseKey(typed: string): string {
  // most names are Chinese
  if (typed.charCodeAt(0) > 0x3000) return typed;
  const name = scalar(typed);
  // 2023 is a figure to YAML, and a name all the same
  if (typeof name === "string" ? name === "__proto__" : typeof name !== "number" || String(name) !== typed)
    throw new NotPlain();
  return String(name);
}

function scalar(typed: string): Data {
  const first = typed.charCodeAt(0);
  if (first === QUOTE || first === APOSTROPHE) return unquoted(typed);
  if (first === MINUS && FIGURE.test(typed)) return Number(typed);
  // a Chinese text is looked at no closer than it must be: most values are one
  if (first < 0x80 ? MARKS.includes(typed.charAt(0)) : first === 0xa0 || first === 0x3000) throw new NotPlain();
  if (typed.includes(":") && (typed.includes(": ") || typed.endsWith(":"))) throw new NotPlain();
  if (first >= 0x80) return typed;
  if (first >= ZERO && first <= ZERO + 9) {
    if (FIGURE.test(typed)) return Number(typed);
    // 007, 1., 1e3, 0x1f
    if (/^\d[\d.]*(?:$|e)|^0[ox]/iu.test(typed)) throw new NotPlain();
    return typed;
  }
  const word = typed.length <= 5 ? typed.toLowerCase() : "";
  if (!Object.hasOwn(WORDS, word)) return typed;
  // True, TRUE
  if (word !== typed) throw new NotPlain();
  return WORDS[word] as Data;
}

const WORDS: Mapping = { true: true, false: false, null: null };

function unquoted(typed: string): string {
  const inner = typed.slice(1, -1);
  const mark = typed[0] as string;
  if (typed.length < 2 || !typed.endsWith(mark) || inner.includes(mark) || (mark === '"' && inner.includes("\\")))
    throw new NotPlain();
  return inner;
}

/** What ends a text in brackets, and what may not stand in one. */
const TEXT = /[^[\]{},:#，：]*/y;

/** A list or mapping in brackets. */
class Brackets {
  readonly #typed: string;
  /** Offset of `#typed` in the whole text. */
  readonly #start: number;
  #at = 0;

  constructor(typed: string, start: number) {
    this.#typed = typed;
    this.#start = start;
  }

  value(): PlainNode {
    const value = this.#value(0);
    if (this.#at < this.#typed.length) throw new NotPlain();
    return value;
  }

  #value(depth: number): PlainNode {
    if (depth > DEEPEST) throw new NotPlain();
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

  #goesOn(end: string): boolean {
    if (this.#takes(",")) return true;
    if (this.#takes(end)) return false;
    throw new NotPlain();
  }

  /** A key or a value: what stands in quotation marks, or all up to the next mark. */
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

/** Wider spaces are a part of the text. */
export function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === SPACE) end -= 1;
  while (start < end && text.charCodeAt(start) === SPACE) start += 1;
  return text.slice(start, end);
}
