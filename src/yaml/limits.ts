import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import { BEGINNING, type TextRange } from "../model/place.js";
import { lineStarts, rangeFinder } from "./line-starts.js";

/**
 * Lines and punctuation marks of YAML that a file may have: the parser makes an object of each. A form has some
 * hundreds; a file with more than this is no form, and would take the parser minutes.
 */
export const MAX_MARKS = 20_000;

/** Aliases that a file may have, and nodes they may stand for: enough to repeat a text, too few to grow without end. */
export const MAX_ALIASES = 50;

/**
 * Levels that one part of a file may be deep: lists in lists, brackets in brackets. A form has some eight. The parser
 * calls itself for each level, and a stack that is nearly used up can end the whole program.
 */
export const MAX_LEVELS = 100;

/** Blanks in a row that a line may have. Searches that begin anew at each of them take very long for more. */
export const MAX_BLANKS = 1000;

const MARK = /[\n\t]|[[\]{},&*!"'#%@`\\、，；/]|[-?:](?=\s)/gu;

/** Reports a text that is too large to parse, before it is parsed. */
export function exceedsLimits(file: string, text: string): Diagnostic | undefined {
  // a text with fewer characters than that need not be counted
  if (text.length <= MAX_MARKS) return undefined;
  let marks = 0;
  MARK.lastIndex = 0;
  while (MARK.test(text)) {
    marks += 1;
    if (marks > MAX_MARKS) return tooComplex(file, `文件的行数和标点(括号、引号、冒号等)超过 ${MAX_MARKS} 个,没有检查`);
  }
  for (const { 0: blanks, index } of text.matchAll(/[^\S\n]+/gu))
    if (blanks.length > MAX_BLANKS) {
      const place = rangeFinder(lineStarts(text))(index, index + 1);
      return tooComplex(file, `这里连着 ${MAX_BLANKS} 个以上的空格,没有检查`, place);
    }
  return undefined;
}

function tooComplex(file: string, message: string, place: TextRange = BEGINNING): Diagnostic {
  const hint = "一份表格只有几百行,检查是不是选错了文件";
  return createDiagnostic({ ruleId: "yaml/too-complex", file, place, message, hint });
}

/**
 * Tells whether a text may be deeper than the parser can go, before it is parsed. What looks like a level but stands in
 * a text or comment counts too.
 */
export function mayBeTooDeep(text: string): boolean {
  const open: { indent: number; depth: number }[] = [];
  let brackets = 0;
  for (const line of text.split("\n")) {
    const words = line.match(/[^ \t\r]+/gu);
    if (!words) continue;
    const indent = line.indexOf(words[0]);
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const { most, left } = bracketsIn(line, brackets);
    brackets = left;
    const depth = (open.at(-1)?.depth ?? 0) + 1 + markersInARow(words);
    if (depth + most > MAX_LEVELS) return true;
    open.push({ indent, depth });
  }
  return false;
}

/** How many brackets are open at most in a line, and at its end. @param before how many are open at its beginning */
function bracketsIn(line: string, before: number): { most: number; left: number } {
  let [most, left] = [before, before];
  for (const [bracket] of line.matchAll(/[[\]{}]/gu)) {
    left = Math.max(0, left + ("[{".includes(bracket) ? 1 : -1));
    most = Math.max(most, left);
  }
  return { most, left };
}

/** The most words in a row that open an item or a key, or are a name or kind of what follows them: `- - ? &a !b`. */
function markersInARow(words: string[]): number {
  let [most, row] = [0, 0];
  for (const word of words) {
    row = /^(?:[-?:]$|[&!])/u.test(word) ? row + 1 : 0;
    most = Math.max(most, row);
  }
  return most;
}
