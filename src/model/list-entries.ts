import { joinPointer, valueAt } from "../text/json-pointer.js";
import type { FormDocument } from "./document.js";
import { numberAt } from "./document-values.js";
import type { Pointer } from "./json-schema.js";

/** Gives the pointers of the entries that a document has in a list; none when the value is not a list. */
export function entryPointers(document: FormDocument, list: Pointer): Pointer[] {
  const value = valueAt(document.data, list);
  return Array.isArray(value) ? value.map((_, index) => joinPointer(list, index)) : [];
}

/** Gives the entries of a list that have a number, in the order of the list. @param key the key that holds the number */
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
