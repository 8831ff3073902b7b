/** What people mistype in a line of YAML, how to say it, and the line as it was meant. */
export interface Slip {
  message: string;
  hint: string;
  /** Columns the slip takes, from 0. */
  from: number;
  to: number;
  repaired: string;
}

/** Beginning of a line up to a key: indentation, perhaps a dash, and no punctuation that keys do not have. */
const KEY = String.raw`^(\s*(?:- )?)([^\s:：#"'|>{}\[\],，。、；！？（(]+)`;

const INDENT_NAMES: [RegExp, string][] = [
  [/\t/u, "制表符(Tab)"],
  [/\u3000/u, "全角空格"],
  [/\u00a0/u, "不换行空格"],
];

/** The slip of a line, if it has one that is known. */
export function slipIn(line: string): Slip | undefined {
  return strangeIndent(line) ?? fullWidthColon(line) ?? missingSpace(line) ?? fullWidthComma(line);
}

function strangeIndent(line: string): Slip | undefined {
  const indent = /^[ \t\u3000\u00a0]*/u.exec(line)?.[0] ?? "";
  const name = INDENT_NAMES.find(([char]) => char.test(indent))?.[1];
  if (!name) return undefined;
  const repaired =
    indent.replaceAll("\t", "  ").replaceAll("\u3000", "  ").replaceAll("\u00a0", " ") + line.slice(indent.length);
  return {
    message: `这一行用${name}缩进`,
    hint: "改用半角空格缩进,每层两个空格",
    from: 0,
    to: indent.length,
    repaired,
  };
}

function fullWidthColon(line: string): Slip | undefined {
  const [, lead = "", key = ""] = new RegExp(`${KEY}：`, "u").exec(line) ?? [];
  if (!key) return undefined;
  const at = lead.length + key.length;
  const repaired = `${line.slice(0, at)}: ${line.slice(at + 1).trimStart()}`;
  return { message: "这里用了全角冒号“：”", hint: "改成半角冒号加一个空格“: ”", from: at, to: at + 1, repaired };
}

function missingSpace(line: string): Slip | undefined {
  const [, lead = "", key = "", after = ""] = new RegExp(`${KEY}:([^ \\n])`, "u").exec(line) ?? [];
  if (!key || after === "/" || after === "\r") return undefined;
  const at = lead.length + key.length;
  const repaired = `${line.slice(0, at)}: ${line.slice(at + 1).trimStart()}`;
  const wide = /[\u3000\u00a0\t]/u.test(after);
  return {
    message: wide ? "冒号后面不是半角空格" : "冒号后面少了一个空格",
    hint: "冒号后面留一个半角空格再写",
    from: at,
    to: at + 2,
    repaired,
  };
}

function fullWidthComma(line: string): Slip | undefined {
  const at = /[[{][^\]}"']*，/u.exec(line);
  if (!at) return undefined;
  const from = at.index + at[0].length - 1;
  const repaired = `${line.slice(0, from)}, ${line.slice(from + 1)}`;
  return { message: "括号里用了全角逗号“，”", hint: "改成半角逗号加一个空格“, ”", from, to: from + 1, repaired };
}
