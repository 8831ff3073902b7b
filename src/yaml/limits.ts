import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import { BEGINNING } from "../model/place.js";

/**
 * Lines and punctuation marks of YAML a file may have: what the parser makes an object of each. A form has some
 * hundreds; what has more is no form, and would take the parser minutes.
 */
export const MAX_MARKS = 20_000;

/** Objects that references may stand for: whoever needs a text twice has enough, and nothing grows out of them. */
export const MAX_ALIASES = 50;

const MARK = /\n|[[\]{},&*!"'#%@`\\]|[-?:](?=\s)/gu;

/** Says that a text is too much to parse, before it is parsed. */
export function exceedsLimits(file: string, text: string): Diagnostic | undefined {
  // a short text is not worth the counting
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
