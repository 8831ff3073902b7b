import type { Data, FormDocument } from "../model/document.js";
import { type Field, fieldAt, isList } from "../model/field.js";
import type { DocumentKind, Form } from "../model/form.js";
import type { Pointer } from "../model/json-schema.js";
import type { Rule } from "../model/rule.js";
import { splitPointer, valueAt } from "../text/json-pointer.js";

type Mapping = FormDocument["data"];

/** What is kept of a document to hold others against: plain data, which a thread can hand to another. */
export interface ComparedFields {
  /** Names and figures of the first level. */
  fields: Mapping;
  /** What is kept of sections and lists, by their key: as JSON, which takes a tenth of the memory. */
  sections: { [key: string]: string };
}

/** Of so many documents sections are at hand as data, lest two that are compared figure by figure be read ever again. */
const AT_HAND = 32;

/**
 * Keeps of documents their names, and the fields that the settings of comparing rules name, but for narratives, which
 * nothing is compared by. A small part of the whole, so that thousands can be compared.
 */
export class ComparisonIndex {
  readonly #rules: readonly Rule[];
  readonly #pointers = new Map<DocumentKind, Map<string, Pointer[]>>();
  readonly #atHand = new Map<ComparedFields["sections"], Mapping>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules.filter(({ compares }) => compares);
  }

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
    // a copy: a name cut from a text would keep the text
    return { fields: JSON.parse(JSON.stringify(fields)), sections };
  }

  /** The document again, with what was kept for its data. */
  restore(document: Omit<FormDocument, "data">, { fields, sections }: ComparedFields): FormDocument {
    const data = { ...fields };
    for (const key of Object.keys(sections))
      Object.defineProperty(data, key, { get: () => this.#section(document, sections, key), enumerable: true });
    return { ...document, data };
  }

  #section(document: Omit<FormDocument, "data">, sections: ComparedFields["sections"], key: string): Data | undefined {
    let atHand = this.#atHand.get(sections);
    if (!atHand) {
      if (this.#atHand.size >= AT_HAND) this.#atHand.clear();
      atHand = {};
      this.#atHand.set(sections, atHand);
    }
    if (!Object.hasOwn(atHand, key)) {
      const values: Data[] = JSON.parse(sections[key] as string);
      for (const [index, pointer] of (this.#pointersOf(document).get(key) ?? []).entries())
        if (values[index] !== null) put(atHand, splitPointer(pointer), values[index] as Data);
    }
    return atHand[key];
  }

  /** The fields to keep, by their first step. */
  #pointersOf({ form, kind, kindName }: Omit<FormDocument, "data">): Map<string, Pointer[]> {
    const known = this.#pointers.get(kind);
    if (known) return known;
    const pointers = new Map<string, Pointer[]>();
    for (const named of new Set([kind.name, ...comparedFields(form, kindName, this.#rules)]))
      for (const pointer of brief(fieldAt(kind.root, named))) {
        const [key = ""] = splitPointer(pointer);
        pointers.set(key, [...(pointers.get(key) ?? []), pointer]);
      }
    this.#pointers.set(kind, pointers);
    return pointers;
  }
}

/** Whether a value is a section, or a list of entries; not a list of names. */
function isStructured(value: Data | undefined): boolean {
  if (Array.isArray(value)) return value.some(isStructured);
  return typeof value === "object" && value !== null;
}

function comparedFields(form: Form, kindName: string, comparing: readonly Rule[]): Pointer[] {
  return Object.values(form.documents).flatMap((kind) =>
    comparing.flatMap((rule) =>
      Object.entries(rule.with).flatMap(([setting, type]) => {
        const named = [kind.rules[rule.id]?.with?.[setting] ?? []].flat().map(String);
        // what stands in one kind may be looked for in the others
        if (type === "field" || type === "fields") return named;
        const here = type === "elsewhere" ? named.filter((each) => each.startsWith(`${kindName}#`)) : [];
        return here.map((each) => each.slice(kindName.length + 1));
      }),
    ),
  );
}

/** The fields that make up a field, without narratives. */
function brief(field: Field | undefined): Pointer[] {
  if (!field || field.wordLimit !== undefined) return [];
  return field.children.length === 0 || isList(field) ? [field.pointer] : field.children.flatMap(brief);
}

function put(data: Mapping, [step = "", ...rest]: readonly string[], value: Data): void {
  if (rest.length === 0) data[step] = value;
  else {
    data[step] ??= {};
    put(data[step] as Mapping, rest, value);
  }
}
