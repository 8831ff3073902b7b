import { eastAsianWidthType } from "get-east-asian-width";

/**
 * Marks that Unicode calls ambiguous or neutral but that Word sets in the East Asian font in Chinese
 * text, and so counts one each: dashes, ellipsis, quotation marks, bullets, enclosed numbers,
 * arrows, mathematical and geometric signs.
 */
const CHINESE_CONTEXT = /[§¨°±·×÷ˇˉ‐–—―‖‘’“”‥…‰′″※℃℅℉№℡Ⅰ-ⅿ←-↙∈-⊿⌒①-⒛─-╿▁-▕■-◯★☆☉♀♂✓✔]/u;

/** Marks without width, which stand in no word and end none. */
const UNSEEN = /\p{Cf}|[\u{fe00}-\u{fe0f}]/u;

/** Whether a character counts one by itself in Microsoft Word's 字数. */
export function isEastAsian(char: string): boolean {
  const code = char.codePointAt(0) as number;
  if (code < 0xa7) return false;
  if (CHINESE_CONTEXT.test(char)) return true;
  const width = eastAsianWidthType(code);
  return width === "wide" || width === "fullwidth";
}

/**
 * 字数 as Microsoft Word counts it: each East Asian character or full-width mark is one, each unbroken
 * run of other non-space characters is one, spaces count nothing.
 */
export function countWords(text: string): number {
  return scan(text, Number.POSITIVE_INFINITY).count;
}

/**
 * Where a text exceeds a limit.
 * @returns UTF-16 offset of the first word over `limit`, or -1 when the text keeps to it.
 */
export function overflowAt(text: string, limit: number): number {
  return scan(text, limit).overflow;
}

/** A character of Chinese text or one of its marks, as far as that is plain to see. */
function isChinese(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3001 && code <= 0x303e) || (code >= 0xff01 && code <= 0xff60);
}

/** How a character counts: one by itself, as a part of a run, or not at all; an unseen one does not even end a run. */
type Kind = "alone" | "run" | "space" | "unseen";

function scan(text: string, limit: number): { count: number; overflow: number } {
  let count = 0;
  let overflow = -1;
  let inRun = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    let kind: Kind;
    let length = 1;
    // nearly every character of a form is one of these: spare it the closer look
    if (isChinese(code)) kind = "alone";
    else if (code > 0x20 && code <= 0x7e) kind = "run";
    else if (code === 0x20 || code === 0x0a) kind = "space";
    else {
      const char = String.fromCodePoint(text.codePointAt(at) as number);
      kind = lookedAt(char);
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

function lookedAt(char: string): Kind {
  if (UNSEEN.test(char)) return "unseen";
  if (/\s/u.test(char)) return "space";
  return isEastAsian(char) ? "alone" : "run";
}
