import type { JsonSchema } from "../model/json-schema.js";

/**
 * Adapts the schema of a document for editors. The unit and the word limit are added to the description of a field,
 * because editors show only the description. The YAML language server reads digits as numbers, so the result also allows
 * numbers where the schema has texts made of digits: keys that are years, and choices such as the observation point 3.1.
 * It does not limit decimals: most validators divide by 0.01 in floating point, and refuse 4.6.
 * @returns a new schema; `schema` is not changed
 */
export function editorSchema(schema: JsonSchema): JsonSchema {
  return forEditor(schema, schema.$defs ?? {});
}

function forEditor(schema: JsonSchema, defs: Record<string, JsonSchema>): JsonSchema {
  const { multipleOf = 1, ...others } = schema;
  const kept = Number.isInteger(multipleOf) ? schema : others;
  const inner = Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, mapped(key, value, defs)]));
  const { description, unit, wordLimit, properties = {}, type, items, enum: choices } = schema;
  const explanation = [description, unit && `单位:${unit}`, wordLimit && `不超过 ${wordLimit} 字`]
    .filter(Boolean)
    .join(";");
  const years = Object.entries((inner.properties ?? {}) as Record<string, JsonSchema>).filter(([key]) =>
    /^\d+$/u.test(key),
  );
  // A list with a single choice may be written without the list, so a number must be allowed here, too.
  const allowsNumber = Array.isArray(type) && items && figuresIn(resolved(items, defs)).length > 0;
  return {
    ...inner,
    ...(explanation !== "" && { description: explanation }),
    ...(choices && { enum: [...choices, ...figuresIn(schema)] }),
    ...(allowsNumber && { type: [...type, "number"] }),
    ...(years.length > 0 && years.length === Object.keys(properties).length
      ? { patternProperties: Object.fromEntries(years.map(([year, field]) => [`^${year}$`, field])) }
      : {}),
  };
}

/** Gives the choices that YAML reads as numbers. */
function figuresIn({ enum: choices = [] }: JsonSchema): number[] {
  return choices.filter((each) => typeof each === "string" && /^\d+(?:\.\d+)?$/u.test(each)).map(Number);
}

function resolved(schema: JsonSchema, defs: Record<string, JsonSchema>): JsonSchema {
  return defs[schema.$ref?.replace("#/$defs/", "") ?? ""] ?? schema;
}

/** Keywords whose value is a record of schemas, one schema, or a list of schemas. */
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
