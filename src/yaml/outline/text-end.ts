import { childField, type Field } from "../../model/field.js";
import { closestMatches } from "../../text/did-you-mean.js";
import type { Extent } from "../stray-text.js";
import { contentOf, entryOf, fieldIn, keyWithoutColon, type Level } from "./levels.js";
import { BLOCK, isBlank, type OutlineLine, outlineLine } from "./line.js";

/** The field whose text it is. */
interface TextHead {
  /** Its line. */
  at: number;
  /** How far its line is indented once it is corrected. */
  indent: number;
  /** Whether a `|` stands behind its colon: then whatever is indented further is text. */
  marked: boolean;
}

/** How a line among those of a text ends it: certainly; or perhaps, as a field with a mistyped key would. */
type Ending = "sure" | "doubtful" | undefined;

/** How far a text goes, and whether its first line is indented further than the others, which YAML takes for its margin. */
export interface TextExtent extends Extent {
  /** How far the first line is indented, when that is further than the text is. */
  deepFirst?: number;
}

/**
 * Finds how far a text goes, indented or not: up to the next field that the form has there. A line that only looks like
 * a field, such as `A: 制度层面`, belongs to the text.
 * @param levels the levels that the field of the text is in, from the outermost
 */
export function textExtent(lines: string[], head: TextHead, levels: Level[]): TextExtent {
  const { proper, deepFirst } = marginOf(lines, head);
  const extent: TextExtent = {
    last: head.at + 1,
    sure: true,
    ...(proper !== undefined && { proper }),
    ...(deepFirst !== undefined && { deepFirst }),
  };
  let comment: number | undefined;
  for (let at = head.at + 1; at < lines.length; at += 1) {
    const typed = lines[at] ?? "";
    if (typed.trim() === "") continue;
    const isBelow = spacesOf(typed) >= (proper ?? Number.POSITIVE_INFINITY);
    const line = outlineLine(lines, at);
    if (isBelow && head.marked) {
      if (line && isSwallowed(lines, line, levels)) return extent;
    } else {
      if (/^(?:---|\.\.\.)(?:\s|$)/u.test(typed)) return extent;
      // a comment between lines of a text is one of them, as `# 重点`; above a field it is none
      if (!line) {
        comment ??= at;
        continue;
      }
      const ending = endingAt(lines, line, levels, extent.first !== undefined);
      if (ending) return { ...extent, sure: extent.sure && ending === "sure" };
    }
    if (head.marked && comment !== undefined) extent.first ??= comment;
    comment = undefined;
    if (!isBelow) extent.first ??= at;
    extent.last = at + 1;
  }
  return extent;
}

/** How far the lines of a text are indented: as its first line is, unless most of the others are less. */
function marginOf(lines: string[], head: TextHead): { proper?: number; deepFirst?: number } {
  const widths: number[] = [];
  for (const line of lines.slice(head.at + 1)) {
    if (line.trim() === "") continue;
    const width = spacesOf(line);
    if (width <= head.indent) break;
    widths.push(width);
  }
  const [first, ...others] = widths;
  if (first === undefined) return {};
  const less = others.filter((width) => width < first);
  if (!head.marked || less.length === 0 || less.length * 2 <= others.length) return { proper: first };
  return { proper: Math.min(...less), deepFirst: first };
}

/** Whether a line below a `|` is a field that was indented too far, and not a line of the text. */
function isSwallowed(lines: string[], line: OutlineLine, levels: Level[]): boolean {
  if (line.key === undefined || !line.plain || line.dash !== undefined) return false;
  return levels.some((level) => {
    const field = fieldIn(level, line.key);
    if (!field || level.used.has(field.key) || comesLater(lines, line, level, levels)) return false;
    return isBlank(line) ? holdsLineBelow(lines, line, field) : field.required;
  });
}

/** Whether the line below a field belongs to it. */
function holdsLineBelow(lines: string[], { at }: OutlineLine, field: Field): boolean {
  const index = lines.findIndex((_, below) => below > at && outlineLine(lines, below) !== undefined);
  const below = index < 0 ? undefined : outlineLine(lines, index);
  if (!below) return false;
  const holds = contentOf(field);
  if (holds === "values") return below.dash !== undefined;
  const holder = holds === "entries" ? entryOf(field) : field;
  return (
    (below.dash !== undefined) === (holds === "entries") &&
    below.key !== undefined &&
    childField(holder, below.key) !== undefined
  );
}

function spacesOf(line: string): number {
  return /^ */u.exec(line)?.[0].length ?? 0;
}

