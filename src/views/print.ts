import type { Data, FormDocument } from "../model/document.js";
import { type Field, isList } from "../model/field.js";
import type { PrintedDocument, PrintedValues } from "../model/printed.js";
import { formatChineseDate, formatNumber } from "../text/format-values.js";
import { joinPointer, valueOfKey } from "../text/json-pointer.js";
import { type Block, parseBlocks } from "../text/markdown.js";
import { tagOf } from "../text/template-tag.js";

/** Every tag a template of this kind of document may use. */
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

/** Tags of the lists: in a template, `任务.内容` belongs to one called `任务`. */
export function listTags(root: Field): string[] {
  return [...(isList(root) ? [tagOf(root.pointer)] : []), ...root.children.flatMap(listTags)];
}

/** What the document prints, each field by its tag: its keys joined by dots. */
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

function plain(content: string): Block[] {
  return content === "" ? [] : content.split("\n").map((line) => ({ kind: "paragraph", runs: [{ text: line }] }));
}

/** A value in one cell: lists joined as the printed lists are, parts joined as the form prints them. */
function text(field: Field, data: Data): string {
  const { join: separator, print, lead = "" } = field.schema;
  if (typeof data === "number") return formatNumber(data);
  if (typeof data === "boolean") return data ? field.title : "";
  if (typeof data === "string") return lead + (print === "date" ? formatChineseDate(data) : data);
  if (Array.isArray(data)) return data.filter((item) => typeof item === "string").join("、");
  if (separator === undefined) return "";
  const parts = field.children.map((child) => {
    const inner = valueOfKey(data, child.key) as Data | undefined;
    return inner === undefined || inner === null ? "" : text(child, inner);
  });
  return parts.some((part) => part !== "") ? parts.join(separator) : "";
}

function tallied(data: Data, list: string, extra: string | undefined): string {
  const names = valueOfKey(data, list);
  const figures = extra === undefined ? undefined : valueOfKey(data, extra);
  const number = Array.isArray(names) ? String(names.length) : "";
  return typeof figures === "number" ? `${number}（${formatNumber(figures)}）` : number;
}
