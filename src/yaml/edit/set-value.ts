import { stringify } from "yaml";
import type { Edit } from "../../model/diagnostic.js";
import type { Data, Source } from "../../model/document.js";
import { type Field, fieldAt } from "../../model/field.js";
import type { Pointer } from "../../model/json-schema.js";
import { formatNumber } from "../../text/format-values.js";
import { joinPointer, splitPointer, valueAt } from "../../text/json-pointer.js";
import { mergeLines } from "./merge-lines.js";
import { sequenceText } from "./sequence-text.js";

/**
 * Makes the edit that gives a field another value and leaves everything else in the text as it is: comments, order,
 * the way in which a text or list is typed.
 * @param root the root field of the kind of document
 * @param pointer of a field that holds a value, or of a group or entry that the text does not have yet
 * @returns undefined when the text has no place where the value can be written for certain
 */
export function setValue(source: Source, root: Field, pointer: Pointer, value: Data): Edit | undefined {
  const edit = editFor(source, root, pointer, value);
  return edit && { ...edit, text: source.text.includes("\r\n") ? edit.text.replaceAll("\n", "\r\n") : edit.text };
}

/** Gives the group or entry nearest to the root that the text does not have: it is written as a whole. */
export function firstMissing({ data }: Pick<Source, "data">, pointer: Pointer): Pointer {
  let at = "";
  for (const step of splitPointer(pointer)) {
    const above = valueAt(data, at);
    // a short form stands for what is below it
    if (typeof above !== "object") return pointer;
    at = joinPointer(at, step);
    // nothing below a blank group can be written without the group
    const own = valueAt(data, at);
    if (own === undefined || own === null) return at;
  }
  return pointer;
}

function editFor(source: Source, root: Field, pointer: Pointer, value: Data): Edit | undefined {
  const typed = typedPointer(source, root, pointer);
  if (typed === undefined) return undefined;
  const raw = valueAt(source.data, typed) as Data | undefined;
  if (raw === undefined) return insertion(source, root, pointer, value);
  const field = fieldAt(root, pointer);
  if (!field) return undefined;
  const [key, place] = [source.locate(typed, "key").start, source.locate(typed)];
  const [start, end] = [place.start.offset, place.end.offset];
  const old = source.text.slice(start, end);
  const indent = indentAt(source.text, key.offset);
  const isEmpty = start === key.offset && splitPointer(typed).at(-1) === unquoted(old);
  if (isEmpty) return filled(source.text, end, indent, field, value);
  // what a reference stands for is used elsewhere too
  if (/^[*&!]/u.test(old)) return undefined;
  if (Array.isArray(value)) {
    const text = listText(source.text, start, old, raw, value);
    return text === undefined ? undefined : { start, end, text };
  }
  if (typeof value === "object") return undefined;
  if (typeof value === "string" && (field.wordLimit !== undefined || /^[|>]/u.test(old))) {
    const merged = typeof raw === "string" ? mergeLines(raw, value) : value;
    const text = narrative(source.text, { start, end, old, indent }, merged);
    return { start, end, text };
  }
  if (Array.isArray(raw)) return undefined;
  return { start, end, text: scalar(value, { quoted: old.startsWith('"'), inFlow: isInFlow(source.text, start) }) };
}

/** The pointer under which a value is typed: that of a group whose short form stands for the field. */
function typedPointer({ data }: Source, root: Field, pointer: Pointer): Pointer | undefined {
  let at = "";
  const steps = splitPointer(pointer);
  for (const [number, step] of steps.entries()) {
    const above = valueAt(data, at);
    const isShort = above !== null && above !== undefined && (typeof above !== "object" || Array.isArray(above));
    const isEntry = Array.isArray(above) && /^\d+$/u.test(step);
    if (isShort && !isEntry) {
      const group = fieldAt(root, at);
      return group?.schema.shorthand === step && number === steps.length - 1 ? at : undefined;
    }
    at = joinPointer(at, step);
  }
  return pointer;
}

