import { FormError } from "../model/errors.js";
import { namesYear } from "../model/field.js";
import type { JsonSchema } from "../model/json-schema.js";
import { valueAt } from "../text/json-pointer.js";

/** A schema as its file has it: a part may be one of another kind's, with its years called otherwise. */
interface SharedSchema extends JsonSchema {
  rename?: Record<string, string>;
}

/**
 * Makes every document schema of a form whole: where a `$ref` names another kind (`推荐书#/properties/联合体名称`),
 * that part stands in its place, so that a label, unit or limit is written once. `rename` gives its years other
 * names (`{2022: 上年, 2023: 本年}`), which the form must list as names of years.
 * @param schemas by kind
 * @param fileOf the file of a kind's schema, for messages
 * @param yearNames what the form calls years besides their numbers
 * @throws {FormError} when a `$ref` leads nowhere, or in a circle, or a new name is not that of a year
 */
export function resolveSchemas(
  schemas: Record<string, JsonSchema>,
  fileOf: (kind: string) => string,
  yearNames: readonly string[] = [],
): Record<string, JsonSchema> {
  /** @param home the kind whose file the part is in: where its own `#/$defs/…` are */
  function whole(part: unknown, home: string, trail: string[]): unknown {
    if (Array.isArray(part)) return part.map((each) => whole(each, home, trail));
    if (typeof part !== "object" || part === null) return part;
    const { $ref, rename = {}, ...own } = part as SharedSchema;
    const rest = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, whole(value, home, trail)]));
    if ($ref === undefined) return rest;
    const [kind = "", pointer = ""] = $ref.split("#");
    // what stands in its own file needs no copy, unless it has to come along into another
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

/** A schema with the years it asks for called otherwise, also in their labels. */
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
