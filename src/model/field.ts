import { ANY_ENTRY, joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";
import type { Entity, JsonSchema, Pointer, Tally } from "./json-schema.js";

/** A field of a form, read off its JSON Schema. */
export interface Field {
  pointer: Pointer;
  key: string;
  /** Printed label. */
  title: string;
  /** Label that is unmistakable on its own, e.g. 企业兼职教师·2022年·人次. */
  name: string;
  hint?: string;
  /** The field's schema with `$ref` resolved. */
  schema: JsonSchema;
  /** Unit of its own or of what holds it. */
  unit?: string;
  wordLimit?: number;
  entity?: Entity;
  tally?: Tally;
  /** Usual range of a figure, its own or of what holds it. */
  plausible?: [number, number];
  required: boolean;
  parent?: Field;
  /** Fields below; of a list of entries those of each entry, with `*` in the place of its number. */
  children: Field[];
  /** Set where a value may be written in another way than it is read as. */
  spellings?: Pick<JsonSchema, "shorthand" | "aliases" | "items" | "type" | "enum">;
  /** The schema of the whole document, for the `$ref`s of entries built on demand. */
  rootSchema: JsonSchema;
  /** What the form calls years besides their numbers, the same for all fields of a document. */
  yearNames: readonly string[];
}

/** Whether a field's key names a year, as in `{2022: 3, 2023: 5}`, or in `{上年: 3, 本年: 5}` where the form lists these names. */
export function isYear({ key, yearNames }: Pick<Field, "key" | "yearNames">): boolean {
  return namesYear(key, yearNames);
}

/** Whether a key names a year. @param yearNames what the form calls years besides their numbers */
export function namesYear(key: string, yearNames: readonly string[]): boolean {
  return /^\d{4}$/u.test(key) || yearNames.includes(key);
}

/** Years as a sentence names them: 2022、2023 年; 上年、本年. */
export function yearsInWords(keys: string[]): string {
  const last = keys.at(-1) ?? "";
  return keys.join("、") + (/\d$/u.test(last) ? " 年" : "");
}

/**
 * Reads the fields off a document schema, in printed order.
 * @param yearNames what the form calls years besides their numbers
 */
export function fieldTree(schema: JsonSchema, yearNames: readonly string[] = []): Field {
  return build(schema, { schema, yearNames }, { key: "", pointer: "", required: true });
}

/** Whether a field is a list whose entries have fields of their own. */
export function isList({ schema, children }: Field): boolean {
  return children.length > 0 && schema.properties === undefined;
}

/** The entries a document has in a list, each as a field. @param data of the whole document */
export function entriesOf(list: Field, data: unknown): Field[] {
  const value = valueAt(data, list.pointer);
  return Array.isArray(value) ? value.flatMap((_, index) => childField(list, String(index)) ?? []) : [];
}

/**
 * All fields below (and including) a field that hold a value rather than further fields.
 * @param data of a whole document: then those in lists of entries are given one by one, as far as it has them
 */
export function leafFields(field: Field, data?: unknown): readonly Field[] {
  const ends = endsOf(field);
  if (!ends.some(isList)) return ends;
  const ofEntries = (list: Field) => (data === undefined ? list.children : entriesOf(list, data));
  return ends.flatMap((end) => (isList(end) ? ofEntries(end).flatMap((each) => leafFields(each, data)) : end));
}

/** The fields below a field where its own tree ends: those that hold a value, and lists of entries. */
function endsOf(field: Field): readonly Field[] {
  const known = ends.get(field);
  if (known) return known;
  const found = field.children.length === 0 || isList(field) ? [field] : field.children.flatMap(endsOf);
  ends.set(field, found);
  return found;
}

/** By field: every rule asks for them, of every document. */
const ends = new WeakMap<Field, readonly Field[]>();

/** The fields that hold a text with a word limit: of several paragraphs, in the small Markdown. @param data as in `leaves` */
export function narrativeFields(field: Field, data?: unknown): Field[] {
  return leafFields(field, data).filter(({ wordLimit }) => wordLimit !== undefined);
}

/** The field at a pointer; list items and map entries count as fields. Undefined where the form has none. */
export function fieldAt(root: Field, pointer: Pointer): Field | undefined {
  let field: Field | undefined = root;
  for (const step of splitPointer(pointer)) field = field && childField(field, step);
  return field;
}

/** The field one step below. */
export function childField(field: Field, step: string): Field | undefined {
  let known = below.get(field);
  if (!known) {
    known = new Map(isList(field) ? [] : field.children.map((child) => [child.key, child]));
    below.set(field, known);
  }
  let found = known.get(step);
  if (!found) {
    found = entry(field, step);
    if (found) known.set(step, found);
  }
  return found;
}

/** By field, and the entries of lists and maps that have been asked for: every document asks for the same. */
const below = new WeakMap<Field, Map<string, Field>>();

/** A field's pointer as a layout has it: with `*` for the number of an entry. */
export function layoutPointer({ pointer, key, parent }: Field): Pointer {
  return parent ? joinPointer(layoutPointer(parent), isList(parent) ? ANY_ENTRY : key) : pointer;
}

/** What a field is known by before its schema is read. */
interface FieldContext {
  key: string;
  pointer: Pointer;
  required: boolean;
  entity?: Entity;
  parent?: Field;
  /** What it is called, where that is not its label. */
  name?: string;
  /** The entry of a list that holds the field: its name goes before. */
  within?: string;
}

/** A year's label reads only together with what it is the year of; so do a list's name and count, and what is in an entry. */
function nameOf(title: string, { key, parent, name, within }: FieldContext): string {
  if (name !== undefined) return name;
  const leansOnParent =
    parent && parent.pointer !== "" && (namesYear(key, parent.yearNames) || isYear(parent) || parent.tally);
  if (leansOnParent) return `${parent.name}·${title}`;
  return within === undefined ? title : `${within}·${title}`;
}

/** What all fields of a document have in common. */
interface Root {
  schema: JsonSchema;
  yearNames: readonly string[];
}

function build(raw: JsonSchema, root: Root, context: FieldContext): Field {
  const schema = resolve(raw, root.schema);
  const { key, parent } = context;
  const title = schema.title ?? parent?.title ?? key;
  const field: Field = {
    pointer: context.pointer,
    key,
    title,
    name: nameOf(title, context),
    hint: schema.description,
    schema,
    unit: schema.unit ?? parent?.unit,
    wordLimit: schema.wordLimit,
    entity: schema.entity ?? context.entity,
    plausible: schema.plausible ?? parent?.plausible,
    tally: schema.tally,
    spellings: spellingsOf(schema),
    required: context.required,
    parent,
    children: [],
    rootSchema: root.schema,
    yearNames: root.yearNames,
  };
  const { properties = {}, required = [], items } = schema;
  for (const [name, own] of Object.entries(properties)) {
    const below = {
      key: name,
      pointer: joinPointer(context.pointer, name),
      required: required.includes(name),
      parent: field,
    };
    field.children.push(build(own, root, { ...below, within: context.within }));
  }
  if (items && resolve(items, root.schema).properties) field.children = entry(field, ANY_ENTRY)?.children ?? [];
  return field;
}

function spellingsOf({ shorthand, aliases, items, type, enum: choices }: JsonSchema): Field["spellings"] {
  if (!shorthand && !aliases && !items && !choices) return undefined;
  return { shorthand, aliases, items, type, enum: choices };
}

function entry(field: Field, step: string): Field | undefined {
  const { items, patternProperties = {} } = field.schema;
  const pattern = Object.keys(patternProperties).find((each) => new RegExp(each, "u").test(step));
  const inList = items && (step === ANY_ENTRY || /^\d+$/u.test(step));
  const schema = inList ? items : pattern && patternProperties[pattern];
  if (!schema) return undefined;
  const context = {
    key: step,
    pointer: joinPointer(field.pointer, step),
    required: false,
    entity: field.entity,
    parent: field,
  };
  const root = { schema: field.rootSchema, yearNames: field.yearNames };
  if (inList && resolve(schema, field.rootSchema).properties) {
    const name = step === ANY_ENTRY ? field.name : `${field.name}·第 ${Number(step) + 1} 项`;
    return build(schema, root, { ...context, name, within: name });
  }
  return build(schema, root, { ...context, name: schema.title === undefined ? field.name : undefined });
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (!schema.$ref) return schema;
  const { $ref, ...own } = schema;
  const target = root.$defs?.[$ref.replace("#/$defs/", "")];
  if (!target) throw new Error(`schema ${root.$id}: no ${$ref}`);
  return { ...resolve(target, root), ...own };
}
