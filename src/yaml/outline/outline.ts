import { childField, type Field } from "../../model/field.js";
import { describeSlip, type SlipSentence } from "../slip-sentences.js";
import { type Head, strayBelow } from "../stray-text.js";
import { contentOf, entryOf, fieldIn, indentBelow, keyWithoutColon, type Level, listBelow } from "./levels.js";
import { BLOCK, endOfValue, isBlank, type OutlineLine, outlineLine } from "./line.js";
import { listLines } from "./list-lines.js";
import type { LastValue, OutlineSlip } from "./outline-slip.js";
import { textExtent } from "./text-end.js";

/** Thrown where a line is indented with tabs or wide spaces: how far is a guess, which others make. */
class Strange extends Error {}

/**
 * Reads the lines of a text as the fields of a form, and finds those that stand elsewhere. The form says where a line
 * belongs: so the line that slipped is named, and not those around it.
 * @param root the form's root field
 * @returns undefined when lines are indented with tabs or wide spaces
 */
export function outlineSlips(lines: string[], root: Field): OutlineSlip[] | undefined {
  try {
    return new Outline(lines, root).read();
  } catch (error) {
    if (error instanceof Strange) return undefined;
    throw error;
  }
}

/** Lines that moved together: the slip of the first, and what moves them. */
interface Moved {
  slip: OutlineSlip;
  by: number;
  /** The last of the lines. */
  last: number;
  /** What the lines are. */
  of: { key?: string | undefined; parent: string; spaces: number };
  count: number;
}

class Outline {
  readonly #lines: string[];
  readonly #slips: OutlineSlip[] = [];
  /** The levels that a line may stand in, from the outermost. */
  #levels: Level[];
  #last: LastValue | undefined;
  #moved: Moved | undefined;
  /** The line with content that was read before. */
  #before = -1;

