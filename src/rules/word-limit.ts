import { labelOf, selectFields, textAt } from "../model/document-values.js";
import type { Field } from "../model/field.js";
import { defineRule } from "../model/rule.js";
import { printedText } from "../text/markdown.js";
import { countWords, overflowAt } from "../text/word-count.js";

const hasLimit = ({ wordLimit }: Field) => wordLimit !== undefined;

export default defineRule({
  id: "word-limit",
  severity: "error",
  title: "字数不超过上限",
  about: "有字数限制的栏目,字数(按 Microsoft Word 的“字数”统计,不含排版符号)不得超过上限,等于上限可以。",
  with: {},
  *check({ documents }) {
    for (const document of documents) {
      for (const { pointer, wordLimit: limit } of selectFields(document, hasLimit)) {
        const text = textAt(document, pointer);
        if (text === undefined || limit === undefined) continue;
        // Outside tables, printing only removes Markdown marks, so the count cannot grow: no need to parse the text.
        if (!text.includes("|") && countWords(text) <= limit) continue;
        const printed = printedText(text);
        const from = overflowAt(printed, limit);
        if (from < 0) continue;
        const count = countWords(printed);
        yield {
          document,
          pointer,
          excess: { printed, from },
          message: `${labelOf(document, pointer)}写了 ${count} 字,上限 ${limit} 字,超出 ${count - limit} 字`,
          hint: `从第 ${limit + 1} 字“${printed.slice(from, from + 6).trim()}”起超出,请删减`,
        };
      }
    }
  },
});
