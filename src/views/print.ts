import type { Data, FormDocument } from "../model/document.js";
import { namesIn } from "../model/document-values.js";
import { type Field, isList } from "../model/field.js";
import type { PrintedDocument, PrintedValues } from "../model/printed.js";
import { formatChineseDate, formatNumber } from "../text/format-values.js";
import { joinPointer, valueOfKey } from "../text/json-pointer.js";
import { type Block, parseBlocks } from "../text/markdown.js";
import { tagOf } from "../text/template-tag.js";

/**
 * Lists all tags that a Word template of this kind of document may use.
 * @param root the root field of the kind
 * @returns tags such as `联合体概况.运行经费`: the keys of a field joined by dots
 */
export function tagsOf(root: Field): string[] {
  const tags: string[] = [];
  const walk = (field: Field) => {
    if (field.pointer !== "") tags.push(tagOf(field.pointer));
    if (field.tally) tags.push(tagOf(joinPointer(field.pointer, field.tally.as)));
    field.children.forEach(walk);
  };
  walk(root);
  return tags;
}

/**
 * Lists the tags of fields that are lists. A template repeats a row for each entry; it needs these tags to know that
 * `任务.内容` belongs to the list `任务`.
 * @param root the root field of the kind of document
 */
export function listTags(root: Field): string[] {
  return [...(isList(root) ? [tagOf(root.pointer)] : []), ...root.children.flatMap(listTags)];
}

/**
 * Formats the fields of a document for printing.
 * @returns `values`: the text blocks of each field by its tag; `entries`: for each list by its tag, the same for each
 * entry. Fields that are not filled in are left out.
 */
export function printed(document: FormDocument): PrintedDocument {
  const values = new Map<string, Block[]>();
  const entries = new Map<string, PrintedValues[]>();
  const walk = (field: Field, data: Data | undefined, result: Map<string, Block[]>) => {
    if (data === undefined) return;
    if (isList(field) && Array.isArray(data)) {
      const each = data.map((entry) => walkBelow(field, entry, new Map()));
      entries.set(tagOf(field.pointer), each);
      return;
    }
    const tag = tagOf(field.pointer);
    const { tally } = field;
    const content =
      typeof data === "string" && field.wordLimit !== undefined ? parseBlocks(data) : plain(text(field, data));
    if (tag !== "" && content.length > 0) result.set(tag, content);
    if (tally) result.set(tagOf(joinPointer(field.pointer, tally.as)), plain(tallied(data, tally.count, tally.with)));
    walkBelow(field, data, result);
  };
  const walkBelow = ({ children }: Field, data: Data, result: Map<string, Block[]>) => {
    for (const child of children) walk(child, valueOfKey(data, child.key) as Data | undefined, result);
    return result;
  };
  walk(document.kind.root, document.data, values);
  return { values, entries };
}

/** Makes one paragraph for each line; none for an empty text. */
function plain(content: string): Block[] {
  return content === "" ? [] : content.split("\n").map((line) => ({ kind: "paragraph", runs: [{ text: line }] }));
}

/**
 * Formats a value as text for one cell. List entries are joined by “、”; the parts of a group by the `join` text of its
 * schema, and a group without `join` prints nothing itself, because its parts have cells of their own.
 */
function text(field: Field, data: Data): string {
  const { join: separator, print, lead = "" } = field.schema;
  if (typeof data === "number") return formatNumber(data);
  if (typeof data === "boolean") return data ? field.title : "";
  if (typeof data === "string") return lead + (print === "date" ? formatChineseDate(data) : data);
  if (Array.isArray(data))
    return namesIn(data)
      .map(({ name }) => name)
      .join("、");
  if (separator === undefined) return "";
  const parts = field.children.map((child) => {
    const inner = valueOfKey(data, child.key) as Data | undefined;
    return inner === undefined || inner === null ? "" : text(child, inner);
  });
  // where parts follow each other, none leaves a gap; between others, as in 36.5/1480, the gap shows what is missing
  const filled = parts.filter((part) => part !== "");
  if (filled.length === 0) return "";
  return (separator.trim() === "" ? filled : parts).join(separator);
}

/** Formats the length of a list, followed by a second figure in brackets if the form has one. */
function tallied(data: Data, list: string, extra: string | undefined): string {
  const names = valueOfKey(data, list);
  const figures = extra === undefined ? undefined : valueOfKey(data, extra);
  const number = Array.isArray(names) ? String(namesIn(names).length) : "";
  return typeof figures === "number" ? `${number}（${formatNumber(figures)}）` : number;
}