/** Writes a value behind a key that has none. */
function filled(text: string, keyEnd: number, indent: string, field: Field, value: Data): Edit | undefined {
  const colon = /^["']?[ \t]*:/u.exec(text.slice(keyEnd))?.[0];
  if (colon === undefined) return undefined;
  const start = keyEnd + colon.length;
  const [blanks = "", rest = ""] = /^([ \t]*)([^\r\n]*)/u.exec(text.slice(start))?.slice(1) ?? [];
  const lineEnd = start + blanks.length + rest.length;
  if (Array.isArray(value) && value.length > 1) {
    const lines = value.map((each) => `\n${indent}  - ${scalar(each)}`);
    return rest === ""
      ? { start, end: lineEnd, text: lines.join("") }
      : { start: lineEnd, end: lineEnd, text: lines.join("") };
  }
  const single = Array.isArray(value) ? (value[0] ?? "") : value;
  if (isMapping(single)) {
    const { shorthand, join } = field.schema;
    const only = shorthand !== undefined && Object.keys(single).length === 1 ? single[shorthand] : undefined;
    if (only !== undefined) return filled(text, keyEnd, indent, field, only);
    const written = stringify(single, { lineWidth: 0, collectionStyle: join === undefined ? "any" : "flow" }).trim();
    if (join !== undefined) return { start, end: start + blanks.length, text: ` ${written}${rest === "" ? "" : " "}` };
    const lines = withPlainYears(written)
      .split("\n")
      .map((line) => `\n${line === "" ? "" : `${indent}  ${line}`}`);
    return { start: lineEnd, end: lineEnd, text: lines.join("") };
  }
  if (typeof single === "object") return undefined;
  if (typeof single === "string" && field.wordLimit !== undefined) {
    const lines = blockLines(single, `${indent}  `);
    if (rest === "") return { start, end: lineEnd, text: ` |\n${lines}` };
    return { start, end: lineEnd, text: ` | ${rest}\n${lines}` };
  }
  return { start, end: start + blanks.length, text: ` ${scalar(single)}${rest === "" ? "" : " "}` };
}

function isMapping(value: Data): value is { [key: string]: Data } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Writes years without the quotes that the library puts around a key of digits. */
function withPlainYears(written: string): string {
  return written.replace(/^(\s*(?:- )?)"(\d{4})":/gmu, "$1$2:");
}

/** Writes keys or an entry that the text does not have: behind what comes before it in the form. */
function insertion(source: Source, root: Field, pointer: Pointer, value: Data): Edit | undefined {
  const steps = splitPointer(pointer);
  const above = steps.slice(0, -1).reduce((all, step) => joinPointer(all, step), "");
  const step = steps.at(-1) as string;
  const parent = valueAt(source.data, above) as Data | undefined;
  if (Array.isArray(parent)) return addedEntry(source, above, parent.length, step, value);
  if (typeof parent !== "object" || parent === null) return undefined;
  const order = fieldAt(root, above)?.children.map(({ key }) => key) ?? [];
  const present = order.filter((key) => Object.hasOwn(parent, key));
  const before = present.filter((key) => order.indexOf(key) < order.indexOf(step)).at(-1);
  const neighbour = before ?? present[0];
  if (neighbour === undefined) return undefined;
  const at = joinPointer(above, neighbour);
  const key = source.locate(at, "key").start.offset;
  // a mapping in braces, and the first key of an entry, have no line of their own
  if (isInFlow(source.text, key)) return undefined;
  const indent = indentAt(source.text, key);
  const written = stringify({ [step]: value }, { lineWidth: 0, blockQuote: "literal" }).trimEnd();
  const lines = withPlainYears(written)
    .split("\n")
    .map((line) => (line === "" ? "" : indent + line))
    .join("\n");
  if (before !== undefined) {
    const end = lineEndAt(source.text, source.locate(at).end.offset);
    return { start: end, end, text: `\n${lines}` };
  }
  const start = source.text.lastIndexOf("\n", key - 1) + 1;
  return source.text.slice(start, key).trim() === "" ? { start, end: start, text: `${lines}\n` } : undefined;
}

/** Writes an entry behind the last one of a list. */
function addedEntry(source: Source, list: Pointer, length: number, step: string, value: Data): Edit | undefined {
  if (Number(step) !== length || length === 0) return undefined;
  const last = source.locate(joinPointer(list, length - 1));
  const line = source.text.slice(source.text.lastIndexOf("\n", last.start.offset - 1) + 1, last.start.offset);
  const indent = /^(\s*)- *$/u.exec(line)?.[1];
  if (indent === undefined) return undefined;
  const lines = withPlainYears(stringify([value], { lineWidth: 0, blockQuote: "literal" }).trimEnd())
    .split("\n")
    .map((each) => (each === "" ? "" : indent + each));
  const end = lineEndAt(source.text, last.end.offset);
  return { start: end, end, text: `\n${lines.join("\n")}` };
}

function listText(text: string, start: number, old: string, raw: Data, value: Data[]): string | undefined {
  const names = value.filter((each) => typeof each === "string");
  if (names.length !== value.length) return undefined;
  if (Array.isArray(raw)) {
    if (old.startsWith("[")) return `[${names.map((name) => scalar(name, { inFlow: true })).join(", ")}]`;
    const indent = indentAt(text, start);
    const kept = sequenceText(old, indent, raw, names, (name) => scalar(name));
    if (kept !== undefined || old.includes("#") || !old.startsWith("- ")) return kept;
    // several names stand on one line: the list is written anew, a line for each
    return names.map((name) => `- ${scalar(name)}`).join(`\n${indent}`);
  }
  if (/^[|>]/u.test(old)) return undefined;
  const joined = names.join("、");
  return scalar(joined, { quoted: old.startsWith('"'), inFlow: isInFlow(text, start) });
}

/** What is known of a value that is replaced. */
interface OldValue {
  start: number;
  end: number;
  old: string;
  indent: string;
}

function narrative(text: string, { end, old, indent }: OldValue, value: string): string {
  if (!/^[|>]/u.test(old)) {
    const rest = text.slice(end, lineEndAt(text, end)).trim();
    if (rest !== "" || !value.includes("\n")) return scalar(value, { quoted: rest !== "" || old.startsWith('"') });
    return `|\n${blockLines(value, `${indent}  `)}`;
  }
  const [header = "", ...body] = old.split(/\r?\n/u);
  const own = body.find((line) => line.trim() !== "")?.match(/^[ \t]*/u)?.[0] ?? `${indent}  `;
  return `${header.replace(/^[|>][-+\d]*/u, "|")}\n${blockLines(value, own)}`;
}

function blockLines(value: string, indent: string): string {
  const lines = value.split("\n").map((line) => (line.trim() === "" ? "" : indent + line.trimEnd()));
  return lines.join("\n").replace(/\n+$/u, "");
}

function scalar(value: Data, { quoted = false, inFlow = false } = {}): string {
  if (typeof value === "number") return formatNumber(value);
  if (typeof value !== "string") return JSON.stringify(value);
  const plain = stringify(value, { lineWidth: 0 }).trim();
  const mustQuote = quoted || plain.includes("\n") || /^[|>]/u.test(plain) || (inFlow && /[,[\]{}]/u.test(value));
  return mustQuote ? JSON.stringify(value) : plain;
}

function isInFlow(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /(?:^|[:\s-])[{[]/u.test(line.replace(/(["']).*?\1/gu, ""));
}

/** The indentation of a key or a dash; the dashes before the first key of an entry count as spaces. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^[\s-]*$/u.test(line) ? line.replaceAll("-", " ") : (/^[ \t]*/u.exec(line)?.[0] ?? "");
}

function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end === -1) return text.length;
  return text[end - 1] === "\r" ? end - 1 : end;
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/u, "$2");
}
