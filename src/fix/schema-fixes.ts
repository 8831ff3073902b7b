import type { Fix } from "../model/diagnostic.js";
import type { SchemaCheckId } from "../model/diagnostic-ids.js";
import type { Source } from "../model/document.js";
import { childField, type Field, fieldAt } from "../model/field.js";
import type { JsonSchema } from "../model/json-schema.js";
import { fold } from "../text/fold.js";
import { toHalfWidth } from "../text/half-width.js";
import { joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";
import { fieldsFix } from "./fields-fix.js";
import { inferKey } from "./infer-key.js";
import { inferValue } from "./infer-value.js";
import { splitMark } from "./marked-value.js";

/**
 * Makes the fix for a schema problem.
 * @param root root field of the form
 * @param problem the check that failed, and the pointer of the field
 * @returns undefined when there is any doubt about what is meant
 */
export function schemaFix(
  source: Source,
  root: Field,
  problem: { ruleId: SchemaCheckId; pointer: string },
): Fix | undefined {
  switch (problem.ruleId) {
    case "schema/unknown-key":
    case "schema/year":
      return keyFix(source, root, problem.pointer);
    case "schema/type":
    case "schema/enum":
    case "schema/format":
      return valueFix(source, root, problem.pointer);
    default:
      return undefined;
  }
}

/** Makes the fix for a mistyped key. */
function keyFix(source: Source, root: Field, pointer: string): Fix | undefined {
  const key = splitPointer(pointer).at(-1) ?? "";
  const holderPointer = pointer.slice(0, pointer.lastIndexOf("/"));
  const holder = fieldAt(root, holderPointer);
  const mapping = valueAt(source.data, holderPointer);
  const meant = holder && meantKey(holder, key);
  if (
    !holder ||
    meant === undefined ||
    meant === key ||
    typeof mapping !== "object" ||
    mapping === null ||
    !Object.hasOwn(mapping, key)
  )
    return undefined;
  // when the mapping has the key twice in different spellings, a person must choose
  const isTwice = Object.keys(mapping).some(
    (each) => each !== key && (each === meant || meantKey(holder, each) === meant),
  );
  if (isTwice) return undefined;
  const { start, end } = source.locate(pointer, "key");
  const after = start.offset + key.length;
  const plain = source.text.slice(start.offset, after) === key;
  const typed = scalar(source.text.slice(start.offset, end.offset));
  if (!plain && typed?.content !== key) return undefined;
  const text = typed?.quote || /^\d+\.\d+$/u.test(meant) ? `"${meant}"` : meant;
  return { title: `键改成“${meant}”`, edits: [{ start: start.offset, end: plain ? after : end.offset, text }] };
}

/** Finds the key that a mistyped one means. */
function meantKey(holder: Field, typed: string): string | undefined {
  const plain = toHalfWidth(typed).replace(/[\s“”]/gu, "");
  return inferKey(typed, holder) ?? (plain !== typed && childField(holder, plain) ? plain : undefined);
}

/** Makes the fix for a mistyped value. */
function valueFix(source: Source, root: Field, pointer: string): Fix | undefined {
  const field = fieldAt(root, pointer);
  if (!field) return undefined;
  const { start, end } = source.locate(pointer);
  const raw = source.text.slice(start.offset, end.offset);
  const types = [field.schema.type ?? []].flat();
  const typed = scalar(raw);
  if (types.includes("object") && field.children.length > 0)
    return (
      joinedFix(typed?.content, [start.offset, end.offset], field) ?? fieldsFix(source, start.offset, end.offset, field)
    );
  if (typed === undefined) return undefined;
  const marked = splitMark(typed.content, field);
  if (marked) return markedFix(source, [start.offset, end.offset], field, marked);
  const meant = inferValue(typed.content, field);
  if (meant === undefined || meant === raw) return undefined;
  return { title: `改成 ${meant}`, edits: [{ start: start.offset, end: end.offset, text: meant }] };
}

/** Makes the fix for parts that are typed the way they are printed, e.g. 58/860. */
function joinedFix(typed: string | undefined, [start, end]: [number, number], field: Field): Fix | undefined {
  const join = field.schema.join?.trim();
  if (typed === undefined || !join || field.children.some(({ schema }) => !isNumeric(schema.type))) return undefined;
  const pieces = toHalfWidth(typed).split(join);
  const values = field.children.map((child, index) => inferValue(pieces[index] ?? "", child));
  if (pieces.length !== values.length || values.includes(undefined)) return undefined;
  const text = `{${field.children.map(({ key }, index) => `${key}: ${values[index]}`).join(", ")}}`;
  return { title: `分开写成 ${text}`, edits: [{ start, end, text }] };
}

function isNumeric(type: JsonSchema["type"]): boolean {
  return [type ?? []].flat().every((each) => each === "number" || each === "integer");
}

/** Makes the fix for a value with a mark: 拟2024年6月 becomes the date, with the mark in its own field. */
function markedFix(
  source: Source,
  [start, end]: [number, number],
  field: Field,
  { mark, rest }: NonNullable<ReturnType<typeof splitMark>>,
): Fix | undefined {
  const value = inferValue(rest, field);
  const holder = valueAt(source.data, field.parent?.pointer ?? "");
  if (value === undefined) return undefined;
  if (typeof holder !== "object" || holder === null) {
    const text = `{${mark.key}: true, ${field.key}: ${value}}`;
    return { title: `改成 ${text}`, edits: [{ start, end, text }] };
  }
  const said = valueAt(holder, joinPointer("", mark.key));
  if (said === true) return { title: `改成 ${value}`, edits: [{ start, end, text: value }] };
  // in braces the mark fits on the same line; elsewhere it needs a line of its own, with the same indentation
  const line = source.text.slice(source.text.lastIndexOf("\n", start - 1) + 1, start);
  if (said !== undefined || (!line.includes("{") && !/^ *[^\s#-]+: *$/u.test(line))) return undefined;
  const between = line.includes("{") ? ", " : `\n${/^ */u.exec(line)?.[0]}`;
  return {
    title: `改成 ${value},加上 ${mark.key}: true`,
    edits: [{ start, end, text: `${value}${between}${mark.key}: true` }],
  };
}

/**
 * Makes the fix that replaces a value with the choice that is the same except for width, case, spaces and quotation
 * marks.
 * @param typed the value as typed
 * @returns undefined when no choice, or more than one, is the same
 */
export function choiceFix(source: Source, pointer: string, typed: string, choices: string[]): Fix | undefined {
  const [choice, ...others] = choices.filter((each) => fold(each) === fold(typed));
  const { start, end } = source.locate(pointer);
  const raw = scalar(source.text.slice(start.offset, end.offset));
  if (choice === undefined || others.length > 0 || raw?.content !== typed.trim()) return undefined;
  return { title: `改成 ${choice}`, edits: [{ start: start.offset, end: end.offset, text: choice }] };
}

/** Reads a value on one line: its content, and whether it is in quotation marks. @returns undefined for other values */
function scalar(raw: string): { content: string; quote: boolean } | undefined {
  const quoted = /^(["'])((?:(?!\1)[^\\\n])*)\1$/u.exec(raw);
  if (quoted) return { content: (quoted[2] ?? "").trim(), quote: true };
  return /^[^"'|>&*!{}[\]\n\s#][^\n#]*$/u.test(raw) ? { content: raw.trim(), quote: false } : undefined;
}
