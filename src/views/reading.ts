import type { Data, FormDocument } from "../model/document.js";
import { type Field, isList, isYear, narrativeFields } from "../model/field.js";
import type { Entity } from "../model/json-schema.js";
import type { ReadCount } from "../model/reading.js";
import { valueAt } from "../text/json-pointer.js";
import { printedText } from "../text/markdown.js";
import { countWords } from "../text/word-count.js";

/** What names of each kind are counted in. */
const UNITS: Partial<Record<Entity, string>> = { organisation: "家", person: "人" };

/** When there are more texts than this, the short ones are counted together. */
const MAX_TEXTS = 4;

/** Texts with a lower limit are short. */
const LONG_TEXT = 500;

/**
 * Counts what was read of a document: the entries of its lists and the words of its texts. What is missing here was
 * typed where it is not read. Fields that are not filled in are left out.
 */
export function readingOf({ kind, data }: FormDocument): ReadCount[] {
  return [...listCounts(kind.root, data), ...textCounts(kind.root, data)];
}

function listCounts(field: Field, data: Data): ReadCount[] {
  const value = valueAt(data, field.pointer) as Data | undefined;
  if (value === undefined) return [];
  const { schema, entity } = field;
  if (isList(field)) return [{ label: labelOf(field), count: sizeOf(value), unit: "项" }];
  if (schema.items && Array.isArray(value))
    return [{ label: labelOf(field), count: value.length, unit: (entity && UNITS[entity]) ?? "个" }];
  if (schema.patternProperties && typeof value === "object" && value !== null)
    return [
      {
        label: labelOf(field),
        count: Object.values(value).reduce<number>((sum, each) => sum + sizeOf(each), 0),
        unit: "项",
      },
    ];
  return field.children.flatMap((child) => listCounts(child, data));
}

function sizeOf(value: Data): number {
  return Array.isArray(value) ? value.length : 1;
}

/** The list of a group that is counted is called by the name of the group; 人员姓名 are 人员. */
function labelOf({ key, parent }: Field): string {
  if (parent?.tally?.count === key) return parent.key;
  return key.replace(/(?<=..)(?:姓名|名称)$/u, "");
}

function textCounts(root: Field, data: Data): ReadCount[] {
  const texts = narrativeFields(root, data).flatMap((field) => {
    const value = valueAt(data, field.pointer);
    return typeof value === "string" ? [{ field, count: countWords(printedText(value)) }] : [];
  });
  const alone = texts.length > MAX_TEXTS ? texts.filter(({ field }) => (field.wordLimit ?? 0) >= LONG_TEXT) : texts;
  const others = texts.filter((text) => !alone.includes(text));
  const words = others.reduce((sum, { count }) => sum + count, 0);
  return [
    ...alone.map(({ field, count }) => ({ label: nameOf(field), count, unit: "字" })),
    ...(others.length > 0 ? [{ label: `另 ${others.length} 段`, count: words, unit: "字" }] : []),
  ];
}

/** The key of a text, and in front of a year the key of what it is about. */
function nameOf(field: Field): string {
  return isYear(field) && field.parent ? `${field.parent.key}${field.key}` : field.key;
}
