import { childField, type Field, isList } from "../../model/field.js";
import { ANY_ENTRY } from "../../text/json-pointer.js";
import { BLOCK, isBlank, type OutlineLine, outlineLine } from "./line.js";

/** A field below which lines may stand: the whole form, a section, a list, or an entry of a list. */
export interface Level {
  field: Field;
  /** How far its own line is indented once it is corrected; -1 for the whole form. */
  indent: number;
  /** How far the lines directly below it are indented once they are corrected. */
  children: number;
  /** The keys that it has so far, each with the number of its line. */
  used: Map<string, number>;
  /** What it holds: fields; or, for a list, entries with fields or single values. */
  holds: "fields" | "entries" | "values";
}

/** How many lines to look at for the indentation of a section. Even the largest section is shorter. */
const MAX_LOOK_AHEAD = 400;

/** What lines below a field may be. @returns undefined when it has a single value */
export function contentOf(field: Field): Level["holds"] | undefined {
  if (isList(field)) return "entries";
  if (field.children.length > 0 || field.schema.patternProperties) return "fields";
  return isNames(field) ? "values" : undefined;
}

/** Whether a field is a list of single values, such as names. */
export function isNames({ schema, children }: Field): boolean {
  return children.length === 0 && (schema.items !== undefined || [schema.type ?? []].flat().includes("array"));
}

/** The list that is meant by items directly below a field: the field itself, or the part that its short form means. */
export function listBelow(field: Field): Field | undefined {
  const short = field.schema.shorthand === undefined ? undefined : childField(field, field.schema.shorthand);
  return [field, short].find((each) => each && contentOf(each) !== undefined && contentOf(each) !== "fields");
}

/** The field of an entry of a list. */
export function entryOf(list: Field): Field {
  return childField(list, ANY_ENTRY) ?? list;
}

/** The field with this key directly below a level; none below a list. */
export function fieldIn(level: Level, key: string | undefined): Field | undefined {
  return key === undefined || level.holds !== "fields" ? undefined : childField(level.field, key);
}

/** What may follow a key that lacks its colon. */
const VALUE = /^(?:[ \u3000[{"'|]|$)/u;

/** A key at the beginning of a line, as long as it is typed. */
export interface KeyStart {
  key: string;
  length: number;
}

/** The key that a line begins with, if it stands where a field of this level or an entry of this list does. */
export function keyWithoutColon(line: OutlineLine, level: Level): KeyStart | undefined {
  const isItem = line.dash !== undefined;
  if (level.holds !== (isItem ? "entries" : "fields") || level.children !== line.indent) return undefined;
  const typed = line.text.slice((line.dash ?? line.indent) - line.indent);
  const field = isItem ? entryOf(level.field) : level.field;
  const quoted = /^(["'])([^"']+)\1(?=\s|$)/u.exec(typed);
  const begun = field.children.find(({ key }) => typed.startsWith(key) && VALUE.test(typed.slice(key.length)))?.key;
  const key = quoted?.[2] ?? begun;
  if (key === undefined || (!isItem && level.used.has(key)) || !childField(field, key)) return undefined;
  return { key, length: quoted?.[0].length ?? key.length };
}

/** Whether a line stands where the fields of one of these levels do, and is one of them. */
function isBeside(line: OutlineLine, levels: Level[]): boolean {
  return levels.some(
    (level) =>
      level.children === line.indent &&
      (line.dash === undefined
        ? fieldIn(level, line.key) !== undefined
        : level.holds === "entries" && line.key !== undefined && childField(entryOf(level.field), line.key)),
  );
}

/**
 * Finds how far the lines below a field are indented: as most of them are, so that one line that slipped stands out.
 * @param indent how far the field itself is indented once it is corrected
 * @param from the line below it
 * @param around the levels that the field is in
 */
export function indentBelow(lines: string[], field: Field, indent: number, from: number, around: Level[]): number {
  const holds = contentOf(field);
  const entry = entryOf(field);
  const votes = new Map<number, number>();
  const usual = indent + 2;
  const end = Math.min(lines.length, from + MAX_LOOK_AHEAD);
  for (let at = from; at < end; at += 1) {
    const line = outlineLine(lines, at);
    if (!line || line.strange) continue;
    if (isBeside(line, around)) break;
    const isChild =
      holds === "fields"
        ? line.dash === undefined && line.key !== undefined && childField(field, line.key) !== undefined
        : line.dash !== undefined && (holds === "values" || (line.key !== undefined && childField(entry, line.key)));
    if (isChild && !isBeyondContent(lines, line, indent)) votes.set(line.indent, (votes.get(line.indent) ?? 0) + 1);
    if (line.key !== undefined && BLOCK.test(line.rest)) at = endOfBlock(lines, line) - 1;
  }
  // a list may begin as far left as its key
  const least = holds === "fields" ? indent + 1 : Math.max(indent, 0);
  const [best] = [...votes]
    .filter(([width]) => width >= least)
    .sort(([a, votesA], [b, votesB]) => votesB - votesA || Math.abs(a - usual) - Math.abs(b - usual));
  return best?.[0] ?? usual;
}

/** Whether a section is indented further than what it holds: then it slipped to the right. */
function isBeyondContent(lines: string[], line: OutlineLine, outer: number): boolean {
  if (!isBlank(line) || line.key === undefined) return false;
  const at = lines.findIndex((_, below) => below > line.at && outlineLine(lines, below) !== undefined);
  const below = at < 0 ? undefined : outlineLine(lines, at);
  return below !== undefined && below.indent > outer + 2 && below.indent < line.indent;
}

/** The line after the last one that is indented further than the key of a text. */
function endOfBlock(lines: string[], { at, indent }: OutlineLine): number {
  let end = at + 1;
  for (let line = at + 1; line < lines.length; line += 1) {
    const text = lines[line] ?? "";
    if (text.trim() === "") continue;
    if ((/^ */u.exec(text)?.[0].length ?? 0) <= indent) break;
    end = line + 1;
  }
  return end;
}
