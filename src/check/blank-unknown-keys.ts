import type { Data } from "../model/document.js";
import { childField, type Field } from "../model/field.js";
import type { Pointer, SchemaError } from "../model/json-schema.js";
import { joinPointer } from "../text/json-pointer.js";
import { removeBlanks } from "./normalise.js";

/**
 * Finds keys without a value that the form does not have. The check against the schema does not see them, because fields
 * that are not filled in are left out before it.
 * @param data as it was read
 */
export function blankUnknownKeys(root: Field, data: Data): SchemaError[] {
  const found: SchemaError[] = [];
  const walk = (value: Data, field: Field, pointer: Pointer) => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) {
      const inner = (value as { [key: string]: Data })[key] as Data;
      const child = childField(field, key);
      if (child) walk(inner, child, joinPointer(pointer, key));
      else if (
        !Array.isArray(value) &&
        field.schema.additionalProperties === false &&
        removeBlanks(inner) === undefined
      )
        found.push({ keyword: "additionalProperties", instancePath: pointer, params: { additionalProperty: key } });
    }
  };
  walk(data, root, "");
  return found;
}