  constructor(lines: string[], root: Field) {
    this.#lines = lines;
    const children = indentBelow(lines, root, -1, 0, []);
    // a form that is not indented at all is the rule: one line of it does not make it otherwise
    this.#levels = [
      { field: root, indent: -1, children: children === 1 ? 0 : children, used: new Map(), holds: "fields" },
    ];
  }

  read(): OutlineSlip[] {
    for (let at = 0; at < this.#lines.length; ) {
      const line = outlineLine(this.#lines, at);
      if (!line || (/^---(?:\s|$)/u.test(line.text) && this.#before < 0)) {
        at += 1;
        continue;
      }
      const end = this.#read(line);
      this.#before = end - 1;
      at = Math.max(end, at + 1);
    }
    return this.#slips;
  }

  /** Reads what begins on a line. @returns the line after it */
  #read(line: OutlineLine): number {
    if (line.strange) {
      if (line.dash !== undefined || this.#levels.some((level) => fieldIn(level, line.key))) throw new Strange();
      return line.at + 1;
    }
    if (line.dash !== undefined) return this.#item(line) ?? this.#text(line);
    if (line.key === undefined) return this.#text(line);
    return this.#field(line) ?? this.#fieldWithoutParent(line) ?? this.#unknown(line);
  }

  /** The levels that a line may stand in, from the innermost. */
  get #open(): Level[] {
    return [...this.#levels].reverse();
  }

  #field(line: OutlineLine): number | undefined {
    const key = line.key as string;
    const known = this.#open.filter((level) => fieldIn(level, key));
    const free = known.filter((level) => !level.used.has(key));
    const isIn = (level: Level) => level.children === line.indent;
    const level = free.find(isIn) ?? free[0] ?? known.find(isIn);
    if (!level) return undefined;
    const by = level.children - line.indent;
    // a sentence of a text that goes on below its key
    if (by < 0 && !line.plain && this.#last?.field?.wordLimit !== undefined && !free.includes(level)) return undefined;
    if (by !== 0)
      this.#move(line, by, level, free.length > 1 && !free.every((each) => each.children === level.children));
    this.#closeBelow(level);
    level.used.set(key, line.at);
    return this.#enter(line, fieldIn(level, key) as Field, level.children, by);
  }

  /** Reads an item of a list. @returns undefined when there is no list that it may belong to */
  #item(line: OutlineLine): number | undefined {
    const suits = ({ holds, field }: Level) =>
      holds === "entries"
        ? line.key === undefined
          ? line.rest === "" || line.rest.startsWith("{")
          : childField(entryOf(field), line.key) !== undefined
        : holds === "values";
    const lists = this.#open.filter(({ holds }) => holds !== "fields");
    const level = lists.find((each) => suits(each) && each.children === line.indent) ?? lists.find(suits);
    if (!level) return undefined;
    const by = level.children - line.indent;
    if (by !== 0) this.#move(line, by, level, false);
    this.#closeBelow(level);
    const field = entryOf(level.field);
    if (level.holds === "values" || line.key === undefined) {
      this.#last = { field: level.field, line, indent: level.children, isItem: true };
      return endOfValue(this.#lines, line);
    }
    const children = (line.dash ?? 0) + by;
    const used = new Map([[line.key, line.at]]);
    this.#levels.push({ field, indent: level.children, children, used, holds: "fields" });
    return this.#enter(line, childField(field, line.key) as Field, children, by);
  }

  /** Reads what follows the key of a field. @returns the line after it */
  #enter(line: OutlineLine, field: Field, indent: number, by: number): number {
    const { at } = line;
    const isText = BLOCK.test(line.rest) || (field.wordLimit !== undefined && !/^["'“‘[{&*]/u.test(line.rest));
    this.#last = { field, line, indent, isItem: false };
    if (isText) return this.#textOf(line, field, indent, by);
    if (!isBlank(line)) return endOfValue(this.#lines, line);
    const below = listBelow(field);
    const holds = contentOf(field);
    const next = this.#nextLine(at);
    // the short form of a section that holds one list: the list itself
    const list = next?.dash !== undefined && below ? below : field;
    if (!holds && !below) return at + 1;
    const content = contentOf(list) ?? "values";
    let children = indentBelow(this.#lines, list, indent, at + 1, this.#levels);
    // below a line that moved, the lines may have moved along
    if (by !== 0 && children - (indent + 2) === -by) children = indent + 2;
    this.#levels.push({ field: list, indent, children, used: new Map(), holds: content });
    return at + 1;
  }

  #nextLine(at: number): OutlineLine | undefined {
    for (let line = at + 1; line < this.#lines.length; line += 1) {
      const found = outlineLine(this.#lines, line);
      if (found) return found;
    }
    return undefined;
  }

  /** Reads the text of a field. */
  #textOf(line: OutlineLine, field: Field, indent: number, by: number): number {
    const { at, colon, start, rest } = line;
    const marked = BLOCK.test(rest);
    const along = marked && by !== 0 ? this.#movedAlong(line, indent) : at + 1;
    if (along > at + 1 && this.#moved) {
      for (let below = at + 1; below < along; below += 1)
        if ((this.#lines[below] ?? "").trim() !== "") this.#moved.slip.edits.push(shift(this.#lines, below, by));
      return along;
    }
    const extent = textExtent(this.#lines, { at, indent, marked }, this.#levels);
    const head: Head = { key: field.key, indent, colon: rest === "" ? start : colon, start, rest };
    if (extent.deepFirst !== undefined) this.#dedentFirst(line, extent.deepFirst - (extent.proper ?? 0), field);
    const stray = strayBelow(this.#lines, at, head, extent);
    if (stray) {
      const { end: _, ...slip } = stray;
      this.#slips.push(slip);
    }
    return extent.last;
  }

  /** Moves the first line of a text to the margin of the others. */
  #dedentFirst({ at, indent }: OutlineLine, by: number, { key }: Field): void {
    const line = this.#lines.findIndex((typed, below) => below > at && typed.trim() !== "");
    const from = /^ */u.exec(this.#lines[line] ?? "")?.[0].length ?? 0;
    this.#slips.push({
      ...describeSlip("first-line-too-deep", key, from - by, from - by - indent),
      line,
      from: 0,
      to: from,
      edits: [{ line, from: 0, to: by, text: "" }],
      guess: false,
    });
  }

  /** The line after the last one of a text that moved along with its key, so that YAML reads it as before. */
  #movedAlong({ at, indent }: OutlineLine, corrected: number): number {
    let end = at + 1;
    let first: number | undefined;
    for (let below = at + 1; below < this.#lines.length; below += 1) {
      const typed = this.#lines[below] ?? "";
      if (typed.trim() === "") continue;
      const width = /^ */u.exec(typed)?.[0].length ?? 0;
      if (width <= indent) break;
      first ??= width;
      end = below + 1;
    }
    return first !== undefined && (first === indent + 2 || first <= corrected) && first !== corrected + 2
      ? end
      : at + 1;
  }

  /** Reads a line that is neither a field nor an item. */
  #text(line: OutlineLine): number {
    return (
      this.#keyWithoutColon(line) ?? listLines(this.#lines, line, this.#levels, this.#last, this.#slips) ?? line.at + 1
    );
  }

  /** Reads a field that lacks its colon: `推荐市州 长沙市`. */
  #keyWithoutColon(line: OutlineLine): number | undefined {
    const begin = line.dash ?? line.indent;
    const [begun] = this.#open.flatMap((level) => keyWithoutColon(line, level) ?? []);
    if (!begun) return undefined;
    const { key, length } = begun;
    const from = begin + length;
    const typed = line.text.slice(from - line.indent);
    const rest = typed.replace(/^[ \u3000]+/u, "");
    const to = from + typed.length - rest.length;
    this.#slips.push({
      ...describeSlip("no-colon", key),
      line: line.at,
      from: begin,
      to: from,
      edits: [{ line: line.at, from, to, text: rest === "" ? ":" : ": " }],
      guess: false,
    });
    const corrected = { ...line, key, colon: from, start: to, plain: true, rest };
    return line.dash === undefined ? this.#field(corrected) : this.#item(corrected);
  }

  /** Reads a field whose section has lost the line with its key: the line is put back. */
  #fieldWithoutParent(line: OutlineLine): number | undefined {
    const key = line.key as string;
    for (const level of this.#open) {
      if (level.holds !== "fields" || line.indent <= level.children) continue;
      const parents = level.field.children.filter(
        (each) => !level.used.has(each.key) && contentOf(each) === "fields" && childField(each, key) !== undefined,
      );
      const [parent] = parents.filter((each) => this.#goesOnIn(line, each)) ?? parents;
      if (!parent || parents.length > 1) continue;
      this.#slips.push({
        ...describeSlip("no-parent", parent.key, level.children),
        line: line.at,
        from: line.indent,
        to: line.indent + key.length,
        edits: [{ line: line.at, from: 0, to: 0, text: `${" ".repeat(level.children)}${parent.key}:\n` }],
        guess: false,
      });
      this.#closeBelow(level);
      level.used.set(parent.key, line.at);
      const { indent } = line;
      this.#levels.push({ field: parent, indent: level.children, children: indent, used: new Map(), holds: "fields" });
      return this.#field(line);
    }
    return undefined;
  }

  /** Whether the line below is a field of the same section as well, so that it is certainly this section. */
  #goesOnIn(line: OutlineLine, parent: Field): boolean {
    const next = this.#nextLine(endOfValue(this.#lines, line) - 1);
    return next?.key !== undefined && next.indent === line.indent && childField(parent, next.key) !== undefined;
  }

  /** Reads a field that the form does not have, with whatever is below it. */
  #unknown(line: OutlineLine): number {
    const level = this.#open.find(({ holds, children }) => holds === "fields" && children === line.indent);
    if (!level) return this.#text(line);
    this.#closeBelow(level);
    this.#last = { line, indent: line.indent, isItem: false };
    let end = endOfValue(this.#lines, line);
    for (let at = end; at < this.#lines.length; at += 1) {
      const below = outlineLine(this.#lines, at);
      if (below && below.indent <= line.indent) break;
      if (below) end = at + 1;
    }
    return end;
  }

  #closeBelow(level: Level): void {
    this.#levels.length = this.#levels.indexOf(level) + 1;
  }

  /** Notes that a line moves. When the one above it moves as far, both are one slip. */
  #move(line: OutlineLine, by: number, level: Level, guess: boolean): void {
    const edit = shift(this.#lines, line.at, by);
    const moved = this.#moved;
    if (moved?.by === by && moved.last === this.#before) {
      moved.slip.edits.push(edit);
      moved.count += 1;
      moved.last = line.at;
      moved.slip.guess ||= guess;
      Object.assign(moved.slip, sentenceFor(moved));
      this.#moved = moved;
      return;
    }
    const of = { key: line.dash === undefined ? line.key : undefined, parent: level.field.key, spaces: level.children };
    const slip: OutlineSlip = {
      ...sentenceFor({ of, count: 1 }),
      line: line.at,
      from: 0,
      to: line.indent,
      edits: [edit],
      guess,
    };
    this.#slips.push(slip);
    this.#moved = { slip, by, last: line.at, of, count: 1 };
  }
}

function sentenceFor({ of: { key, parent, spaces }, count }: Pick<Moved, "of" | "count">): SlipSentence {
  return describeSlip("astray", { key, parent, spaces, count });
}

function shift(lines: string[], line: number, by: number): OutlineSlip["edits"][number] {
  const width = /^ */u.exec(lines[line] ?? "")?.[0].length ?? 0;
  return by > 0
    ? { line, from: 0, to: 0, text: " ".repeat(by) }
    : { line, from: 0, to: Math.min(width, -by), text: "" };
}
