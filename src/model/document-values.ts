import { formatWithUnit } from "../text/format-values.js";
import { joinPointer, valueAt } from "../text/json-pointer.js";
import type { FormDocument } from "./document.js";
import { type Field, fieldAt, leafFields } from "./field.js";
import type { Pointer } from "./json-schema.js";

// Rules run on documents that may hold anything: a value of another type than expected counts as not
// filled in, because the schema check has already said so.

/** A figure; undefined where none is filled in. */
export function numberAt(document: FormDocument, pointer: Pointer): number | undefined {
  const value = valueAt(document.data, pointer);
  // a telephone number in the wrong place is no figure, and not to be repeated in messages
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  return value >= 13e9 && value < 20e9 && Number.isInteger(value) ? undefined : value;
}

/** A text; undefined where none is filled in. */
export function textAt(document: FormDocument, pointer: Pointer): string | undefined {
  const value = valueAt(document.data, pointer);
  return typeof value === "string" ? value : undefined;
}

/** A whole date, YYYY-MM-DD. */
export function dateAt(document: FormDocument, pointer: Pointer): string | undefined {
  const text = textAt(document, pointer);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : undefined;
}

/** Whether anything is filled in, of whatever type. */
export function isFilled(document: FormDocument, pointer: Pointer): boolean {
  return valueAt(document.data, pointer) !== undefined;
}

/** Entries of a list of names, each with its own pointer. */
export function namesAt(document: FormDocument, pointer: Pointer): { name: string; pointer: Pointer }[] {
  const value = valueAt(document.data, pointer);
  if (!Array.isArray(value)) return [];
  const names: { name: string; pointer: Pointer }[] = [];
  for (const [index, name] of value.entries())
    if (typeof name === "string" && name !== "") names.push({ name, pointer: joinPointer(pointer, index) });
  return names;
}

/** Printed label of a field, as messages show it. */
export function labelOf(document: FormDocument, pointer: Pointer): string {
  return `「${fieldAt(document.kind.root, pointer)?.name ?? pointer}」`;
}

/** Printed label of a field that means itself without the ones around it. */
export function titleOf({ kind }: Pick<FormDocument, "kind">, pointer: Pointer): string {
  return fieldAt(kind.root, pointer)?.title ?? pointer;
}

/** A figure as messages show it: with the unit of the field it stands in. */
export function formatAmount(document: FormDocument, pointer: Pointer, value: number): string {
  return formatWithUnit(value, fieldAt(document.kind.root, pointer)?.unit);
}

/**
 * Fields of the document's form, below a pointer or all, that a test picks.
 * @param test a constant: what it picks of a form without lists of entries is not asked again
 */
export function selectFields(
  document: FormDocument,
  test: (field: Field) => boolean,
  below: Pointer = "",
): readonly Field[] {
  const start = fieldAt(document.kind.root, below);
  if (!start) return [];
  const fields = leafFields(start, document.data);
  // those of lists of entries are another document's no more
  if (fields !== leafFields(start)) return fields.filter(test);
  const known = picked.get(fields) ?? new Map<typeof test, readonly Field[]>();
  picked.set(fields, known);
  const found = known.get(test) ?? fields.filter(test);
  known.set(test, found);
  return found;
}

/** For `pick`: all fields there are. */
export const anyField = (): boolean => true;

const picked = new WeakMap<readonly Field[], Map<(field: Field) => boolean, readonly Field[]>>();

/** How a document is called in messages: by its name, or by its file while it has none. */
export function documentName(document: FormDocument): string {
  return textAt(document, document.kind.name) ?? document.source.file;
}
