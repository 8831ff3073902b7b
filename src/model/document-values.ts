import { formatWithUnit } from "../text/format-values.js";
import { joinPointer, valueAt } from "../text/json-pointer.js";
import { maskLongNumbers } from "../text/mask-long-numbers.js";
import { parseTypedDate } from "../text/parse-typed-date.js";
import type { Data, FormDocument } from "./document.js";
import { type Field, fieldAt, leafFields } from "./field.js";
import type { Pointer } from "./json-schema.js";

// Rules also run on documents that do not fit their schema. A value of the wrong type counts as not filled in here,
// because the schema check has already reported it.

/** Gives the number in a field; undefined when no finite number is filled in. */
export function numberAt(document: FormDocument, pointer: Pointer): number | undefined {
  const value = valueAt(document.data, pointer);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** Gives the text in a field; undefined when no text is filled in. */
export function textAt(document: FormDocument, pointer: Pointer): string | undefined {
  const value = valueAt(document.data, pointer);
  return typeof value === "string" ? value : undefined;
}

/** Gives the text in a field that has choices; undefined when it is none of them. */
export function choiceAt(document: FormDocument, pointer: Pointer): string | undefined {
  const text = textAt(document, pointer);
  return fieldAt(document.kind.root, pointer)?.schema.enum?.includes(text) ? text : undefined;
}

/** Gives the date in a field; undefined when the text is not a complete date YYYY-MM-DD that exists. */
export function dateAt(document: FormDocument, pointer: Pointer): string | undefined {
  const date = dateOrMonthAt(document, pointer);
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(date) ? date : undefined;
}

/** Gives the date or the month in a field, YYYY-MM-DD or YYYY-MM; undefined for any other text. */
export function dateOrMonthAt(document: FormDocument, pointer: Pointer): string | undefined {
  const text = textAt(document, pointer);
  return text !== undefined && parseTypedDate(text) === text ? text : undefined;
}

/** Whether a field has a value of any type. */
export function isFilled(document: FormDocument, pointer: Pointer): boolean {
  return valueAt(document.data, pointer) !== undefined;
}

/**
 * Gives the names in the value of a list. Leaves out entries that are empty or not texts. Whatever counts, prints or
 * compares names gets them here, so that all agree on how many there are.
 */
export function namesIn(value: unknown): { name: string; index: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((name, index) => (typeof name === "string" && name !== "" ? [{ name, index }] : []));
}

/** Gives the names in a list, each with the pointer of its entry. */
export function namesAt(document: FormDocument, pointer: Pointer): { name: string; pointer: Pointer }[] {
  return namesIn(valueAt(document.data, pointer)).map(({ name, index }) => ({
    name,
    pointer: joinPointer(pointer, index),
  }));
}

/** Quotes a name for a message. A telephone number that was typed behind it is masked. */
export function quoteName(name: string): string {
  return `“${maskLongNumbers(name)}”`;
}

/** Gives the fields of a group that are filled in; undefined when the group is not filled in, or is no group. */
export function groupAt(document: FormDocument, pointer: Pointer): { [key: string]: Data } | undefined {
  const value = valueAt(document.data, pointer);
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { [key: string]: Data })
    : undefined;
}

/** Gives the unique name of a field in 「」, as messages show it; the pointer when the form has no such field. */
export function labelOf(document: FormDocument, pointer: Pointer): string {
  return `「${fieldAt(document.kind.root, pointer)?.name ?? pointer}」`;
}

/** Gives the label printed beside a field itself; the pointer when the form has no such field. */
export function titleOf({ kind }: Pick<FormDocument, "kind">, pointer: Pointer): string {
  return fieldAt(kind.root, pointer)?.title ?? pointer;
}

/** Formats a number for messages, with the unit of its field. @param pointer the field whose unit is used */
export function formatAmount(document: FormDocument, pointer: Pointer, value: number): string {
  return formatWithUnit(value, fieldAt(document.kind.root, pointer)?.unit);
}

/**
 * Selects fields of the document's form.
 * @param test must always be the same function object: results are cached by it, as long as they do not depend on the
 * document
 * @param below only fields below this pointer; by default all
 * @returns the fields that hold a value and pass the test; empty when the form has no field at `below`
 */
export function selectFields(
  document: FormDocument,
  test: (field: Field) => boolean,
  below: Pointer = "",
): readonly Field[] {
  const start = fieldAt(document.kind.root, below);
  if (!start) return [];
  const fields = leafFields(start, document.data);
  // The form has lists of entries here. Their fields depend on the document, so the result cannot be cached.
  if (fields !== leafFields(start)) return fields.filter(test);
  const known = selected.get(fields) ?? new Map<typeof test, readonly Field[]>();
  selected.set(fields, known);
  const found = known.get(test) ?? fields.filter(test);
  known.set(test, found);
  return found;
}

/** A test for `selectFields` that selects every field. */
export const anyField = (): boolean => true;

/** Cached results of `selectFields`, by the fields searched and then by test. */
const selected = new WeakMap<readonly Field[], Map<(field: Field) => boolean, readonly Field[]>>();

/** Gives the name of a document for messages; its file when the name is not filled in. */
export function documentName(document: FormDocument): string {
  return textAt(document, document.kind.name) ?? document.source.file;
}
