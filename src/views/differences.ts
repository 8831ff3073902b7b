import type { Data, FormDocument } from "../model/document.js";
import { type Field, leafFields } from "../model/field.js";
import type { Pointer } from "../model/json-schema.js";
import { valueAt } from "../text/json-pointer.js";
import { asPrinted } from "./as-printed.js";

/** A field that two versions of a document print differently. */
export interface Difference {
  pointer: Pointer;
  field: Field;
  before?: Data;
  after?: Data;
}

/** Compares two versions of a document field by field, in the order of the form. What is printed alike is the same. */
export function differencesOf(
  before: Pick<FormDocument, "kind" | "data">,
  after: Pick<FormDocument, "kind" | "data">,
): Difference[] {
  const fields = new Map<Pointer, Field>();
  // an entry that only one of them has is known from that one
  const [longer, shorter] = size(before) >= size(after) ? [before, after] : [after, before];
  for (const { kind, data } of [longer, shorter])
    for (const field of leafFields(kind.root, data)) if (!fields.has(field.pointer)) fields.set(field.pointer, field);
  return [...fields.values()].flatMap((field) => {
    const [one, other] = [before, after].map(({ data }) => valueAt(data, field.pointer) as Data | undefined);
    if (asPrinted(field, one) === asPrinted(field, other)) return [];
    return [
      {
        pointer: field.pointer,
        field,
        ...(one !== undefined && { before: one }),
        ...(other !== undefined && { after: other }),
      },
    ];
  });
}

function size({ kind, data }: Pick<FormDocument, "kind" | "data">): number {
  return leafFields(kind.root, data).length;
}
