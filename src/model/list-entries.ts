import { joinPointer, valueAt } from "../text/json-pointer.js";
import type { FormDocument } from "./document.js";
import { numberAt } from "./document-values.js";
import type { Pointer } from "./json-schema.js";

/** Pointers of a list's entries. */
export function entryPointers(document: FormDocument, list: Pointer): Pointer[] {
  const value = valueAt(document.data, list);
  return Array.isArray(value) ? value.map((_, index) => joinPointer(list, index)) : [];
}

/** The entries of a list that are numbered, in order. @param key where an entry has its number */
export function numberedEntries(
  document: FormDocument,
  list: Pointer,
  key: string,
): { number: number; pointer: Pointer }[] {
  return entryPointers(document, list).flatMap((pointer) => {
    const number = numberAt(document, joinPointer(pointer, key));
    return number === undefined ? [] : [{ number, pointer }];
  });
}
