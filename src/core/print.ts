import type { Data, FormDocument } from "../model/document.js";
import type { Field } from "../model/field.js";
import { chineseDate, figure } from "../text/figures.js";
import { type Block, blocks } from "../text/markdown.js";
import { join, valueAt } from "../text/pointer.js";
import { tagOf } from "../text/tags.js";

/** What is printed for each field, by tag: the field's keys joined by dots. */
export type Printed = Map<string, Block[]>;

/** Every tag a template of this kind of document may use. */
export function tagsOf(root: Field): string[] {
  const tags: string[] = [];
  const walk = (field: Field) => {
    if (field.pointer !== "") tags.push(tagOf(field.pointer));
    if (field.tally) tags.push(tagOf(join(field.pointer, field.tally.as)));
    field.children.forEach(walk);
  };
  walk(root);
  return tags;
}

/** What the document prints. Fields that are not filled in are left out. */
export function printed(document: FormDocument): Printed {
  const result: Printed = new Map();
  const walk = (field: Field, data: Data | undefined) => {
    if (data === undefined) return;
    const tag = tagOf(field.pointer);
    const { tally } = field;
    const content = typeof data === "string" && field.wordLimit !== undefined ? blocks(data) : plain(text(field, data));
    if (tag !== "" && content.length > 0) result.set(tag, content);
    if (tally) result.set(tagOf(join(field.pointer, tally.as)), plain(tallied(data, tally.count, tally.with)));
    for (const child of field.children) walk(child, valueAt(data, join("", child.key)) as Data | undefined);
  };
  walk(document.kind.root, document.data);
  return result;
}

function plain(content: string): Block[] {
  return content === "" ? [] : content.split("\n").map((line) => ({ kind: "paragraph", runs: [{ text: line }] }));
}

/** A value in one cell: lists joined as the printed lists are, parts joined as the form prints them. */
function text(field: Field, data: Data): string {
  const { join: separator, print, lead = "" } = field.schema;
  if (typeof data === "number") return figure(data);
  if (typeof data === "boolean") return data ? field.title : "";
  if (typeof data === "string") return lead + (print === "date" ? chineseDate(data) : data);
  if (Array.isArray(data)) return data.filter((item) => typeof item === "string").join("、");
  if (separator === undefined) return "";
  const parts = field.children.map((child) => {
    const inner = valueAt(data, join("", child.key)) as Data | undefined;
    return inner === undefined || inner === null ? "" : text(child, inner);
  });
  return parts.some((part) => part !== "") ? parts.join(separator) : "";
}

function tallied(data: Data, list: string, extra: string | undefined): string {
  const names = valueAt(data, join("", list));
  const figures = extra === undefined ? undefined : valueAt(data, join("", extra));
  const number = Array.isArray(names) ? String(names.length) : "";
  return typeof figures === "number" ? `${number}（${figure(figures)}）` : number;
}
