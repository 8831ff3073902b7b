import type { Fix } from "../model/diagnostic.js";
import type { SchemaCheckId } from "../model/diagnostic-ids.js";
import type { Source } from "../model/document.js";
import { childField, type Field, fieldAt } from "../model/field.js";
import { fold } from "../text/fold.js";
import { toHalfWidth } from "../text/half-width.js";
import { splitPointer, valueAt } from "../text/json-pointer.js";
import { findLineSlip } from "../yaml/line-slips.js";
import { inferKey } from "./infer-key.js";
import { inferValue, isDateField } from "./infer-value.js";

/**
 * What to change in the source so that a schema problem is solved; undefined where there is any doubt.
 * @param problem which check failed, and at which field
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

function keyFix(source: Source, root: Field, pointer: string): Fix | undefined {
  const key = splitPointer(pointer).at(-1) ?? "";
  const above = pointer.slice(0, pointer.lastIndexOf("/"));
  const holder = fieldAt(root, above);
  const there = valueAt(source.data, above);
  const meant = holder && keyIn(holder, key);
  if (!holder || meant === undefined || typeof there !== "object" || there === null || !Object.hasOwn(there, key))
    return undefined;
  // two spellings of one key, or the key itself beside a misspelt one: a person must choose
  const taken = Object.keys(there).some((each) => each !== key && (each === meant || keyIn(holder, each) === meant));
  if (taken) return undefined;
  const { start, end } = source.locate(pointer, "key");
  const after = start.offset + key.length;
  const plain = source.text.slice(start.offset, after) === key;
  const typed = scalar(source.text.slice(start.offset, end.offset));
  if (!plain && typed?.content !== key) return undefined;
  const text = typed?.quote || /^\d+\.\d+$/u.test(meant) ? `"${meant}"` : meant;
  return { title: `键改成“${meant}”`, edits: [{ start: start.offset, end: plain ? after : end.offset, text }] };
}

/** The key of a field that a mistyped one stands for. */
function keyIn(holder: Field, typed: string): string | undefined {
  const plain = toHalfWidth(typed).replace(/[\s“”]/gu, "");
  return inferKey(typed, holder) ?? (plain !== typed && childField(holder, plain) ? plain : undefined);
}

function valueFix(source: Source, root: Field, pointer: string): Fix | undefined {
  const field = fieldAt(root, pointer);
  if (!field) return undefined;
  const { start, end } = source.locate(pointer);
  const raw = source.text.slice(start.offset, end.offset);
  const types = [field.schema.type ?? []].flat();
  if (types.includes("object") && field.children.length > 0) return fieldsFix(raw, start.offset, field);
  const typed = scalar(raw);
  if (typed === undefined) return undefined;
  const meant = inferValue(typed.content, field);
  if (meant !== undefined)
    return meant === raw
      ? undefined
      : { title: `改成 ${meant}`, edits: [{ start: start.offset, end: end.offset, text: meant }] };
  // 360 and true can be names
  const isWord = /^(?:[-+]?[.\d][-+.\da-fox]*|true|false)$/iu.test(raw);
  if (types.includes("string") && isWord && !isDateField(field) && field.entity !== "phone") {
    const quote = (offset: number) => ({ start: offset, end: offset, text: '"' });
    return { title: "前后加上引号", edits: [quote(start.offset), quote(end.offset)] };
  }
  return undefined;
}

/** Puts the one of some choices in the place of a value that is the same but for width, case, spaces and quotes. */
export function choiceFix(source: Source, pointer: string, typed: string, choices: string[]): Fix | undefined {
  const [choice, ...others] = choices.filter((each) => fold(each) === fold(typed));
  const { start, end } = source.locate(pointer);
  const raw = scalar(source.text.slice(start.offset, end.offset));
  if (choice === undefined || others.length > 0 || raw?.content !== typed.trim()) return undefined;
  return { title: `改成 ${choice}`, edits: [{ start: start.offset, end: end.offset, text: choice }] };
}

/** Fields of which every colon is full-width, or none has its space: YAML takes them for one text. */
function fieldsFix(raw: string, offset: number, field: Field): Fix | undefined {
  let start = offset;
  const edits = [];
  for (const line of raw.split("\n")) {
    const slip = findLineSlip(line);
    if (slip?.key === undefined || !childField(field, slip.key)) return undefined;
    for (const { from, to, text } of slip.edits) edits.push({ start: start + from, end: start + to, text });
    start += line.length + 1;
  }
  return { title: "冒号改成半角,后面留一个空格", edits };
}

/** A value written on one line: its content, and whether it is in quotes. Undefined for anything else. */
function scalar(raw: string): { content: string; quote: boolean } | undefined {
  const quoted = /^(["'])((?:(?!\1)[^\\\n])*)\1$/u.exec(raw);
  if (quoted) return { content: (quoted[2] ?? "").trim(), quote: true };
  return /^[^"'|>&*!{}[\]\n\s#][^\n#]*$/u.test(raw) ? { content: raw.trim(), quote: false } : undefined;
}
