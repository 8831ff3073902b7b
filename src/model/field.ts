import { ANY_ENTRY, joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";
import type { Entity, JsonSchema, Pointer, Tally } from "./json-schema.js";

/** A field of a form, built from its JSON Schema. */
export interface Field {
  pointer: Pointer;
  key: string;
  /** Printed label. */
  title: string;
  /** Name that identifies the field without context, e.g. 企业兼职教师·2022年·人次. */
  name: string;
  hint?: string | undefined;
  /** The field's schema with `$ref` resolved. */
  schema: JsonSchema;
  /** Its own unit, or else the unit of the parent. */
  unit?: string | undefined;
  /** Most words (字数) of the text, counted as Microsoft Word does. */
  wordLimit?: number | undefined;
  entity?: Entity | undefined;
  tally?: Tally | undefined;
  /** Usual range [lowest, highest] of the number: its own, or else that of the parent. */
  plausible?: [number, number] | undefined;
  required: boolean;
  parent?: Field | undefined;
  /** Fields below this one. For a list of entries: the fields of any entry, with `*` in place of the entry's number. */
  children: Field[];
  /** Parts of the schema that say how a value may be written. Undefined when there is only one way. */
  spellings?: { [K in "shorthand" | "aliases" | "items" | "type" | "enum"]?: JsonSchema[K] | undefined } | undefined;
  /** Whether a value of one line is a text here, even one that YAML reads as a number: the name 007, the point 3.10. */
  isText: boolean;
  /** The schema of the whole document. It resolves the `$ref`s of entries, which are built at their first use. */
  rootSchema: JsonSchema;
  /** Keys that mean a year and are not a four-digit number, e.g. 上年. The same for all fields of a document. */
  yearNames: readonly string[];
}

/** Whether a field's key means a year, as in `{2022: 3}`, or as in `{上年: 3}` when the form lists 上年 in `years`. */
export function isYear({ key, yearNames }: Pick<Field, "key" | "yearNames">): boolean {
  return namesYear(key, yearNames);
}

/** Whether a key means a year. @param yearNames keys that mean a year and are not a four-digit number */
export function namesYear(key: string, yearNames: readonly string[]): boolean {
  return /^\d{4}$/u.test(key) || yearNames.includes(key);
}

/** Joins the keys of years for a sentence, e.g. 2022、2023 年, or 上年、本年. */
export function yearsInWords(keys: string[]): string {
  const last = keys.at(-1) ?? "";
  return keys.join("、") + (/\d$/u.test(last) ? " 年" : "");
}

/**
 * Builds the tree of fields from the schema of a document, in the order of the schema.
 * @param yearNames keys that mean a year and are not a four-digit number, e.g. 上年
 * @returns the root, which stands for the whole document; its pointer is empty
 * @throws {Error} when a `$ref` names a definition that the schema does not have
 */
export function fieldTree(schema: JsonSchema, yearNames: readonly string[] = []): Field {
  return build(schema, { schema, yearNames }, { key: "", pointer: "", required: true });
}

/** Whether a field is a list whose entries have fields of their own. */
export function isList({ schema, children }: Field): boolean {
  return children.length > 0 && schema.properties === undefined;
}

/** Gives one field for each entry that a document has in a list. @param data the data of the whole document */
export function entriesOf(list: Field, data: unknown): Field[] {
  const value = valueAt(data, list.pointer);
  return Array.isArray(value) ? value.flatMap((_, index) => childField(list, String(index)) ?? []) : [];
}

/**
 * Gives the fields that hold a value and not further fields: the field itself, or those below it.
 * @param data the data of the whole document. With it, the fields in lists are given for each entry that the document
 * has; without it, they are given once, with `*` in their pointers.
 */
export function leafFields(field: Field, data?: unknown): readonly Field[] {
  const treeEnds = endsOf(field);
  if (!treeEnds.some(isList)) return treeEnds;
  const ofEntries = (list: Field) => (data === undefined ? list.children : entriesOf(list, data));
  return treeEnds.flatMap((end) => (isList(end) ? ofEntries(end).flatMap((each) => leafFields(each, data)) : end));
}

/** Gives the ends of the tree below a field: fields that hold a value, and lists of entries. */
function endsOf(field: Field): readonly Field[] {
  const known = cachedEnds.get(field);
  if (known) return known;
  const found = field.children.length === 0 || isList(field) ? [field] : field.children.flatMap(endsOf);
  cachedEnds.set(field, found);
  return found;
}

/** Results of `endsOf` by field. They are cached because every rule asks for them, for every document. */
const cachedEnds = new WeakMap<Field, readonly Field[]>();

/**
 * Gives the narratives: fields with a word limit. Such a text has several paragraphs and may use a little Markdown.
 * @param data as for `leafFields`
 */
export function narrativeFields(field: Field, data?: unknown): Field[] {
  return leafFields(field, data).filter(({ wordLimit }) => wordLimit !== undefined);
}

/** Finds the field at a pointer. Items of lists and entries of maps are fields, too. Undefined when the form has none. */
export function fieldAt(root: Field, pointer: Pointer): Field | undefined {
  let field: Field | undefined = root;
  for (const step of splitPointer(pointer)) field = field && childField(field, step);
  return field;
}

/** Finds the field one step below. @param step a key, the number of an entry from 0, or `*` for any entry */
export function childField(field: Field, step: string): Field | undefined {
  let known = childrenByStep.get(field);
  if (!known) {
    known = new Map(isList(field) ? [] : field.children.map((child) => [child.key, child]));
    childrenByStep.set(field, known);
  }
  let found = known.get(step);
  if (!found) {
    found = entry(field, step);
    if (found) known.set(step, found);
  }
  return found;
}

/** Results of `childField`, by field and step. They are cached because every document asks for the same ones. */
const childrenByStep = new WeakMap<Field, Map<string, Field>>();

/** Gives a field's pointer as layouts write it: with `*` in place of the number of an entry. */
export function layoutPointer({ pointer, key, parent }: Field): Pointer {
  return parent ? joinPointer(layoutPointer(parent), isList(parent) ? ANY_ENTRY : key) : pointer;
}

/** What is known about a field before its schema is read. */
interface FieldContext {
  key: string;
  pointer: Pointer;
  required: boolean;
  entity?: Entity | undefined;
  parent?: Field | undefined;
  /** Its name, when that is not its label. */
  name?: string | undefined;
  /** Name of the list entry that contains the field. It is put in front of the field's name. */
  within?: string | undefined;
}

/**
 * Makes the name of a field. Some labels mean nothing alone: that of a year, of the parts of a tally, and of a field in
 * a list entry. The name of the parent or of the entry is put in front of these.
 */
function nameOf(title: string, { key, parent, name, within }: FieldContext): string {
  if (name !== undefined) return name;
  const needsParent =
    parent && parent.pointer !== "" && (namesYear(key, parent.yearNames) || isYear(parent) || parent.tally);
  if (needsParent) return `${parent.name}·${title}`;
  return within === undefined ? title : `${within}·${title}`;
}

/** What is the same for all fields of a document. */
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
    isText: isText(schema),
    required: context.required,
    parent,
    children: [],
    rootSchema: root.schema,
    yearNames: root.yearNames,
  };
  const { properties = {}, required = [], items } = schema;
  for (const [name, own] of Object.entries(properties)) {
    const child = {
      key: name,
      pointer: joinPointer(context.pointer, name),
      required: required.includes(name),
      parent: field,
    };
    field.children.push(build(own, root, { ...child, within: context.within }));
  }
  if (items && resolve(items, root.schema).properties) field.children = entry(field, ANY_ENTRY)?.children ?? [];
  return field;
}

function isText({ type, entity, enum: choices = [] }: JsonSchema): boolean {
  if (type === undefined) return choices.some((each) => typeof each === "string");
  const types = [type].flat();
  return types.includes("string") && (entity === "phone" || !types.some((each) => /^(?:number|integer)$/u.test(each)));
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
