import { join, steps } from "../text/pointer.js";
import type { Entity, JsonSchema, Pointer, Tally } from "./form.js";

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
  children: Field[];
  /** The schema of the whole document, for the `$ref`s of entries built on demand. */
  document: JsonSchema;
}

const YEAR = /^(?:\d{4}|上年|本年)$/u;

/** Whether a key names a year, as in `{2022: 3, 2023: 5}` or `{上年: 3, 本年: 5}`. */
export function isYear(key: string): boolean {
  return YEAR.test(key);
}

/** Years as a sentence names them: 2022、2023 年; 上年、本年. */
export function yearsInWords(keys: string[]): string {
  const last = keys.at(-1) ?? "";
  return keys.join("、") + (/\d$/u.test(last) ? " 年" : "");
}

/** Reads the fields off a document schema, in printed order. */
export function fieldsOf(schema: JsonSchema): Field {
  return build(schema, schema, { key: "", pointer: "", required: true });
}

/** All fields below (and including) a field that hold a value rather than further fields. */
export function leaves(field: Field): Field[] {
  const found: Field[] = [];
  const walk = (each: Field) => {
    if (each.children.length === 0) found.push(each);
    else each.children.forEach(walk);
  };
  walk(field);
  return found;
}

/** The fields that hold a text with a word limit: of several paragraphs, in the small Markdown. */
export function narratives(field: Field): Field[] {
  return leaves(field).filter(({ wordLimit }) => wordLimit !== undefined);
}

/** The field at a pointer; list items and map entries count as fields. Undefined where the form has none. */
export function fieldAt(root: Field, pointer: Pointer): Field | undefined {
  let field: Field | undefined = root;
  for (const step of steps(pointer)) field = field && descend(field, step);
  return field;
}

/** The field one step below. */
export function descend(field: Field, step: string): Field | undefined {
  return field.children.find((child) => child.key === step) ?? knownEntry(field, step);
}

/** Entries of lists and maps that have been asked for: every document asks for the same. */
const entries = new WeakMap<Field, Map<string, Field | undefined>>();

function knownEntry(field: Field, step: string): Field | undefined {
  const known = entries.get(field) ?? new Map<string, Field | undefined>();
  entries.set(field, known);
  if (!known.has(step)) known.set(step, entry(field, step));
  return known.get(step);
}

/** A year's label reads only together with what it is the year of; so do a list's name and count. */
function nameOf(title: string, key: string, parent?: Field): string {
  const leansOnParent = parent && parent.pointer !== "" && (isYear(key) || isYear(parent.key) || parent.tally);
  return leansOnParent ? `${parent.name}·${title}` : title;
}

function build(
  raw: JsonSchema,
  root: JsonSchema,
  place: { key: string; pointer: Pointer; required: boolean; entity?: Entity; parent?: Field },
): Field {
  const schema = resolve(raw, root);
  const { key, parent } = place;
  const title = schema.title ?? parent?.title ?? key;
  const field: Field = {
    pointer: place.pointer,
    key,
    title,
    name: nameOf(title, key, parent),
    hint: schema.description,
    schema,
    unit: schema.unit ?? parent?.unit,
    wordLimit: schema.wordLimit,
    entity: schema.entity ?? place.entity,
    plausible: schema.plausible ?? parent?.plausible,
    tally: schema.tally,
    required: place.required,
    parent,
    children: [],
    document: root,
  };
  const { properties = {}, required = [] } = schema;
  for (const name of Object.keys(properties)) {
    const below = { key: name, pointer: join(place.pointer, name), required: required.includes(name), parent: field };
    field.children.push(build(properties[name] as JsonSchema, root, below));
  }
  return field;
}

function entry(field: Field, step: string): Field | undefined {
  const { items, patternProperties = {} } = field.schema;
  const pattern = Object.keys(patternProperties).find((each) => new RegExp(each, "u").test(step));
  const schema = /^\d+$/u.test(step) && items ? items : pattern && patternProperties[pattern];
  if (!schema) return undefined;
  const place = { key: step, pointer: join(field.pointer, step), required: false, entity: field.entity, parent: field };
  const built = build(schema, field.document, place);
  return schema.title ? built : { ...built, name: field.name };
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (!schema.$ref) return schema;
  const { $ref, ...own } = schema;
  const target = root.$defs?.[$ref.replace("#/$defs/", "")];
  if (!target) throw new Error(`schema ${root.$id}: no ${$ref}`);
  return { ...resolve(target, root), ...own };
}
