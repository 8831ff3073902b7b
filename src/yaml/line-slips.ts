import { indentWidth, leadingSpace } from "./indent.js";
import { describeSlip, type SlipSentence } from "./slip-sentences.js";
import { wideBracketsAround } from "./wide-brackets.js";

/** Something mistyped in a line of YAML, with the edits that correct it. */
export interface Slip extends SlipSentence {
  /** Columns of the slip, from 0. */
  from: number;
  to: number;
  /** Texts that replace columns of the line, in the order of the columns. */
  edits: { from: number; to: number; text: string }[];
  /** The key of the corrected line, where the correction makes it a field. */
  key?: string;
  /** Set when the edits are a guess, good enough to go on reading but not to change the file. */
  guess?: true;
}

/** Beginning of a line up to a key: indentation, perhaps a dash. */
const KEY = String.raw`^(\s*(?:- )?)([^\s:：#"'|>{}\[\]]+)`;

/** The same with a quoted number for a key: such a line is certainly a field. */
const NUMBERED = String.raw`^(\s*)("[\d.]+"|'[\d.]+')`;

/** Punctuation that a key does not contain, unless a form has such a key. */
const PUNCTUATION = /[,，。、；！？（(]/u;

/** Spaces between a colon and its value, as people type them. */
const GAP = String.raw`[ \t\u3000\u00a0]*`;

const INDENT_NAMES: [RegExp, string][] = [
  [/\t/u, "制表符(Tab)"],
  [/\u3000/u, "全角空格"],
  [/\u00a0/u, "不换行空格"],
];

/** What is known of the text around a line. */
export interface LineContext {
  /** Whether the lines above allow an indentation of so many spaces. */
  fits: (spaces: number) => boolean;
  /** The indentations at which the form has this field, if it has it. */
  levels?: number[] | undefined;
  /** The text is indented with tabs only: then their width makes no difference. */
  onlyTabs?: boolean;
  /** Whether a form has a field of this name. */
  isKey?: (name: string) => boolean;
}

/** The slip of a line, if it has one that is known. */
export function findLineSlip(line: string, around: LineContext = { fits: () => true }): Slip | undefined {
  return (
    nonSpaceIndent(line, around) ??
    colonSlip(line, around) ??
    curlyQuotes(line) ??
    fullWidthBrackets(line) ??
    fullWidthComma(line)
  );
}

/** A full-width colon behind a key, or one without its space. */
export function colonSlip(line: string, { isKey }: Pick<LineContext, "isKey"> = {}): Slip | undefined {
  return fullWidthColon(line, isKey) ?? missingSpace(line, isKey);
}

/** Whether a line is a field or an item of a list, whatever it is indented with. */
export function looksLikeField(line: string): boolean {
  return /^[\s\u3000]*(?:- *\S|(?:[^\s:：#"'|>{}[\],，。；！？]+|"[\d.]+"|'[\d.]+')[:：])/u.test(line);
}

/**
 * Indentation with tabs or wide spaces. It is replaced by the spaces that the form asks for, or that the lines above
 * allow when a tab is read as two, four or eight spaces.
 */
export function nonSpaceIndent(line: string, { fits, levels, onlyTabs }: LineContext): Slip | undefined {
  const indent = leadingSpace(line);
  const name = INDENT_NAMES.find(([char]) => char.test(indent))?.[1];
  if (!name) return undefined;
  const widths = new Set((onlyTabs ? [2] : [2, 4, 8]).map((tab) => indentWidth(indent, tab)));
  const [spaces, ...others] = levels?.length === 1 ? levels : [...widths].filter(fits);
  return {
    ...describeSlip("indent-character", name),
    from: 0,
    to: indent.length,
    edits: [{ from: 0, to: indent.length, text: " ".repeat(spaces ?? indentWidth(indent)) }],
    ...((spaces === undefined || others.length > 0) && { guess: true }),
  };
}

/** Indentation with spaces, but not as many as the form asks for. */
export function wrongLevel(line: string, spaces: number): Slip {
  const indent = /^ */u.exec(line)?.[0].length ?? 0;
  return {
    ...describeSlip("indent-level", spaces),
    from: 0,
    to: indent,
    edits: [{ from: 0, to: indent, text: " ".repeat(spaces) }],
  };
}

function fullWidthColon(line: string, isKey: LineContext["isKey"]): Slip | undefined {
  const [all = "", lead = "", key = ""] =
    new RegExp(`${KEY}：${GAP}`, "u").exec(line) ?? new RegExp(`${NUMBERED}：${GAP}`, "u").exec(line) ?? [];
  const numbered = /^["']/u.test(key);
  if (!isPlausible(key, isKey)) return undefined;
  const at = lead.length + key.length;
  const edit = { from: at, to: all.length, text: /^\r?$/u.test(line.slice(all.length)) ? ":" : ": " };
  return {
    ...describeSlip("full-width-colon"),
    from: at,
    to: at + 1,
    edits: [edit],
    ...(!numbered && { key }),
  };
}

function missingSpace(line: string, isKey: LineContext["isKey"]): Slip | undefined {
  const [all = "", lead = "", key = "", after = ""] = new RegExp(`${KEY}:(?=([^ \\n]))${GAP}`, "u").exec(line) ?? [];
  if (!isPlausible(key, isKey) || after === "/" || after === "\r") return undefined;
  const at = lead.length + key.length;
  const wide = /[\u3000\u00a0\t]/u.test(after);
  return {
    ...describeSlip(wide ? "odd-space-after-colon" : "no-space-after-colon"),
    from: at,
    to: at + 2,
    edits: [{ from: at + 1, to: all.length, text: " " }],
    key,
  };
}

function isPlausible(key: string, isKey: LineContext["isKey"]): boolean {
  return key !== "" && (!PUNCTUATION.test(key) || isKey?.(key) === true);
}

/** `职务: “主任: 兼”`, and quotes of which only one is curly. */
function curlyQuotes(line: string): Slip | undefined {
  const [all = "", lead = "", quoted = ""] =
    /^(\s*(?:- )?[^\s:：#"'|>{}[\],，]+:\s+)([“”"][^“”"\\]*[“”"])\s*$/u.exec(line) ?? [];
  if (!all || !/[“”]/u.test(quoted)) return undefined;
  const to = lead.length + quoted.length;
  return {
    ...describeSlip("curly-quotes"),
    from: lead.length,
    to,
    edits: [
      { from: lead.length, to: lead.length + 1, text: '"' },
      { from: to - 1, to, text: '"' },
    ],
  };
}

/** `["甲”, 乙]`: YAML reads on to the next straight quote, or to the end of the file. */
export function mismatchedQuotes(line: string): Slip | undefined {
  for (const [straight, pair] of [
    ['"', "“”"],
    ["'", "‘’"],
  ] as const) {
    // with an even number of straight quotes each has its pair
    if (line.split(straight).length % 2 > 0) continue;
    const [found] = line.matchAll(
      new RegExp(
        `(?<=[[{,:]\\s*)[${straight}${pair}][^\\\\"'“”‘’[\\]{},，]*[${straight}${pair}](?=\\s*(?:[,\\]}]|$))`,
        "gu",
      ),
    );
    if (!found?.[0].includes(straight)) continue;
    const [from, to] = [found.index, found.index + found[0].length];
    return {
      ...describeSlip("mismatched-quotes", straight, pair),
      from,
      to,
      edits: [
        { from, to: from + 1, text: straight },
        { from: to - 1, to, text: straight },
      ],
    };
  }
  return undefined;
}

/** `负责人: ｛姓名：某, 职务: 主任｝`: a colon in a text without quotation marks. */
function fullWidthBrackets(line: string): Slip | undefined {
  const [, lead = "", typed = ""] = /^(\s*(?:- )*(?:[^\s:：#"'|>{}[\],，]+:\s+)?)(\S.*?)\s*$/u.exec(line) ?? [];
  const brackets = wideBracketsAround(typed);
  if (!brackets) return undefined;
  const [from, to] = [lead.length, lead.length + typed.length];
  const edits = [
    { from, to: from + 1, text: brackets.opening },
    { from: to - 1, to, text: brackets.closing },
  ];
  return { ...describeSlip("full-width-brackets", brackets.opening, brackets.closing), from, to, edits };
}

function fullWidthComma(line: string): Slip | undefined {
  const at = /[[{][^\]}"']*，[ \u3000\u00a0]*/u.exec(line);
  if (!at) return undefined;
  const to = at.index + at[0].length;
  const from = line.lastIndexOf("，", to);
  const edit = { from, to, text: ", " };
  return { ...describeSlip("full-width-comma"), from, to: from + 1, edits: [edit] };
}
