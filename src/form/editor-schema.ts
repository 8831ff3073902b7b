import type { JsonSchema } from "../model/json-schema.js";

/**
 * A schema as editors read it: what a field's unit and limit are stands in its description, which they show.
 * What their language server takes for a number where a text is meant is allowed: a key of digits (a year), and a
 * choice of digits (3.1, an observation point).
 */
export function editorSchema(schema: JsonSchema): JsonSchema {
  return forEditor(schema, schema.$defs ?? {});
}

function forEditor(schema: JsonSchema, defs: Record<string, JsonSchema>): JsonSchema {
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, mapped(key, value, defs)]));
  const { description, unit, wordLimit, properties = {}, type, items, enum: choices } = schema;
  const told = [description, unit && `单位:${unit}`, wordLimit && `不超过 ${wordLimit} 字`].filter(Boolean).join(";");
  const years = Object.entries((inner.properties ?? {}) as Record<string, JsonSchema>).filter(([key]) =>
    /^\d+$/u.test(key),
  );
  // one of a list of choices may be written without the list
  const alone = Array.isArray(type) && items && figuresIn(resolved(items, defs)).length > 0;
  return {
    ...inner,
    ...(told !== "" && { description: told }),
    ...(choices && { enum: [...choices, ...figuresIn(schema)] }),
    ...(alone && { type: [...type, "number"] }),
    ...(years.length > 0 && years.length === Object.keys(properties).length
      ? { patternProperties: Object.fromEntries(years.map(([year, field]) => [`^${year}$`, field])) }
      : {}),
  };
}

/** Choices that YAML takes for numbers. */
function figuresIn({ enum: choices = [] }: JsonSchema): number[] {
  return choices.filter((each) => typeof each === "string" && /^\d+(?:\.\d+)?$/u.test(each)).map(Number);
}

function resolved(schema: JsonSchema, defs: Record<string, JsonSchema>): JsonSchema {
  return defs[schema.$ref?.replace("#/$defs/", "") ?? ""] ?? schema;
}

/** Keywords that hold schemas by name, one schema, or a list of them. */
const BY_NAME = ["properties", "patternProperties", "$defs"];
const ONE = ["items", "additionalProperties", "not", "if", "then", "else", "propertyNames", "contains"];
const LIST = ["allOf", "anyOf", "oneOf", "prefixItems"];

function mapped(key: string, value: unknown, defs: Record<string, JsonSchema>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (BY_NAME.includes(key))
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [name, forEditor(field as JsonSchema, defs)]),
    );
  if (ONE.includes(key) && !Array.isArray(value)) return forEditor(value as JsonSchema, defs);
  if (LIST.includes(key) && Array.isArray(value)) return value.map((each) => forEditor(each as JsonSchema, defs));
  return value;
}
