import { join, valueAt } from "../text/pointer.js";
import type { FormDocument } from "./document.js";
import type { Pointer } from "./form.js";
import { numberAt } from "./values.js";

/** Pointers of a list's entries. */
export function entriesAt(document: FormDocument, list: Pointer): Pointer[] {
  const value = valueAt(document.data, list);
  return Array.isArray(value) ? value.map((_, index) => join(list, index)) : [];
}

/** The entries of a list that are numbered, in order. @param key where an entry has its number */
export function numbered(document: FormDocument, list: Pointer, key: string): { number: number; pointer: Pointer }[] {
  return entriesAt(document, list).flatMap((pointer) => {
    const number = numberAt(document, join(pointer, key));
    return number === undefined ? [] : [{ number, pointer }];
  });
}
