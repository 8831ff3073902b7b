import { labelOf, textAt } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";

/** A year or a stretch of time; 2000万元 is none. */
const TIME =
  /(?<!\d)20\d{2}\s*(?:年|[-—–~至到])|[〇○零一二三四五六七八九]{4}年|十[四五六]五|[一二三两\d]年内|[今明后]年|年底/u;
/** Digits that are no amount: years, months, days, numbering. */
const NO_AMOUNT =
  /(?<!\d)20\d{2}\s*(?:年|[-—–~至到]\s*(?:20\d{2})?年?)|(?<!\d)\d{1,2}\s*[月日]|^\s*[（(]?\d+[.、)）]|第\d+/gmu;
const AMOUNT =
  /\d|百分之|[一两二三四五六七八九]番|[二三四五六七八九十百千万两][余多]?(?:个|人|名|家|项|门|所|次|倍|种|套|支|亩|间|台|件|元|课时|平方米)/u;

export default defineRule({
  id: "pledge-concrete",
  severity: "warning",
  title: "规划写明时间和数量",
  about: "规划里一个年份都没有,或一个数量都没有时提示。",
  with: { text: "field", example: "text" },
  *check({ documents, with: { text: pointer, example } }) {
    for (const document of documents) {
      const text = textAt(document, pointer)?.normalize("NFKC");
      if (text === undefined) continue;
      const year = TIME.test(text);
      const figures = AMOUNT.test(text.replace(NO_AMOUNT, ""));
      if (year && figures) continue;
      const lacking = [...(year ? [] : ["年份"]), ...(figures ? [] : ["数量"])].join("和");
      yield {
        document,
        pointer,
        part: "key",
        message: `${labelOf(document, pointer)}里没有出现${lacking}`,
        hint: `写明哪一年、做到什么程度,例如:${example}`,
      };
    }
  },
});