/** Whether a line ends the text above it. @param pasted whether lines of the text are not indented */
function endingAt(lines: string[], line: OutlineLine, levels: Level[], pasted: boolean): Ending {
  const { key, indent, dash } = line;
  if (key === undefined) return endingWithoutColon(lines, line, levels, pasted);
  if (dash !== undefined) {
    const list = levels.find(
      (level) => level.holds === "entries" && childField(entryOf(level.field), key) !== undefined && line.plain,
    );
    return list && (list.children === indent ? "sure" : "doubtful");
  }
  const known = levels.filter((level) => fieldIn(level, key));
  const free = known.filter((level) => !level.used.has(key) && !comesLater(lines, line, level, levels));
  if (free.length === 0) {
    const again = known.some((level) => level.children === indent && level.used.has(key));
    if (again) return pasted && !isSection(lines, line) ? undefined : "sure";
    const isField = isMistyped(lines, line, levels) || (!pasted && isBesideFields(lines, line, levels));
    return known.length === 0 && isField ? "doubtful" : undefined;
  }
  const exact = free.some((level) => level.children === indent);
  if (exact) return line.plain || !pasted || BLOCK.test(line.rest) ? "sure" : "doubtful";
  return line.plain || !pasted ? "sure" : undefined;
}

/** Whether a line without a colon ends the text above it, because it begins with the key of a field that comes there. */
function endingWithoutColon(lines: string[], line: OutlineLine, levels: Level[], pasted: boolean): Ending {
  for (const level of levels) {
    const begun = keyWithoutColon(line, level);
    if (!begun) continue;
    const field = level.holds === "fields" ? fieldIn(level, begun.key) : undefined;
    // a section without its colon
    if (field && begun.length === line.text.length) return holdsLineBelow(lines, line, field) ? "sure" : undefined;
    if (level.holds === "fields" && comesLater(lines, { ...line, key: begun.key }, level, levels)) continue;
    return pasted ? "doubtful" : "sure";
  }
  return undefined;
}

/** Whether the field of a line comes further down, in its place: then the line is text that begins as the field does. */
function comesLater(lines: string[], line: OutlineLine, level: Level, levels: Level[]): boolean {
  // a section or a text of several lines is the field, and not a sentence that begins with its name
  if (isSection(lines, line)) return false;
  const typed = keysTyped(lines).get(line.key ?? "") ?? [];
  if (!typed.some((at) => at > line.at)) return false;
  const outer = levels.slice(0, levels.indexOf(level));
  for (let at = line.at + 1; at < lines.length; at += 1) {
    const below = outlineLine(lines, at);
    if (!below || below.key === undefined || !below.plain) continue;
    if (below.key === line.key && below.indent === level.children && below.dash === undefined) return true;
    if (
      below.indent < level.children ||
      outer.some((each) => fieldIn(each, below.key) && !each.used.has(below.key ?? ""))
    )
      return false;
  }
  return false;
}

/** Whether a line looks like a field where fields stand, and no text follows it. */
function isBesideFields(lines: string[], line: OutlineLine, levels: Level[]): boolean {
  if (!line.plain || !levels.some(({ holds, children }) => holds === "fields" && children === line.indent))
    return false;
  const below = lines.slice(line.at + 1).find((typed) => typed.trim() !== "");
  return below === undefined || spacesOf(below) <= line.indent;
}

/** The lines on which each key stands with a colon for YAML, by key. Texts are long, and few of their lines have one. */
function keysTyped(lines: string[]): Map<string, number[]> {
  const known = keyLines.get(lines);
  if (known) return known;
  const found = new Map<string, number[]>();
  for (const at of lines.keys()) {
    const line = outlineLine(lines, at);
    if (line?.key === undefined || !line.plain) continue;
    found.set(line.key, [...(found.get(line.key) ?? []), at]);
  }
  keyLines.set(lines, found);
  return found;
}

const keyLines = new WeakMap<string[], Map<string, number[]>>();

/** Whether nothing follows the colon of a line, or only a `|`. */
function isSection(lines: string[], line: OutlineLine): boolean {
  return BLOCK.test(line.rest) || (isBlank(line) && isIndentedBelow(lines, line));
}

function isIndentedBelow(lines: string[], { at, indent }: OutlineLine): boolean {
  const below = lines.slice(at + 1).find((line) => line.trim() !== "");
  return below !== undefined && spacesOf(below) > indent;
}

/** Whether a line is probably a field whose key is mistyped: it resembles one that is not there yet. */
function isMistyped(lines: string[], line: OutlineLine, levels: Level[]): boolean {
  if (!line.plain || line.key === undefined) return false;
  if (isSection(lines, line)) return true;
  const missing = levels
    .filter((level) => level.holds === "fields")
    .flatMap((level) => level.field.children.filter(({ key }) => !level.used.has(key)))
    .map(({ key }) => key);
  return closestMatches(line.key, missing).length > 0;
}
