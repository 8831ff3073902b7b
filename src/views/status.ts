import type { Data, FormDocument } from "../model/document.js";
import { entriesOf, type Field, isList, isYear, narrativeFields } from "../model/field.js";
import type { SectionStatus, Status } from "../model/status.js";
import { valueAt } from "../text/json-pointer.js";
import { printedText } from "../text/markdown.js";
import { countWords } from "../text/word-count.js";

/**
 * Counts the fields that are filled in, by section, and the words of the texts. An optional field counts only when it is
 * filled in, so that leaving it empty does not look like unfinished work.
 */
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

/** Lists the names of fields. Fields of the same entry are listed once, in brackets after the name of the entry. */
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

/** Returns the entry of a list that a field belongs to; undefined when it is not in a list. */
function entryOf(field: Field): Field | undefined {
  if (!field.parent) return undefined;
  return isList(field.parent) ? field : entryOf(field.parent);
}

/** Returns the name of a figure without its year, so that a figure is mentioned once and not for every year. */
function nameWithoutYear(field: Field): string {
  const { name, parent } = field;
  if (!parent) return name;
  return isYear(field) || isYear(parent) ? nameWithoutYear(parent) : name;
}

function isFilled({ pointer }: Field, data: Data): boolean {
  return valueAt(data, pointer) !== undefined;
}

/**
 * Lists the fields that count below a field: required fields, and optional fields that are filled in. A group without
 * required fields counts as one field, and so does a list without entries.
 */
function* expected(field: Field, data: Data): Generator<Field> {
  if (!field.required && !isFilled(field, data)) return;
  const parts = isList(field) ? entriesOf(field, data).flatMap(({ children }) => children) : field.children;
  if (!parts.some((child) => child.required)) yield field;
  else for (const child of parts) yield* expected(child, data);
}

/** Counts the words of each text that has a word limit. */
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
