import type { Data, FormDocument } from "../model/document.js";
import { type Field, fieldAt, isList } from "../model/field.js";
import type { DocumentKind, Form, Pointer } from "../model/form.js";
import type { Rule } from "../model/rule.js";
import { steps, valueAt } from "../text/pointer.js";

type Mapping = FormDocument["data"];

/**
 * What is kept of a document to hold others against: its name, and the fields that the settings of comparing rules
 * name, but for narratives, which nothing is compared by. A small part of the whole, so that thousands can be compared.
 */
export function comparedData({ form, kind, kindName, data }: FormDocument, rules: readonly Rule[]): Mapping {
  const kept: Mapping = {};
  const fields =
    known.get(kind) ??
    [kind.name, ...comparedFields(form, kindName, rules)].flatMap((each) => brief(fieldAt(kind.root, each)));
  known.set(kind, fields);
  for (const pointer of fields) {
    const value = valueAt(data, pointer);
    if (value !== undefined) put(kept, steps(pointer), value as Data);
  }
  // a copy: a name cut from a text would keep the text
  return JSON.parse(JSON.stringify(kept));
}

/** By kind: what rules there are does not change. */
const known = new WeakMap<DocumentKind, Pointer[]>();

function comparedFields(form: Form, kindName: string, rules: readonly Rule[]): Pointer[] {
  const comparing = rules.filter(({ compares }) => compares);
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
