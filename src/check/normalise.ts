import type { Data, Source } from "../model/document.js";
import { childField, type Field } from "../model/field.js";
import type { Pointer } from "../model/json-schema.js";
import { joinPointer } from "../text/json-pointer.js";
import { normalisePhones } from "../text/normalise-phone.js";
import { splitCodes, splitNames } from "../text/split-names.js";

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

/** Where an entry of a list stands in the list as typed. */
export interface EntryOrigin {
  /** The number of the item that holds it; undefined when the list was typed as one text. */
  item: number | undefined;
  /** The text that holds it, and the offsets of the entry in this text. */
  text: string;
  from: number;
  to: number;
}

/** What normalising knows of the file, and what it tells about how the data was typed. */
export interface Typing {
  /** Gives a text with the line breaks it was typed with. YAML joins the lines of a text that has no “|”. */
  asTyped(pointer: Pointer, text: string): string;
  /** Gives the characters of a value that YAML does not read as a text. */
  typedAt: Source["typedAt"];
  /** For each list that has other entries than were typed as items: where each entry stands. */
  readonly origins: Map<Pointer, EntryOrigin[]>;
  /** Fields whose short form begins with one of the keys that it stands for. They are left as they are. */
  readonly keysInText: Map<Pointer, string>;
}

/** Makes a `Typing` that knows nothing of a file. */
export function newTyping(
  asTyped: Typing["asTyped"] = (_, text) => text,
  typedAt: Typing["typedAt"] = () => "",
): Typing {
  return { asTyped, typedAt, origins: new Map(), keysInText: new Map() };
}

/**
 * Expands the short forms that a field's schema allows: a text for a list, a list for `{单位: list}`, 长沙 for 长沙市. What
 * is typed in a text field becomes the characters typed, also where YAML reads a number: 007, 2023.10, true. Values of a
 * wrong type stay unchanged; the schema check reports them.
 * @returns the same object when nothing is expanded
 */
export function normalise(value: Data, field: Field, typing: Typing = newTyping()): Data {
  const { shorthand, aliases, items, type } = field.spellings ?? NO_SPELLINGS;
  if (shorthand && !isMapping(value)) {
    const key = keyInText(value, field);
    if (key === undefined) return normalise({ [shorthand]: value }, field, typing);
    typing.keysInText.set(field.pointer, key);
    return value;
  }
  if (isMapping(value)) {
    const expanded = new Map<string, Data>();
    for (const key of Object.keys(value)) {
      const inner = value[key] as Data;
      const child = childField(field, key);
      // nearly all figures need no change, so most calls end here
      if (!child || (typeof inner === "number" && !child.spellings && !child.isText)) continue;
      const normal = normalise(inner, child, typing);
      if (normal !== inner) expanded.set(key, normal);
    }
    // most parts of a document have no short forms and need no copy
    if (expanded.size === 0) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expanded.get(key) ?? inner]));
  }
  if (typeof value === "number" || typeof value === "boolean")
    return field.isText ? normalise(typing.typedAt(field.pointer), field, typing) : value;
  if (items && type?.includes("string") && (typeof value === "string" || Array.isArray(value)))
    return normaliseList(value, field, typing);
  if (typeof value === "string") {
    if (field.entity === "phone") return normalisePhones(value) ?? value.trim();
    const trimmed = field.wordLimit === undefined ? value.trim() : value.trimEnd();
    // a name is no sentence, and nothing follows it
    const text = field.entity === undefined ? trimmed : trimmed.replace(/[。、，；]+$/u, "");
    return aliases && Object.hasOwn(aliases, text) ? (aliases[text] as string) : text;
  }
  if (Array.isArray(value) && items) {
    const each = childField(field, "0");
    if (!each) return value;
    const entries = value.map((item, index) => normalise(item, childField(field, String(index)) ?? each, typing));
    return entries.every((entry, index) => entry === value[index]) ? value : entries;
  }
  return value;
}

/**
 * Normalises a list of names or codes, typed as one text or as items. Each text may hold several of them: whether a name
 * stands alone on its item or shares it makes no difference.
 */
function normaliseList(value: string | Data[], field: Field, typing: Typing): Data {
  const each = childField(field, "0");
  if (!each) return value;
  const split = each.schema.enum ? splitCodes : splitNames;
  const entries: Data[] = [];
  const origins: EntryOrigin[] = [];
  let asItems = Array.isArray(value);
  for (const [index, typed] of (Array.isArray(value) ? value : [value]).entries()) {
    const at = Array.isArray(value) ? index : undefined;
    const isWord = each.isText && (typeof typed === "number" || typeof typed === "boolean");
    const item = isWord ? typing.typedAt(joinPointer(field.pointer, index)) : typed;
    if (typeof item !== "string") {
      entries.push(normalise(item, each, typing));
      origins.push({ item: at, text: "", from: 0, to: 0 });
      continue;
    }
    const text = typing.asTyped(at === undefined ? field.pointer : joinPointer(field.pointer, at), item);
    const parts = split(text);
    asItems &&= parts.length <= 1;
    // an item that holds nothing keeps its place, so that it can be reported
    if (parts.length === 0 && at !== undefined) {
      entries.push("");
      origins.push({ item: at, text: "", from: 0, to: 0 });
    }
    for (const { name, from, to } of parts) {
      entries.push(normalise(name, each, typing));
      origins.push({ item: at, text, from, to });
    }
  }
  if (!asItems && entries.length > 1) typing.origins.set(field.pointer, origins);
  const isSame = Array.isArray(value) && entries.length === value.length;
  return isSame && entries.every((entry, index) => entry === value[index]) ? value : entries;
}

/**
 * Finds the key of its own with which the text of a short form begins: 单位：甲、乙 below 企业. Somebody who types this means
 * a field; expanded, the key would become a part of the first name.
 */
function keyInText(value: Data, { children }: Field): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trimStart();
  return children.find(({ key, title, schema, spellings }) => {
    // in front of a text, a word and a space may be the beginning of a sentence
    const isText = (schema.type === "string" && !spellings?.items) || schema.marks !== undefined;
    const mark = isText ? /^\s*[：:]/u : /^(?:\s*[：:]|\s+\S)/u;
    return [key, title].some((name) => text.startsWith(name) && mark.test(text.slice(name.length)));
  })?.key;
}
