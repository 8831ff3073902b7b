import type { Data, FormDocument } from "../model/document.js";
import { type Field, fieldAt, isList } from "../model/field.js";
import type { DocumentKind, Form } from "../model/form.js";
import type { Pointer } from "../model/json-schema.js";
import type { Rule } from "../model/rule.js";
import { roleOf } from "../model/tracking.js";
import { splitPointer, valueAt } from "../text/json-pointer.js";

type Mapping = FormDocument["data"];

/** The fields of a document that other documents are compared with, as plain data. */
export interface ComparedFields {
  /** Names and figures of the top level. */
  fields: Mapping;
  /** Sections and lists by their top-level key. They are JSON texts, which take a tenth of the memory of objects. */
  sections: { [key: string]: string };
}

/**
 * Number of documents whose sections are kept parsed. Without this cache, two documents that are compared figure by
 * figure would be parsed again for each figure.
 */
const MAX_PARSED = 32;

/**
 * Extracts the fields of documents that are compared, so that thousands of documents can be compared in little memory:
 * the name, and the fields that the settings of comparing rules name. Narratives are not compared and not kept.
 */
export class ComparisonIndex {
  readonly #rules: readonly Rule[];
  readonly #pointers = new Map<DocumentKind, Map<string, Pointer[]>>();
  readonly #parsed = new Map<ComparedFields["sections"], Mapping>();

  /** @param rules all rules; those that do not compare are ignored */
  constructor(rules: readonly Rule[]) {
    this.#rules = rules.filter(({ compares }) => compares);
  }

  /** Returns the fields of a document to keep for comparing. */
  extract(document: FormDocument): ComparedFields {
    const fields: Mapping = {};
    const sections: ComparedFields["sections"] = {};
    for (const [key, pointers] of this.#pointersOf(document)) {
      const values = pointers.map((pointer) => valueAt(document.data, pointer) as Data | undefined);
      if (values.every((value) => value === undefined)) continue;
      const whole = pointers.length === 1 && splitPointer(pointers[0] as Pointer).length === 1;
      if (whole && !isStructured(values[0])) fields[key] = values[0] as Data;
      else sections[key] = JSON.stringify(values);
    }
    // copied, because a name is a slice of the text and would keep the whole text in memory
    return { fields: JSON.parse(JSON.stringify(fields)), sections };
  }

  /** Returns the document again; its data are only the extracted fields. */
  restore(document: Omit<FormDocument, "data">, { fields, sections }: ComparedFields): FormDocument {
    const data = { ...fields };
    for (const key of Object.keys(sections))
      Object.defineProperty(data, key, { get: () => this.#section(document, sections, key), enumerable: true });
    return { ...document, data };
  }

  /** Returns a section of the data, and parses it when it is not in the cache. */
  #section(document: Omit<FormDocument, "data">, sections: ComparedFields["sections"], key: string): Data | undefined {
    let parsed = this.#parsed.get(sections);
    if (!parsed) {
      if (this.#parsed.size >= MAX_PARSED) this.#parsed.clear();
      parsed = {};
      this.#parsed.set(sections, parsed);
    }
    if (!Object.hasOwn(parsed, key)) {
      const values: Data[] = JSON.parse(sections[key] as string);
      for (const [index, pointer] of (this.#pointersOf(document).get(key) ?? []).entries())
        if (values[index] !== null) setAt(parsed, splitPointer(pointer), values[index] as Data);
    }
    return parsed[key];
  }

  /** Lists the pointers of the fields to keep, by their top-level key. */
  #pointersOf({ form, kind, kindName }: Omit<FormDocument, "data">): Map<string, Pointer[]> {
    const known = this.#pointers.get(kind);
    if (known) return known;
    const pointers = new Map<string, Pointer[]>();
    for (const named of new Set([
      kind.name,
      ...filedFields(form, kindName),
      ...comparedFields(form, kindName, this.#rules),
    ]))
      for (const pointer of withoutNarratives(fieldAt(kind.root, named))) {
        const [key = ""] = splitPointer(pointer);
        pointers.set(key, [...(pointers.get(key) ?? []), pointer]);
      }
    this.#pointers.set(kind, pointers);
    return pointers;
  }
}

/** Tells whether a value is a section or a list of entries. A list of names is neither. */
function isStructured(value: Data | undefined): boolean {
  if (Array.isArray(value)) return value.some(isStructured);
  return typeof value === "object" && value !== null;
}

/**
 * Lists the fields that decide which of several filed documents counts, or what happened to consortia; none in kinds that
 * say neither.
 */
function filedFields({ tracking }: Form, kindName: string): Pointer[] {
  if (tracking?.changes.kind === kindName) return [tracking.changes.list];
  if (!tracking || !roleOf(kindName, tracking)) return [];
  return [tracking.filing.filed, ...Object.values(tracking.amendment)];
}

/** Lists the fields of a kind that the settings of comparing rules name. */
function comparedFields(form: Form, kindName: string, comparing: readonly Rule[]): Pointer[] {
  return Object.values(form.documents).flatMap((kind) =>
    comparing.flatMap((rule) =>
      Object.entries(rule.with).flatMap(([setting, type]) => {
        const named = [kind.rules[rule.id]?.with?.[setting] ?? []].flat().map(String);
        // a field named for one kind of document may be compared in the other kinds too
        if (type === "field" || type === "fields") return named;
        const here = type === "elsewhere" ? named.filter((each) => each.startsWith(`${kindName}#`)) : [];
        return here.map((each) => each.slice(kindName.length + 1));
      }),
    ),
  );
}

/** Lists the pointers of the smallest fields in a field, without narratives. Lists are not divided. */
function withoutNarratives(field: Field | undefined): Pointer[] {
  if (!field || field.wordLimit !== undefined) return [];
  return field.children.length === 0 || isList(field) ? [field.pointer] : field.children.flatMap(withoutNarratives);
}

/** Sets the value at the end of a path of keys, and makes the mappings on the way. */
function setAt(data: Mapping, [step = "", ...rest]: readonly string[], value: Data): void {
  if (rest.length === 0) data[step] = value;
  else {
    data[step] ??= {};
    setAt(data[step] as Mapping, rest, value);
  }
}
