import { eastAsianWidthType } from "get-east-asian-width";

/**
 * Characters that Unicode classes as ambiguous or neutral. In Chinese text Word sets them in the East Asian font and
 * therefore counts one for each: dashes, ellipsis, quotation marks, bullets, enclosed numbers, arrows, mathematical and
 * geometric signs.
 */
const CHINESE_CONTEXT = /[§¨°±·×÷ˇˉ‐–—―‖‘’“”‥…‰′″※℃℅℉№℡Ⅰ-ⅿ←-↙∈-⊿⌒①-⒛─-╿▁-▕■-◯★☆☉♀♂✓✔]/u;

/** Characters without width. They do not count, and they do not end a word. */
const WIDTHLESS = /\p{Cf}|[\u{fe00}-\u{fe0f}]/u;

/** Tells whether Microsoft Word's 字数 counts a character as one by itself. @param char one code point */
export function isEastAsian(char: string): boolean {
  const code = char.codePointAt(0) as number;
  if (code < 0xa7) return false;
  if (CHINESE_CONTEXT.test(char)) return true;
  const width = eastAsianWidthType(code);
  return width === "wide" || width === "fullwidth";
}

/**
 * Counts 字数 as Microsoft Word does (审阅→字数统计): each East Asian character or full-width mark counts one, each
 * unbroken run of other characters counts one, spaces do not count.
 */
export function countWords(text: string): number {
  return scan(text, Number.POSITIVE_INFINITY).count;
}

/**
 * Finds where a text exceeds a limit of 字数.
 * @returns UTF-16 offset of the first word over `limit`, or -1 when the text is within the limit
 */
export function overflowAt(text: string, limit: number): number {
  return scan(text, limit).overflow;
}

/** Quick test for the common Chinese characters and punctuation marks; `isEastAsian` is the complete test. */
function isChinese(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3001 && code <= 0x303e) || (code >= 0xff01 && code <= 0xff60);
}

/** How a character counts: one by itself, as part of a run, or not at all. An unseen character does not end a run. */
type Kind = "alone" | "run" | "space" | "unseen";

/** Counts a text, and finds the offset of the first word over the limit, or -1. */
function scan(text: string, limit: number): { count: number; overflow: number } {
  let count = 0;
  let overflow = -1;
  let inRun = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    let kind: Kind;
    let length = 1;
    // the first three tests are quick and settle nearly every character of a form
    if (isChinese(code)) kind = "alone";
    else if (code > 0x20 && code <= 0x7e) kind = "run";
    else if (code === 0x20 || code === 0x0a) kind = "space";
    else {
      const char = String.fromCodePoint(text.codePointAt(at) as number);
      kind = kindOf(char);
      length = char.length;
    }
    if (kind === "alone" || (kind === "run" && !inRun)) {
      count += 1;
      if (count > limit && overflow < 0) overflow = at;
    }
    if (kind !== "unseen") inRun = kind === "run";
    at += length;
  }
  return { count, overflow };
}

function kindOf(char: string): Kind {
  if (WIDTHLESS.test(char)) return "unseen";
  if (/\s/u.test(char)) return "space";
  return isEastAsian(char) ? "alone" : "run";
}
