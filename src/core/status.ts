import type { FormDocument } from "../model/document.js";
import { type Field, isYear } from "../model/field.js";
import type { SectionStatus, Status } from "../model/status.js";
import { printedText } from "../text/markdown.js";
import { valueAt } from "../text/pointer.js";
import { countWords } from "../text/words.js";

/** Counts what is filled in by section; fields that may stay empty count only once they are filled. */
export function statusOf(document: FormDocument): Status {
  const { root, source } = document.kind;
  const filled = (field: Field) => valueAt(document.data, field.pointer) !== undefined;
  const sections = new Map<string, SectionStatus>();
  for (const top of root.children.filter((field) => field.key !== "表单")) {
    const title = top.children.length > 1 ? top.title : OUTSIDE;
    const section = sections.get(title) ?? { title, filled: 0, total: 0, missing: [] };
    sections.set(title, section);
    for (const field of expected(top, filled)) {
      section.total += 1;
      if (filled(field)) section.filled += 1;
      else if (!section.missing.includes(nameWithoutYear(field))) section.missing.push(nameWithoutYear(field));
    }
  }
  const all = [...sections.values()].filter((section) => section.total > 0);
  return {
    file: document.source.file,
    name: String(valueAt(document.data, document.kind.name) ?? source),
    sections: all,
    texts: texts(document),
    filled: all.reduce((sum, section) => sum + section.filled, 0),
    total: all.reduce((sum, section) => sum + section.total, 0),
  };
}

/** One mention serves all years of a figure. */
function nameWithoutYear({ key, name, parent }: Field): string {
  if (!parent) return name;
  return isYear(key) || isYear(parent.key) ? nameWithoutYear(parent) : name;
}

/** Fields that stand by themselves: the cover and the narratives. */
const OUTSIDE = "封面和文字部分";

/** The fields that count: what must be filled, and what may and is. A group without a must counts as one. */
function* expected(field: Field, filled: (field: Field) => boolean): Generator<Field> {
  if (!field.required && !filled(field)) return;
  if (!field.children.some((child) => child.required)) yield field;
  else for (const child of field.children) yield* expected(child, filled);
}

function texts(document: FormDocument): Status["texts"] {
  const found: Status["texts"] = [];
  const walk = (field: Field) => {
    if (field.wordLimit !== undefined) {
      const value = valueAt(document.data, field.pointer);
      found.push({
        name: field.name,
        words: typeof value === "string" ? countWords(printedText(value)) : 0,
        limit: field.wordLimit,
      });
    }
    field.children.forEach(walk);
  };
  walk(document.kind.root);
  return found;
}
