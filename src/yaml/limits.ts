import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import { BEGINNING } from "../model/place.js";

/**
 * Lines and punctuation marks of YAML that a file may have: the parser makes an object of each. A form has some
 * hundreds; a file with more than this is no form, and would take the parser minutes.
 */
export const MAX_MARKS = 20_000;

/** Aliases that a file may have, and nodes they may stand for: enough to repeat a text, too few to grow without end. */
export const MAX_ALIASES = 50;

const MARK = /\n|[[\]{},&*!"'#%@`\\]|[-?:](?=\s)/gu;

/** Reports a text that is too large to parse, before it is parsed. */
export function exceedsLimits(file: string, text: string): Diagnostic | undefined {
  // a text with fewer characters than that need not be counted
  if (text.length <= MAX_MARKS) return undefined;
  let marks = 0;
  MARK.lastIndex = 0;
  while (MARK.test(text)) {
    marks += 1;
    if (marks <= MAX_MARKS) continue;
    return createDiagnostic({
      ruleId: "yaml/too-complex",
      file,
      place: BEGINNING,
      message: `文件的行数和标点(括号、引号、冒号等)超过 ${MAX_MARKS} 个,没有检查`,
      hint: "一份表格只有几百行,检查是不是选错了文件",
    });
  }
  return undefined;
}
