import type { Data } from "../model/document.js";
import { childField, type Field } from "../model/field.js";

type Mapping = { [key: string]: Data };

function isMapping(value: Data | undefined): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is there but says nothing: what a blank form holds. */
function isBlank(value: Data | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function hasBlanks(value: Data): boolean {
  if (Array.isArray(value) && value.some(isMapping)) return value.some(hasBlanks);
  if (!isMapping(value)) return isBlank(value);
  const fields = Object.values(value);
  return fields.length === 0 || fields.some(hasBlanks);
}

/** Leaves out every field that is not filled in. Places in lists are kept, unless all entries are blank. */
export function removeBlanks(data: Data): Data | undefined {
  // most applications are complete, and need no copy
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

const NONE: NonNullable<Field["spellings"]> = {};

/**
 * Spells out the short forms a field's schema allows: text for a list, a list for `{单位: list}`,
 * 长沙 for 长沙市. Values of a wrong type stay as they are; the schema check reports them.
 */
export function normalise(value: Data, field: Field): Data {
  const { shorthand, aliases, items, type, enum: choices } = field.spellings ?? NONE;
  if (shorthand && !isMapping(value)) return normalise({ [shorthand]: value }, field);
  if (isMapping(value)) {
    const spelledOut = new Map<string, Data>();
    for (const key of Object.keys(value)) {
      const inner = value[key] as Data;
      const child = childField(field, key);
      // nearly all figures are read as they are written
      if (!child || (typeof inner === "number" && !child.spellings && child.entity !== "phone")) continue;
      const normal = normalise(inner, child);
      if (normal !== inner) spelledOut.set(key, normal);
    }
    // most of a document stays as it is, and needs no copy
    if (spelledOut.size === 0) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spelledOut.get(key) ?? inner]));
  }
  // to YAML a mobile number and an observation point (3.1) are figures
  if (typeof value === "number") {
    if (items && childField(field, "0")?.schema.enum?.includes(String(value))) return [String(value)];
    return field.entity === "phone" || choices?.includes(String(value)) ? String(value) : value;
  }
  if (typeof value === "string") {
    if (items && type?.includes("string")) return normalise(splitNames(value), field);
    const text = field.wordLimit === undefined ? value.trim() : value.trimEnd();
    return aliases && Object.hasOwn(aliases, text) ? (aliases[text] as string) : text;
  }
  if (Array.isArray(value) && items) {
    const [only] = value;
    // [甲、乙] is one text to YAML and two names to whoever typed it
    if (value.length === 1 && typeof only === "string" && type?.includes("string") && splitNames(only).length > 1)
      return splitNames(only);
    const each = childField(field, "0");
    if (!each) return value;
    const entries = value.map((item) => normalise(item, each));
    return entries.every((entry, index) => entry === value[index]) ? value : entries;
  }
  return value;
}

/** Names typed in one line are separated the way the printed lists do it: 甲学院、乙学院. */
function splitNames(text: string): string[] {
  return text
    .split(/[、;；，\n]|(?<=[\u4e00-\u9fff]),\s*(?=[\u4e00-\u9fff])/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
