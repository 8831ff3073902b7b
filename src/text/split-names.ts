import { BULLET, ITEM_NUMBER, MARK } from "./bullets.js";

/** One name within a text, with the offsets (UTF-16 units) where it stands. */
export interface NamePart {
  name: string;
  from: number;
  to: number;
}

/** Characters that always end one name and begin the next. */
const SEPARATORS = "、，；;\n\r";

/** Pairs of brackets. A separator inside one belongs to the name, as in 甲公司（含乙、丙两厂）. */
const BRACKETS: Record<string, string> = { "（": "）", "(": ")", "《": "》", "【": "】", "〔": "〕", "[": "]" };

/** Numbers in circles and the like: each block of Unicode begins at its 1. */
const CIRCLED = ["①⑳", "⑴⒇", "⒈⒛", "㈠㈩", "❶❿", "➀➉", "⓵⓾"];

/** A number in front of a name: 1. 1、 1) （1） 一、 (一) ① and 1 with a tab. 58.com and 1.5级 begin with a name. */
const NUMBER = String.raw`${ITEM_NUMBER}|\d{1,3} *\t`;

/**
 * Everything that may stand before a name. A mark that is repeated (○○学院) stands for letters left open, and *ST is how
 * the name of some companies begins.
 */
const LEAD = new RegExp(String.raw`(?:\s+|[${BULLET}]|(?!\*ST)([${MARK}])(?!\1)|--+|(?<number>${NUMBER}))`, "uy");

const NUMBER_HERE = new RegExp(NUMBER, "uy");
const BULLET_HERE = new RegExp(`[${BULLET}]`, "u");

/** What may stand behind a name and does not belong to it. The dot of “Ltd.” does. */
const TAIL = /(?:[\s。．；;，,、]|(?<=[\u3400-\u9fff）)])\.)+$/u;

/** A half-width comma within a name: that of “Co., Ltd.”, and that of a number. */
const COMMA_IN_NAME = /,\s{0,3}(?:Ltd|Inc|Co|Corp|LLC|L\.L\.C|Limited|GmbH|S\.\s?A|PLC|Pte)\b|(?<=\d),\d{3}(?!\d)/iuy;

/** How far from its opening bracket a closing one may stand. What is farther away is not a part of one name. */
const MAX_BRACKETED = 200;

/**
 * Splits names typed in one text: 甲学院、乙学院. Names are separated by 、，,；; and line breaks, except inside brackets;
 * bullets and numbers before a name and punctuation behind it are left out. In a numbered list the next number separates
 * too, as in 1.甲公司 2.乙公司.
 */
export function splitNames(text: string): NamePart[] {
  const parts: NamePart[] = [];
  for (let at = 0; at < text.length; ) {
    const { end: start, number } = skipLead(text, at);
    const end = findEnd(text, start, number);
    const from = Math.min(start, end);
    const name = text.slice(from, end).replace(TAIL, "").trimEnd();
    if (name !== "") parts.push({ name, from, to: from + name.length });
    // a separator is skipped; a bullet or number, which ends a name too, is read again as the beginning of the next
    at = SEPARATORS.includes(text[end] ?? "") || text[end] === "," ? end + 1 : Math.max(end, at + 1);
  }
  return parts;
}

/**
 * Splits codes typed in one text: B1、D1. No code contains a comma or white space.
 */
export function splitCodes(text: string): NamePart[] {
  return [...text.matchAll(/[^\s、，,；;。]+(?:[^\S\n]+[^\s、，,；;。]+)*/gu)].map(({ 0: name, index }) => ({
    name,
    from: index,
    to: index + name.length,
  }));
}

/** Skips bullets, numbers and white space before a name. @returns where the name begins, and the number before it */
function skipLead(text: string, from: number): { end: number; number: number | undefined } {
  let end = from;
  let number: number | undefined;
  for (;;) {
    LEAD.lastIndex = end;
    const found = LEAD.exec(text);
    if (!found || found[0] === "") return { end, number };
    if (found.groups?.number !== undefined) number = readNumber(found.groups.number) ?? number;
    end += found[0].length;
  }
}

/** Finds the end of a name: a separator outside brackets, a bullet, or the next number of a numbered list. */
function findEnd(text: string, from: number, number: number | undefined): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] as string;
    const close = BRACKETS[char];
    if (close !== undefined && !(number !== undefined && numberAt(text, at) === number + 1)) {
      const end = closingBracket(text, at, close);
      if (end !== undefined) {
        at = end;
        continue;
      }
    }
    if (SEPARATORS.includes(char) || (char === "," && !isCommaInName(text, at))) return at;
    if (BULLET_HERE.test(char)) return at;
    if (at > from && isNextNumber(text, at, number)) return at;
  }
  return text.length;
}

function isCommaInName(text: string, at: number): boolean {
  COMMA_IN_NAME.lastIndex = at;
  return COMMA_IN_NAME.test(text);
}

/** Finds the bracket that closes the one at `at`; undefined when none does before the line ends. */
function closingBracket(text: string, at: number, close: string): number | undefined {
  const open = text[at] as string;
  let depth = 0;
  for (let end = at; end < Math.min(text.length, at + MAX_BRACKETED) && text[end] !== "\n"; end += 1) {
    if (text[end] === open) depth += 1;
    else if (text[end] === close) depth -= 1;
    // people mix full and half width: （长沙)
    else if (depth === 1 && (open === "（" || open === "(") && /[)）]/u.test(text[end] as string)) depth -= 1;
    if (depth === 0) return end;
  }
  return undefined;
}

/** Tells whether the number after `number` stands here: numbers that go on count as such, 3M and 58同城 do not. */
function isNextNumber(text: string, at: number, number: number | undefined): boolean {
  if (number === undefined || /\d/u.test(text[at - 1] as string)) return false;
  return numberAt(text, at) === number + 1;
}

/** Reads the list number that stands at an offset. */
function numberAt(text: string, at: number): number | undefined {
  NUMBER_HERE.lastIndex = at;
  const found = NUMBER_HERE.exec(text)?.[0];
  return found === undefined ? undefined : readNumber(found);
}

/** Reads a list number, whatever it is written with. */
function readNumber(typed: string): number | undefined {
  const char = typed[0] as string;
  for (const [first = "", last = ""] of CIRCLED)
    if (char >= first && char <= last) return char.charCodeAt(0) - first.charCodeAt(0) + 1;
  const digits = /\d+/u.exec(typed)?.[0];
  if (digits !== undefined) return Number(digits);
  const [, tens, ones] = /([一二三四五六七八九]?十)?([一二三四五六七八九]?)/u.exec(typed.replace(/[（( ]/gu, "")) ?? [];
  const digit = (numeral: string | undefined) => "一二三四五六七八九".indexOf(numeral?.[0] ?? "?") + 1;
  return (tens ? Math.max(digit(tens), 1) * 10 : 0) + digit(ones || undefined) || undefined;
}
