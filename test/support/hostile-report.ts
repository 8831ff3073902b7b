import type { Diagnostic, Report } from "../../src/index.js";
import { textRange } from "../../src/model/place.js";

/** Texts that mean something to the formats reports are written in, or to what shows them. */
export const HOSTILE = [
  "::error file=x::y",
  "::stop-commands::t",
  "100% 100%25 %0A%3A",
  "一\n二\r\n三\r四",
  "a,b:c=d",
  "<b onclick=\"x\">&amp; 'q'</b> <!-- r --> ]]>",
  "a|b\\|c\\\\|d|",
  "`code` ``two` *b* __i__ ~~s~~ $x$ # 1.",
  "[点这里](https://evil.example) ![图](x.png) <https://evil.example>",
  "https://evil.example www.evil.example @everyone #12 !34",
  "{0} {{1}} [x](1)",
  "\u001b[31m红\u001b[0m\u001b]0;t\u0007",
  "\u009b2J\u007f\u0000\u0008",
  "a\u202egpj\u2066\u200f",
  "\u2028\u2029\u0085",
  "\ud800半\udfff",
  "\uffff\ufffe",
  "|",
  "   前后   ",
  "𠮷👨‍👩‍👧e\u0301",
];

/** A report full of them: in names of files, messages, ways out, clauses, other places and pointers. */
export function hostileReport(): Report {
  const diagnostics = HOSTILE.map((text, index): Diagnostic => {
    const start = { line: index + 1, column: 3, offset: 10 * index };
    const place = textRange(start, { ...start, column: 5, offset: start.offset + 2 });
    const related = index % 2 === 0 ? [{ file: `乙${text}.yaml`, place, message: text }] : [];
    const severity = index % 3 === 0 ? "warning" : "error";
    const file = `夹/${text}.yaml`;
    return {
      ruleId: "word-limit",
      severity,
      file,
      pointer: `/${text}`,
      place,
      message: text,
      hint: text,
      clause: text,
      related,
    };
  });
  const files = [...diagnostics.map(({ file }) => file), "好.yaml"];
  const remaining = new Map([[`草${HOSTILE[6]}.yaml`, 3]]);
  return { files, texts: new Map(), documents: [], diagnostics, unreadable: false, remaining };
}
