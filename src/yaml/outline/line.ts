import { leadingSpace } from "../indent.js";

/** A line of a form as it is typed, before anybody knows where it belongs. */
export interface OutlineLine {
  /** Its number, from 0. */
  at: number;
  /** How many spaces it begins with. */
  indent: number;
  /** Set when it is indented with tabs or wide spaces as well: then how far is a guess. */
  strange: boolean;
  /** For an item of a list: the column of what follows the dash. */
  dash?: number;
  /** For a field: its key, and the columns behind its colon and of what follows it. */
  key?: string;
  colon: number;
  start: number;
  /** Whether the colon is one for YAML: half-width, and with a space after it. */
  plain: boolean;
  /** What follows the colon or the dash. */
  rest: string;
  /** The line without the spaces around it. */
  text: string;
}

const ITEM = /^-( +(?=\S)|$)/u;
const KEYED = /^(["']?)([^\s:：#"'|>{}[\]-][^\s:：#"'|>{}[\]]*|(?<=["'])[^"']+)\1 *([:：])([ \t\u3000\u00a0]*)(.*)$/u;

/** The mark of a block of text behind a colon, perhaps with a comment. */
export const BLOCK = /^[|>][-+\d]*\s*(?:#.*)?$/u;

/** Takes a line apart. @returns undefined for a blank line and for a comment */
export function outlineLine(lines: string[], at: number): OutlineLine | undefined {
  const line = (lines[at] ?? "").trimEnd();
  const lead = leadingSpace(line);
  const text = line.slice(lead.length);
  if (text === "" || text.startsWith("#")) return undefined;
  const indent = /^ */u.exec(lead)?.[0].length ?? 0;
  const item = ITEM.exec(text);
  const begin = lead.length + (item?.[0].length ?? 0);
  const [, quote = "", key, colon, gap = "", rest = ""] = KEYED.exec(line.slice(begin)) ?? [];
  const field = key !== undefined && colon !== undefined;
  const start = field ? line.length - rest.length : begin;
  return {
    at,
    indent,
    strange: lead.length > indent,
    ...(item && { dash: begin }),
    ...(field && { key }),
    colon: field ? start - gap.length : begin,
    start,
    plain: field && colon === ":" && (rest === "" || gap.startsWith(" ") || quote !== ""),
    rest: field ? rest : line.slice(begin),
    text,
  };
}

/** Whether nothing but a comment follows the colon. */
export function isBlank({ rest }: Pick<OutlineLine, "rest">): boolean {
  return rest === "" || rest.startsWith("#");
}

/** The line after the last one of a value in brackets or quotes that begins on a line; the next line for any other. */
export function endOfValue(lines: string[], { at, rest }: OutlineLine): number {
  const opening = rest[0] ?? "";
  if (!/["'[{]/u.test(opening)) return at + 1;
  let depth = 0;
  let quote = "";
  for (let line = at; line < Math.min(lines.length, at + MAX_VALUE_LINES); line += 1) {
    const typed = line === at ? rest : (lines[line] ?? "");
    for (const [index, char] of [...typed].entries()) {
      if (quote !== "") quote = char === quote ? "" : quote;
      else if (/["']/u.test(char) && (index === 0 || /[\s[{,:]/u.test(typed[index - 1] ?? ""))) quote = char;
      else if (/[[{]/u.test(char)) depth += 1;
      else if (/[\]}]/u.test(char)) depth -= 1;
    }
    if (depth <= 0 && quote === "") return line + 1;
  }
  // its end is missing, which the parser will say
  return at + 1;
}

/** No value in brackets is longer in a form. */
const MAX_VALUE_LINES = 60;
