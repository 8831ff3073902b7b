import { FormError } from "../model/errors.js";
import { namesYear } from "../model/field.js";
import type { JsonSchema } from "../model/json-schema.js";
import { valueAt } from "../text/json-pointer.js";

/** A schema in its file. `$ref` can name a part of another kind's schema; `rename` renames the years of that part. */
interface SharedSchema extends JsonSchema {
  rename?: Record<string, string>;
}

/**
 * Completes the document schemas of a form. A `$ref` to another kind (`推荐书#/properties/联合体名称`) is replaced by a copy
 * of that part, so that a label, unit or limit is written only once. `rename` renames the years in the copy
 * (`{2022: 上年, 2023: 本年}`); `years` in `form.yaml` must list new names that are not numbers.
 * @param schemas the schemas by kind of document
 * @param fileOf gives the file of a kind's schema, for messages
 * @param yearNames `years` in `form.yaml`: the new names that are allowed besides four-digit years
 * @throws {FormError} when a `$ref` names nothing or leads back to itself, or when a new name is not a year
 */
export function resolveSchemas(
  schemas: Record<string, JsonSchema>,
  fileOf: (kind: string) => string,
  yearNames: readonly string[] = [],
): Record<string, JsonSchema> {
  /**
   * Completes a part of a schema.
   * @param home the kind whose file contains the part; `#/$defs/…` refers to this file
   * @param trail the kind that is being completed, then the places that led to the part; it shows when a `$ref` leads back
   */
  function whole(part: unknown, home: string, trail: string[]): unknown {
    if (Array.isArray(part)) return part.map((each) => whole(each, home, trail));
    if (typeof part !== "object" || part === null) return part;
    const { $ref, rename = {}, ...own } = part as SharedSchema;
    const rest = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, whole(value, home, trail)]));
    if ($ref === undefined) return rest;
    const [kind = "", pointer = ""] = $ref.split("#");
    // A reference inside the same file stays a reference. It is copied only when the part moves to another file.
    if (kind === "" && home === trail[0]) return { ...rest, $ref };
    const place = `${kind || home}#${pointer}`;
    if (trail.includes(place)) throw new FormError(`${fileOf(home)}:$ref ${place} 绕回了自己`);
    const target = valueAt(schemas[kind || home], pointer);
    if (target === undefined) throw new FormError(`${fileOf(home)}:没有 $ref 所指的 ${place}`);
    const stray = Object.values(rename).find((name) => !namesYear(name, yearNames));
    if (stray !== undefined) throw new FormError(`${fileOf(home)}:rename 里的“${stray}”不在 form.yaml 的 years 里`);
    const copied = whole(target, kind || home, [...trail, place]) as JsonSchema;
    return { ...renamed(copied, rename), ...rest };
  }
  return Object.fromEntries(
    Object.entries(schemas).map(([kind, schema]) => [kind, whole(schema, kind, [kind]) as JsonSchema]),
  );
}

/** Copies a schema and renames keys that are years, and their labels. */
function renamed(schema: JsonSchema, names: Record<string, string>): JsonSchema {
  const { properties, required, ...rest } = schema;
  if (!properties) return schema;
  const entries = Object.entries(properties).map(([key, value]): [string, JsonSchema] => {
    const name = names[key];
    return name === undefined ? [key, renamed(value, names)] : [name, { ...value, title: name }];
  });
  return {
    ...rest,
    ...(required && { required: required.map((key) => names[key] ?? key) }),
    properties: Object.fromEntries(entries),
  };
}
