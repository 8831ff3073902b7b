import type { Data, FormDocument } from "../model/document.js";
import { entriesOf, type Field, isList, isYear, narrativeFields } from "../model/field.js";
import type { SectionStatus, Status } from "../model/status.js";
import { valueAt } from "../text/json-pointer.js";
import { printedText } from "../text/markdown.js";
import { countWords } from "../text/word-count.js";

/** Counts what is filled in by section; fields that may stay empty count only once they are filled. */
export function statusOf(document: FormDocument): Status {
  const { root, source } = document.kind;
  const { data } = document;
  const { outside } = document.form.terms;
  const sections = new Map<string, SectionStatus>();
  for (const top of root.children.filter((field) => field.key !== "表单")) {
    const title = top.children.length > 1 ? top.title : outside;
    const section = sections.get(title) ?? { title, filled: 0, total: 0, missing: [] };
    sections.set(title, section);
    const fields = [...expected(top, data)];
    const empty = fields.filter((field) => !isFilled(field, data));
    section.total += fields.length;
    section.filled += fields.length - empty.length;
    section.missing.push(...namesOf(empty));
  }
  const all = [...sections.values()].filter((section) => section.total > 0);
  return {
    file: document.source.file,
    name: String(valueAt(data, document.kind.name) ?? source),
    sections: all,
    texts: texts(document),
    filled: all.reduce((sum, section) => sum + section.filled, 0),
    total: all.reduce((sum, section) => sum + section.total, 0),
  };
}

/** Names of fields; those of an entry are gathered behind the entry's. */
function namesOf(fields: Field[]): string[] {
  const names = new Map<string, string[]>();
  for (const field of fields) {
    const entry = entryOf(field);
    const name = entry?.name ?? nameWithoutYear(field);
    const parts = names.get(name) ?? [];
    names.set(name, entry ? [...parts, field.title] : parts);
  }
  return [...names].map(([name, parts]) => (parts.length > 0 ? `${name}(${parts.join("、")})` : name));
}

/** The entry of a list that a field is in. */
function entryOf(field: Field): Field | undefined {
  if (!field.parent) return undefined;
  return isList(field.parent) ? field : entryOf(field.parent);
}

/** One mention serves all years of a figure. */
function nameWithoutYear(field: Field): string {
  const { name, parent } = field;
  if (!parent) return name;
  return isYear(field) || isYear(parent) ? nameWithoutYear(parent) : name;
}

function isFilled({ pointer }: Field, data: Data): boolean {
  return valueAt(data, pointer) !== undefined;
}

/**
 * The fields that count: what must be filled, and what may and is. A group without a must counts as one, and so
 * does a list without entries.
 */
function* expected(field: Field, data: Data): Generator<Field> {
  if (!field.required && !isFilled(field, data)) return;
  const parts = isList(field) ? entriesOf(field, data).flatMap(({ children }) => children) : field.children;
  if (!parts.some((child) => child.required)) yield field;
  else for (const child of parts) yield* expected(child, data);
}

function texts({ kind, data }: FormDocument): Status["texts"] {
  return narrativeFields(kind.root, data).map(({ name, pointer, wordLimit }) => {
    const value = valueAt(data, pointer);
    return {
      name,
      words: typeof value === "string" ? countWords(printedText(value)) : 0,
      limit: wordLimit as number,
    };
  });
}
