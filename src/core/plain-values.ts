import type { Data } from "../model/document.js";

/** Thrown where a text is not, or may not be, as plain as it is taken to be. */
export class Doubt extends Error {}

export type Mapping = { [key: string]: Data };

/** What a text without quotation marks does not begin with, lest it be something else. */
const MARKS = "-?:,[]{}#&*!|>'\"%@`<=~+. \u00a0\u3000";

/** Marks of a list or mapping in brackets, and what may stand between them. */
const PARTS = / *([[\]{},]|:(?= )|"[^"\\]*"|'[^']*'|[^[\]{},:#"'，： ](?:[^[\]{},:#，：]*[^[\]{},:#，： ])?) */y;

/** Brackets within brackets that a form may have by far. */
const DEEPEST = 10;

/** A value on one line. @throws {Doubt} when it is anything but plain */
export function inline(typed: string): Data {
  if (typed[0] !== "[" && typed[0] !== "{") return scalar(typed);
  const parts = partsOf(typed);
  const value = inBrackets(parts, 0);
  if (parts.length > 0) throw new Doubt();
  return value;
}

/** The name of a field, as typed. @throws {Doubt} when it may be taken for something else */
export function keyOf(typed: string): string {
  const name = scalar(typed);
  // 2023 is a figure to YAML, and a name all the same
  if (typeof name === "string" ? name === "__proto__" : typeof name !== "number" || String(name) !== typed)
    throw new Doubt();
  return String(name);
}

function scalar(typed: string): Data {
  const first = typed[0] as string;
  if (first === '"' || first === "'") return unquoted(typed);
  if (MARKS.includes(first) || typed.includes(": ") || typed.endsWith(":")) throw new Doubt();
  if (first >= "0" && first <= "9") {
    if (/^(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/u.test(typed)) return Number(typed);
    // 007, 1., 1e3, 0x1f
    if (/^\d[\d.]*(?:$|e)|^0[ox]/iu.test(typed)) throw new Doubt();
    return typed;
  }
  const word = typed.length <= 5 ? typed.toLowerCase() : "";
  if (!Object.hasOwn(WORDS, word)) return typed;
  // True, TRUE
  if (word !== typed) throw new Doubt();
  return WORDS[word] as Data;
}

const WORDS: Mapping = { true: true, false: false, null: null };

function unquoted(typed: string): string {
  const inner = typed.slice(1, -1);
  const mark = typed[0] as string;
  if (typed.length < 2 || !typed.endsWith(mark) || inner.includes(mark) || (mark === '"' && inner.includes("\\")))
    throw new Doubt();
  return inner;
}

function partsOf(typed: string): string[] {
  const parts: string[] = [];
  PARTS.lastIndex = 0;
  while (PARTS.lastIndex < typed.length) {
    const [, part] = PARTS.exec(typed) ?? [];
    if (part === undefined) throw new Doubt();
    parts.push(part);
  }
  return parts;
}

/** Takes a value off the beginning of the parts. */
function inBrackets(parts: string[], depth: number): Data {
  const [first = ""] = parts.splice(0, 1);
  if (depth > DEEPEST || /^[\]},:]$/u.test(first)) throw new Doubt();
  if (first === "[") return listed(parts, depth);
  return first === "{" ? mapped(parts, depth) : scalar(first);
}

function listed(parts: string[], depth: number): Data[] {
  const items: Data[] = [];
  if (parts[0] === "]") parts.shift();
  else
    do items.push(inBrackets(parts, depth + 1));
    while (goesOn(parts, "]"));
  return items;
}

function mapped(parts: string[], depth: number): Mapping {
  const fields: Mapping = {};
  if (parts[0] === "}") parts.shift();
  else
    do {
      const key = keyOf(parts.shift() ?? "");
      if (parts.shift() !== ":" || Object.hasOwn(fields, key)) throw new Doubt();
      fields[key] = inBrackets(parts, depth + 1);
    } while (goesOn(parts, "}"));
  return fields;
}

function goesOn(parts: string[], end: string): boolean {
  const mark = parts.shift();
  if (mark !== "," && mark !== end) throw new Doubt();
  return mark === ",";
}
