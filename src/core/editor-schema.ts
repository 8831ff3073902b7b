import type { JsonSchema } from "../model/form.js";

/**
 * A schema as editors read it: what a field's unit and limit are stands in its description, which they show,
 * and what they take for a figure may be one: a year as a key, a point (3.1) as a choice.
 */
export function editorSchema(schema: JsonSchema): JsonSchema {
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, mapped(key, value)]));
  const { description, unit, wordLimit, properties = {} } = schema;
  const told = [description, unit && `单位:${unit}`, wordLimit && `不超过 ${wordLimit} 字`].filter(Boolean).join(";");
  const years = Object.entries((inner.properties ?? {}) as Record<string, JsonSchema>).filter(([key]) =>
    /^\d+$/u.test(key),
  );
  return {
    ...inner,
    ...(told !== "" && { description: told }),
    ...(years.length > 0 && years.length === Object.keys(properties).length
      ? { patternProperties: Object.fromEntries(years.map(([year, field]) => [`^${year}$`, field])) }
      : {}),
  };
}

/** Keywords that hold schemas by name, one schema, or a list of them. */
const BY_NAME = ["properties", "patternProperties", "$defs"];
const ONE = ["items", "additionalProperties", "not", "if", "then", "else", "propertyNames", "contains"];
const LIST = ["allOf", "anyOf", "oneOf", "prefixItems"];

function mapped(key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (key === "enum" && Array.isArray(value)) return [...value, ...value.map(Number).filter((each) => each > 0)];
  if (BY_NAME.includes(key))
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, editorSchema(field as JsonSchema)]));
  if (ONE.includes(key) && !Array.isArray(value)) return editorSchema(value as JsonSchema);
  if (LIST.includes(key) && Array.isArray(value)) return value.map((each) => editorSchema(each as JsonSchema));
  return value;
}
