import type { KnownKeys } from "../form/known-keys.js";
import {
  allowedIndents,
  indentOf,
  indentWidth,
  isAllowedIndent,
  isInBlock,
  leadingSpace,
  opensBlock,
} from "./indent.js";
import { looksLikeField, nonSpaceIndent, type Slip, wrongLevel } from "./line-slips.js";

/** What a line says about levels of indentation. */
interface Level {
  /** Its number, from 0. */
  line: number;
  indent: number;
  /** Its key; none for text. */
  key?: string | undefined;
  /** Set when nothing follows the colon: its content stands below. */
  opens?: boolean;
  isItem: boolean;
  /** For an item of a list, the indentation of its fields: that of the first, which follows the dash. */
  fields: number;
}

const KEYED = /^[ \t\u3000\u00a0]*(?:- +)?(["']?)([^\s:：#"'|>{}[\]]+)\1 *[:：](.*)$/u;

function levelOf(lines: string[], line: number): Level {
  const text = lines[line] ?? "";
  const [, , key, rest = ""] = KEYED.exec(text) ?? [];
  const indent = indentOf(text);
  return {
    line,
    indent,
    fields: indent + (/^- +(?=\S)/u.exec(text.trimStart())?.[0].length ?? 0),
    key,
    opens: key !== undefined && /^\s*(?:#.*)?$/u.test(rest),
    isItem: /^\s*- *\S/u.test(text),
  };
}

/** The lines above a line that it may stand below, from the innermost: each is indented less than the one before. */
export function openLevels(lines: string[], at: number): Level[] {
  const open: Level[] = [];
  for (let line = at - 1; line >= 0 && open.at(-1)?.indent !== 0; line -= 1) {
    const text = lines[line] ?? "";
    if (indentOf(text) < (open.at(-1)?.indent ?? Number.POSITIVE_INFINITY) && !/^\s*(?:#|$)/u.test(text))
      open.push(levelOf(lines, line));
  }
  return open;
}

/** The key of the field that a line with this indentation stands below; "" at the top. */
export function parentKey(lines: string[], at: number, indent: number): string {
  return openLevels(lines, at).find((each) => each.indent < indent && !each.isItem)?.key ?? "";
}

/**
 * The indentations that the form allows for the key of a line, whatever the line is indented by.
 * @param open the lines above that it may stand below
 * @returns undefined where the form says nothing about the line
 */
function levelsFor(lines: string[], at: number, open: Level[], keys: KnownKeys): number[] | undefined {
  const text = lines[at] ?? "";
  const own = levelOf(lines, at);
  const { key } = own;
  if (key !== undefined && !own.isItem) {
    // a field that is there already is not the one that is meant
    const isFree = (from: number, indent: number) =>
      !lines.slice(from, at).some((line, index) => {
        if (!line.includes(key)) return false;
        const typed = levelOf(lines, from + index);
        return typed.fields === indent && typed.key === key;
      });
    const below = open.flatMap((above, index) => {
      const inner = open[index - 1];
      const indent = inner?.fields ?? above.indent + 2;
      // each entry of a list has the same fields
      const since = inner?.isItem ? inner.line : above.line;
      return above.opens && keys.has(key, above.key) && isFree(since, indent) ? [indent] : [];
    });
    const levels = [...(keys.has(key, "") && isFree(0, 0) ? [0] : []), ...below];
    if (levels.length > 0 || keys.has(key)) return levels;
  }
  const { open: beside, inside } = allowedIndents(lines, at);
  const indent = leadingSpace(text);
  // whatever the width of a tab, the line is indented further than the one that waits for its content
  const widths = indent.includes("\t") ? [2, 4, 8].map((tab) => indentWidth(indent, tab)) : [];
  if (inside !== undefined && widths.length > 0 && widths.every((width) => width > inside && !beside.has(width)))
    return [inside + 2];
  return own.isItem && inside === undefined ? open.flatMap((each) => (each.isItem ? [each.indent] : [])) : undefined;
}

/** What the fields of a text are indented with: tabs, spaces, or both. */
export type IndentStyle = "tabs" | "spaces" | "mixed";

/** Finds what the fields of a text are indented with. */
export function indentStyle(texts: string[]): IndentStyle {
  if (texts.every((text) => !/^ +[^\s#]/u.test(text))) return "tabs";
  const strange = texts.some((text, at) => STRANGE.test(text) && looksLikeField(text) && !isInBlock(texts, at));
  return strange ? "mixed" : "spaces";
}

const STRANGE = /^ *[\t\u3000\u00a0]/u;

/**
 * Finds fields and items that are indented with tabs or wide spaces (which YAML reads as text), and those that are
 * indented with spaces to a level where the form has no such field.
 */
export function fieldIndentSlip(texts: string[], at: number, habit: IndentStyle, keys: KnownKeys): Slip | undefined {
  const text = texts[at] ?? "";
  if (!looksLikeField(text)) return undefined;
  const open = openLevels(texts, at);
  const levels = levelsFor(texts, at, open, keys);
  const above = allowedIndents(texts, at);
  if (STRANGE.test(text)) {
    const fits = (spaces: number) => (levels?.length ? levels.includes(spaces) : isAllowedIndent(spaces, above));
    return nonSpaceIndent(text, { fits, levels, onlyTabs: habit === "tabs" });
  }
  const [only, ...others] = levels ?? [];
  const indent = /^ */u.exec(text)?.[0].length ?? 0;
  if (only === undefined || others.length > 0 || only === indent || above.open.size === 0) return undefined;
  const isItem = /^ *-/u.test(text);
  const belowDash = !isItem && open.some((each) => each.isItem && each.indent === indent);
  // where both tabs and spaces are used, four spaces may be one level in one part and two in another
  const doubtful = habit === "mixed" && !isItem && !opensBlock(texts, at);
  const astray = !isAllowedIndent(indent, above) || belowDash || doubtful;
  return astray ? wrongLevel(text, only) : undefined;
}
