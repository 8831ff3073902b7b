import type { Data, Source } from "../model/document.js";
import { childField, type Field } from "../model/field.js";
import type { Pointer } from "../model/json-schema.js";
import { joinPointer } from "../text/json-pointer.js";

type Mapping = { [key: string]: Data };

function isMapping(value: Data | undefined): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Tells whether a value is empty, as the values of a blank form are. */
function isBlank(value: Data | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** Tells whether a value has fields that are not filled in. */
function hasBlanks(value: Data): boolean {
  if (Array.isArray(value) && value.some(isMapping)) return value.some(hasBlanks);
  if (!isMapping(value)) return isBlank(value);
  const fields = Object.values(value);
  return fields.length === 0 || fields.some(hasBlanks);
}

/**
 * Removes all fields that are not filled in. An empty entry in a list stays as an empty mapping, so that the other
 * entries keep their positions; a list of only empty entries is removed.
 * @returns the same object when nothing is removed; undefined when nothing is left
 */
export function removeBlanks(data: Data): Data | undefined {
  // most applications are complete and need no copy
  if (!hasBlanks(data)) return data;
  if (isMapping(data)) {
    const kept = Object.entries(data).flatMap(([key, value]) => {
      const inner = removeBlanks(value);
      return inner === undefined ? [] : [[key, inner]];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  if (Array.isArray(data) && data.some(isMapping)) {
    const entries = data.map((each) => (isMapping(each) ? removeBlanks(each) : each));
    return entries.every(isBlank) ? undefined : entries.map((each) => each ?? {});
  }
  return isBlank(data) ? undefined : data;
}

/** The spellings of a field that allows no short forms. */
const NO_SPELLINGS: NonNullable<Field["spellings"]> = {};

/**
 * Expands the short forms that a field's schema allows: a text for a list, a list for `{单位: list}`, 长沙 for 长沙市. What
 * is typed in a text field becomes the characters typed, also where YAML reads a number: 007, 2023.10, true. Values of a
 * wrong type stay unchanged; the schema check reports them.
 * @param typedAt gives the characters of a value, as in `Source`
 * @returns the same object when nothing is expanded
 */
export function normalise(value: Data, field: Field, typedAt: Source["typedAt"], pointer: Pointer = ""): Data {
  const { shorthand, aliases, items, type } = field.spellings ?? NO_SPELLINGS;
  if (shorthand && !isMapping(value)) return normalise({ [shorthand]: value }, field, typedAt, pointer);
  if (isMapping(value)) {
    const expanded = new Map<string, Data>();
    for (const key of Object.keys(value)) {
      const inner = value[key] as Data;
      const child = childField(field, key);
      // nearly all figures need no change, so most calls end here
      if (!child || (typeof inner === "number" && !child.spellings && !child.isText)) continue;
      const normal = normalise(inner, child, typedAt, joinPointer(pointer, key));
      if (normal !== inner) expanded.set(key, normal);
    }
    // most parts of a document have no short forms and need no copy
    if (expanded.size === 0) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expanded.get(key) ?? inner]));
  }
  if (typeof value === "number" || typeof value === "boolean")
    return field.isText ? normalise(typedAt(pointer), field, typedAt, pointer) : value;
  if (typeof value === "string") {
    if (items && type?.includes("string")) return normalise(splitNames(value), field, typedAt, pointer);
    const text = field.wordLimit === undefined ? value.trim() : value.trimEnd();
    return aliases && Object.hasOwn(aliases, text) ? (aliases[text] as string) : text;
  }
  if (Array.isArray(value) && items) {
    const [only] = value;
    // YAML reads [甲、乙] as a list of one text, but the person means two names
    if (value.length === 1 && typeof only === "string" && type?.includes("string") && splitNames(only).length > 1)
      return splitNames(only);
    const each = childField(field, "0");
    if (!each) return value;
    const entries = value.map((item, index) => normalise(item, each, typedAt, joinPointer(pointer, index)));
    return entries.every((entry, index) => entry === value[index]) ? value : entries;
  }
  return value;
}

/** Splits names typed on one line, with the separators that printed lists use: 甲学院、乙学院. */
function splitNames(text: string): string[] {
  return text
    .split(/[、;；，\n]|(?<=[\u4e00-\u9fff]),\s*(?=[\u4e00-\u9fff])/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
