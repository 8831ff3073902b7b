import type { KnownKeys } from "./known-keys.js";
import { inBlock, indentOf, indentsAt, leadOf, opensBlock, suits, widthOf } from "./yaml-indent.js";
import { looksLikeField, type Slip, strangeIndent, wrongLayer } from "./yaml-slips.js";

/** A line as far as its layer is concerned. */
interface Layer {
  /** Its place among the lines, from 0. */
  line: number;
  indent: number;
  /** Its key; none for an item of a list, or text. */
  key?: string;
  /** Nothing stands behind the colon: what belongs to it is below. */
  opens?: boolean;
  isItem: boolean;
}

const KEYED = /^[ \t\u3000\u00a0]*(["']?)([^\s:：#"'|>{}[\]]+)\1 *[:：](.*)$/u;

function layer(lines: string[], line: number): Layer {
  const text = lines[line] ?? "";
  const [, , key, rest = ""] = KEYED.exec(text) ?? [];
  return {
    line,
    indent: indentOf(text),
    key,
    opens: key !== undefined && /^\s*(?:#.*)?$/u.test(rest),
    isItem: /^\s*- *\S/u.test(text),
  };
}

/** The lines above a line that are still open there, from the innermost: each is indented less than the one before. */
export function openLayers(lines: string[], at: number): Layer[] {
  const open: Layer[] = [];
  for (let line = at - 1; line >= 0 && open.at(-1)?.indent !== 0; line -= 1) {
    const text = lines[line] ?? "";
    if (indentOf(text) < (open.at(-1)?.indent ?? Number.POSITIVE_INFINITY) && !/^\s*(?:#|$)/u.test(text))
      open.push(layer(lines, line));
  }
  return open;
}

/** The name of the field that a line indented so far stands below; "" at the top. */
export function nameAbove(lines: string[], at: number, indent: number): string {
  return openLayers(lines, at).find((each) => each.indent < indent)?.key ?? "";
}

/**
 * How far a line may be indented, seen from what the form has below which field, and not from what it is indented by.
 * @returns undefined where the form says nothing about the line
 */
function layersFor(lines: string[], at: number, keys: KnownKeys): number[] | undefined {
  const text = lines[at] ?? "";
  const own = layer(lines, at);
  const open = openLayers(lines, at);
  const { key = "" } = own;
  if (key !== "") {
    // a field that is there already is not meant a second time
    const isFree = (from: number, indent: number) =>
      !lines
        .slice(from, at)
        .some(
          (line, index) => line.includes(key) && indentOf(line) === indent && layer(lines, from + index).key === key,
        );
    const below = open.flatMap((above, index) => {
      const indent = open[index - 1]?.indent ?? above.indent + 2;
      return above.opens && keys.has(key, above.key) && isFree(above.line, indent) ? [indent] : [];
    });
    const layers = [...(keys.has(key, "") && isFree(0, 0) ? [0] : []), ...below];
    if (layers.length > 0 || keys.has(key)) return layers;
  }
  const { open: beside, inside } = indentsAt(lines, at);
  const indent = leadOf(text);
  // however wide a tab is, the line stands further in than the one that waits for its content
  const widths = indent.includes("\t") ? [2, 4, 8].map((tab) => widthOf(indent, tab)) : [];
  if (inside !== undefined && widths.length > 0 && widths.every((width) => width > inside && !beside.has(width)))
    return [inside + 2];
  return own.isItem && inside === undefined ? open.flatMap((each) => (each.isItem ? [each.indent] : [])) : undefined;
}

/** What the fields of a text are indented with: tabs, spaces, or now this and now that. */
export type IndentHabit = "tabs" | "spaces" | "mixed";

/** What a text's fields are indented with. */
export function indentHabit(texts: string[]): IndentHabit {
  if (texts.every((text) => !/^ +[^\s#]/u.test(text))) return "tabs";
  const strange = texts.some((text, at) => STRANGE.test(text) && looksLikeField(text) && !inBlock(texts, at));
  return strange ? "mixed" : "spaces";
}

const STRANGE = /^ *[\t\u3000\u00a0]/u;

/**
 * Fields and items indented with anything but spaces (to YAML full-width spaces are text), and those indented with
 * spaces where the form has no such field.
 */
export function fieldIndent(texts: string[], at: number, habit: IndentHabit, keys: KnownKeys): Slip | undefined {
  const text = texts[at] ?? "";
  if (!looksLikeField(text)) return undefined;
  const layers = layersFor(texts, at, keys);
  const above = indentsAt(texts, at);
  if (STRANGE.test(text)) {
    const fits = (spaces: number) => (layers?.length ? layers.includes(spaces) : suits(spaces, above));
    return strangeIndent(text, { fits, layers, onlyTabs: habit === "tabs" });
  }
  const [only, ...others] = layers ?? [];
  const indent = /^ */u.exec(text)?.[0].length ?? 0;
  if (only === undefined || others.length > 0 || only === indent || above.open.size === 0) return undefined;
  // where tabs and spaces take turns, four spaces may be one layer here and two there
  const astray = !suits(indent, above) || (habit === "mixed" && !/^ *-/u.test(text) && !opensBlock(texts, at));
  return astray ? wrongLayer(text, only) : undefined;
}
