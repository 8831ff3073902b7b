import type { Data, Source } from "../model/document.js";
import { childField, type Field, fieldAt, isList } from "../model/field.js";
import { ANY_ENTRY, joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";
import { indentOf } from "../yaml/indent.js";
import { openLevels } from "../yaml/structure.js";
import type { EditedLines } from "./edited-lines.js";
import { inferKey } from "./infer-key.js";

/** A text after some edits: its lines, and what it is read as if it can be read. */
export interface MendedText {
  lines: readonly string[];
  source?: Source | undefined;
}

/** A text of several lines in a document: the line on which its field begins, and its further lines. They count from 0. */
interface LongText {
  owner: number;
  lines: number[];
  /** Its place in the data, when that is known. */
  pointer?: string;
  /** Whether it is an item of a list. */
  isItem?: boolean;
}

/**
 * Whether all lines of a text that could not be read are still lines of their own after some edits: no text has taken
 * up what was typed as a field or as an item of a list.
 * @param root the root field of the form
 */
export function keepsLines(
  before: readonly string[],
  after: MendedText,
  { lineAfter }: Pick<EditedLines, "lineAfter">,
  root: Field,
): boolean {
  const typedAs = new Map(before.map((_, line) => [lineAfter(line), line]));
  const wereText = new Set(blockTexts(before).flatMap(({ lines }) => lines));
  const texts = after.source ? textsIn(after.source) : blockTexts(after.lines);
  return texts.every((text) => {
    const taken = text.lines
      .flatMap((line) => typedAs.get(line) ?? [])
      .filter((line) => !wereText.has(line) && before[line]?.trim() !== "");
    if (taken.length === 0) return true;
    const holders =
      text.pointer === undefined ? holdersAbove(after.lines, text.owner, root) : holdersOf(text.pointer, root);
    const isItem = itemsAround(before, typedAs.get(text.owner) ?? 0, text);
    return !taken.some((line) => {
      const typed = before[line] as string;
      return MARK.test(typed) || isItem(typed) || (isFieldOf(holders, typed) && !isSentence(typed, after.lines, text));
    });
  });
}

/** The mark of a block of text on a line of its own: it is no text itself. */
const MARK = /^\s*[|>][-+]?\s*$/u;

/** Whether a line is a field of one of the holders. */
function isFieldOf(holders: Field[], line: string): boolean {
  const [, key = "", colon = ""] = KEYED.exec(line) ?? [];
  return key !== "" && holders.some((holder) => isKeyOf(holder, key, colon !== ""));
}

/**
 * Whether a line is a sentence that begins like a field: its colon is full-width, and the field stands on a line of its
 * own elsewhere.
 */
function isSentence(line: string, lines: readonly string[], text: LongText): boolean {
  const [, key = "", colon] = KEYED.exec(line) ?? [];
  if (colon !== "：") return false;
  return lines.some((other, at) => !text.lines.includes(at) && FIELD.exec(other)?.[1] === key);
}

const FIELD = /^ *(?:- +)?["']?([^\s:"']+)["']?:(?:\s|$)/u;

/** Beginning of an item of a list, with a dash of any width. */
const DASH = /^\s*[-－—–]/u;

/** The key that a line begins with, perhaps after a dash, and its colon if it has one. */
const KEYED = /^[\s\u3000]*(?:[-－—–][\s\u3000]*)?["'“‘]?([^\s:："'”’]{1,60})["'”’]?[\s\u3000]*([:：]|(?=\s|$))/u;

function isKeyOf(holder: Field, key: string, withColon: boolean): boolean {
  if (childField(holder, key)) return true;
  return withColon && inferKey(key, holder) !== undefined;
}

/** The fields that hold a text: all above it, where a line of it might belong instead. */
function holdersOf(pointer: string, root: Field): Field[] {
  const steps = splitPointer(pointer).slice(0, -1);
  const pointers = steps.map((_, at) => steps.slice(0, at + 1).reduce<string>(joinPointer, ""));
  return [root, ...pointers.flatMap((each) => fieldAt(root, each) ?? [])].filter((field) => !isListOfAny(field));
}

/** The same for a text of which only its line is known. */
function holdersAbove(lines: readonly string[], owner: number, root: Field): Field[] {
  const holders = [root];
  let field: Field | undefined = root;
  for (const { key } of openLevels([...lines], owner).reverse()) {
    if (key === undefined || !field) continue;
    field = childField(entryOf(field), key);
    if (field) holders.push(entryOf(field));
  }
  return holders;
}

/** The fields of a list's entries are those of any of them. */
function entryOf(field: Field): Field {
  return (isListOfAny(field) && childField(field, ANY_ENTRY)) || field;
}

function isListOfAny(field: Field): boolean {
  return isList(field) || field.schema.items !== undefined;
}

/** Makes the test for items of the lists that hold a text. A text that is an item itself may have no dash at all. */
function itemsAround(before: readonly string[], owner: number, { isItem }: LongText): (line: string) => boolean {
  const dashes = new Set(openLevels([...before], owner + 1).flatMap(({ isItem, indent }) => (isItem ? [indent] : [])));
  return (line) => DASH.test(line) && (isItem || dashes.has(indentOf(line)));
}

/** The texts of several lines in a document that can be read. */
function textsIn(source: Source): LongText[] {
  return textPointers(source.data, "").flatMap((pointer): LongText[] => {
    const { start, end } = source.locate(pointer);
    if (end.line === start.line) return [];
    const lines = Array.from({ length: end.line - start.line }, (_, at) => start.line + at);
    const isItem = Array.isArray(valueAt(source.data, pointer.slice(0, pointer.lastIndexOf("/"))));
    return [{ pointer, isItem, owner: start.line - 1, lines }];
  });
}

function textPointers(data: Data, pointer: string): string[] {
  if (typeof data === "string") return [pointer];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, inner]) => textPointers(inner, joinPointer(pointer, key)));
}

/** The texts below “键: |” in a text that cannot be read. */
function blockTexts(lines: readonly string[]): LongText[] {
  const found: LongText[] = [];
  let open: (LongText & { indent: number }) | undefined;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const indent = indentOf(line);
    if (open && indent > open.indent) {
      open.lines.push(at);
      continue;
    }
    open = BLOCK.test(line)
      ? { owner: at, lines: [], indent: indent + (/^- +/u.exec(line.trimStart())?.[0].length ?? 0) }
      : undefined;
    if (open) found.push(open);
  }
  return found;
}

const BLOCK = /^[^#]*[:：]\s*[|>][-+\d]*\s*(?:#.*)?$/u;
