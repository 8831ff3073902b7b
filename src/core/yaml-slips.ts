import { widthOf } from "./yaml-indent.js";

/** What people mistype in a line of YAML, how to say it, and the line as it was meant. */
export interface Slip {
  message: string;
  hint: string;
  /** Columns the slip takes, from 0. */
  from: number;
  to: number;
  /** What to put in the place of which columns, in their order. */
  edits: { from: number; to: number; text: string }[];
  /** The key that the mended line has, where mending makes it one. */
  key?: string;
  /** Set when the edit is no more than a guess that lets reading go on. */
  guess?: true;
}

/** Beginning of a line up to a key: indentation, perhaps a dash, and no punctuation that keys do not have. */
const KEY = String.raw`^(\s*(?:- )?)([^\s:：#"'|>{}\[\],，。、；！？（(]+)`;

/** Spaces between a colon and its value, as people type them. */
const GAP = String.raw`[ \t\u3000\u00a0]*`;

const INDENT_NAMES: [RegExp, string][] = [
  [/\t/u, "制表符(Tab)"],
  [/\u3000/u, "全角空格"],
  [/\u00a0/u, "不换行空格"],
];

/**
 * The slip of a line, if it has one that is known.
 * @param fits whether an indentation of so many spaces suits the lines above
 */
export function slipIn(line: string, fits: (spaces: number) => boolean = () => true): Slip | undefined {
  return (
    strangeIndent(line, fits) ?? fullWidthColon(line) ?? missingSpace(line) ?? curlyQuotes(line) ?? fullWidthComma(line)
  );
}

/** Indentation with anything but spaces: as wide as suits the lines above, a tab being two, four or eight spaces. */
export function strangeIndent(line: string, fits: (spaces: number) => boolean): Slip | undefined {
  const indent = /^[ \t\u3000\u00a0]*/u.exec(line)?.[0] ?? "";
  const name = INDENT_NAMES.find(([char]) => char.test(indent))?.[1];
  if (!name) return undefined;
  const spaces = [2, 4, 8].map((tab) => widthOf(indent, tab)).find(fits);
  return {
    message: `这一行用${name}缩进`,
    hint: "改用半角空格缩进,每层两个空格",
    from: 0,
    to: indent.length,
    edits: [{ from: 0, to: indent.length, text: " ".repeat(spaces ?? widthOf(indent)) }],
    ...(spaces === undefined && { guess: true }),
  };
}

function fullWidthColon(line: string): Slip | undefined {
  const [all = "", lead = "", key = ""] = new RegExp(`${KEY}：${GAP}`, "u").exec(line) ?? [];
  if (!key) return undefined;
  const at = lead.length + key.length;
  const edit = { from: at, to: all.length, text: /^\r?$/u.test(line.slice(all.length)) ? ":" : ": " };
  return {
    message: "这里用了全角冒号“：”",
    hint: "改成半角冒号加一个空格“: ”",
    from: at,
    to: at + 1,
    edits: [edit],
    key,
  };
}

function missingSpace(line: string): Slip | undefined {
  const [all = "", lead = "", key = "", after = ""] = new RegExp(`${KEY}:(?=([^ \\n]))${GAP}`, "u").exec(line) ?? [];
  if (!key || after === "/" || after === "\r") return undefined;
  const at = lead.length + key.length;
  const wide = /[\u3000\u00a0\t]/u.test(after);
  return {
    message: wide ? "冒号后面不是半角空格" : "冒号后面少了一个空格",
    hint: "冒号后面留一个半角空格再写",
    from: at,
    to: at + 2,
    edits: [{ from: at + 1, to: all.length, text: " " }],
    key,
  };
}

/** `职务: “主任: 兼”`, and quotes of which only one is curly. */
function curlyQuotes(line: string): Slip | undefined {
  const [all = "", lead = "", quoted = ""] =
    /^(\s*(?:- )?[^\s:：#"'|>{}[\],，]+:\s+)([“”"][^“”"\\]*[“”"])\s*$/u.exec(line) ?? [];
  if (!all || !/[“”]/u.test(quoted)) return undefined;
  const to = lead.length + quoted.length;
  return {
    message: "这里用了中文引号“”",
    hint: '改成半角引号 ""',
    from: lead.length,
    to,
    edits: [
      { from: lead.length, to: lead.length + 1, text: '"' },
      { from: to - 1, to, text: '"' },
    ],
  };
}

function fullWidthComma(line: string): Slip | undefined {
  const at = /[[{][^\]}"']*，[ \u3000\u00a0]*/u.exec(line);
  if (!at) return undefined;
  const to = at.index + at[0].length;
  const from = line.lastIndexOf("，", to);
  const edit = { from, to, text: ", " };
  return { message: "括号里用了全角逗号“，”", hint: "改成半角逗号加一个空格“, ”", from, to: from + 1, edits: [edit] };
}
