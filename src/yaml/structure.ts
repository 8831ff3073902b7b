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

/** A line as far as its layer is concerned. */
interface Layer {
  /** Its place among the lines, from 0. */
  line: number;
  indent: number;
  /** Its key; none for text. */
  key?: string;
  /** Nothing stands behind the colon: what belongs to it is below. */
  opens?: boolean;
  isItem: boolean;
  /** Where the fields of an item stand: beside its first, behind the dash. */
  fields: number;
}

const KEYED = /^[ \t\u3000\u00a0]*(?:- +)?(["']?)([^\s:：#"'|>{}[\]]+)\1 *[:：](.*)$/u;

function layer(lines: string[], line: number): Layer {
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

/** The lines above a line that are still open there, from the innermost: each is indented less than the one before. */
export function openLevels(lines: string[], at: number): Layer[] {
  const open: Layer[] = [];
  for (let line = at - 1; line >= 0 && open.at(-1)?.indent !== 0; line -= 1) {
    const text = lines[line] ?? "";
    if (indentOf(text) < (open.at(-1)?.indent ?? Number.POSITIVE_INFINITY) && !/^\s*(?:#|$)/u.test(text))
      open.push(layer(lines, line));
  }
  return open;
}

/** The name of the field that a line indented so far stands below; "" at the top. */
export function parentKey(lines: string[], at: number, indent: number): string {
  return openLevels(lines, at).find((each) => each.indent < indent && !each.isItem)?.key ?? "";
}

/**
 * How far a line may be indented, seen from what the form has below which field, and not from what it is indented by.
 * @param open the lines above that are still open
 * @returns undefined where the form says nothing about the line
 */
function layersFor(lines: string[], at: number, open: Layer[], keys: KnownKeys): number[] | undefined {
  const text = lines[at] ?? "";
  const own = layer(lines, at);
  const { key } = own;
  if (key !== undefined && !own.isItem) {
    // a field that is there already is not meant a second time
    const isFree = (from: number, indent: number) =>
      !lines.slice(from, at).some((line, index) => {
        if (!line.includes(key)) return false;
        const typed = layer(lines, from + index);
        return typed.fields === indent && typed.key === key;
      });
    const below = open.flatMap((above, index) => {
      const inner = open[index - 1];
      const indent = inner?.fields ?? above.indent + 2;
      // each entry of a list has the same fields
      const since = inner?.isItem ? inner.line : above.line;
      return above.opens && keys.has(key, above.key) && isFree(since, indent) ? [indent] : [];
    });
    const layers = [...(keys.has(key, "") && isFree(0, 0) ? [0] : []), ...below];
    if (layers.length > 0 || keys.has(key)) return layers;
  }
  const { open: beside, inside } = allowedIndents(lines, at);
  const indent = leadingSpace(text);
  // however wide a tab is, the line stands further in than the one that waits for its content
  const widths = indent.includes("\t") ? [2, 4, 8].map((tab) => indentWidth(indent, tab)) : [];
  if (inside !== undefined && widths.length > 0 && widths.every((width) => width > inside && !beside.has(width)))
    return [inside + 2];
  return own.isItem && inside === undefined ? open.flatMap((each) => (each.isItem ? [each.indent] : [])) : undefined;
}

/** What the fields of a text are indented with: tabs, spaces, or now this and now that. */
export type IndentStyle = "tabs" | "spaces" | "mixed";

/** What a text's fields are indented with. */
export function indentStyle(texts: string[]): IndentStyle {
  if (texts.every((text) => !/^ +[^\s#]/u.test(text))) return "tabs";
  const strange = texts.some((text, at) => STRANGE.test(text) && looksLikeField(text) && !isInBlock(texts, at));
  return strange ? "mixed" : "spaces";
}

const STRANGE = /^ *[\t\u3000\u00a0]/u;

/**
 * Fields and items indented with anything but spaces (to YAML full-width spaces are text), and those indented with
 * spaces where the form has no such field.
 */
export function fieldIndentSlip(texts: string[], at: number, habit: IndentStyle, keys: KnownKeys): Slip | undefined {
  const text = texts[at] ?? "";
  if (!looksLikeField(text)) return undefined;
  const open = openLevels(texts, at);
  const layers = layersFor(texts, at, open, keys);
  const above = allowedIndents(texts, at);
  if (STRANGE.test(text)) {
    const fits = (spaces: number) => (layers?.length ? layers.includes(spaces) : isAllowedIndent(spaces, above));
    return nonSpaceIndent(text, { fits, layers, onlyTabs: habit === "tabs" });
  }
  const [only, ...others] = layers ?? [];
  const indent = /^ */u.exec(text)?.[0].length ?? 0;
  if (only === undefined || others.length > 0 || only === indent || above.open.size === 0) return undefined;
  const isItem = /^ *-/u.test(text);
  const belowDash = !isItem && open.some((each) => each.isItem && each.indent === indent);
  // where tabs and spaces take turns, four spaces may be one layer here and two there
  const doubtful = habit === "mixed" && !isItem && !opensBlock(texts, at);
  const astray = !isAllowedIndent(indent, above) || belowDash || doubtful;
  return astray ? wrongLevel(text, only) : undefined;
}
