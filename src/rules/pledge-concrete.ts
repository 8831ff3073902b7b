import { defineRule } from "../model/rule.js";
import { label, textAt } from "./values.js";

const YEAR = /(?:19|20)\d{2}|[〇零一二三四五六七八九]{4}年|十[四五六]五/u;
const FIGURE = /\d|[一二三四五六七八九十百千万两]+(?:个|人|名|家|项|门|所|次|万|亿|%|倍|种|套|支)/u;

export default defineRule({
  id: "pledge-concrete",
  severity: "warning",
  title: "建设规划写明时间和数量",
  about: "说明二要求“明确时间、内容、结果”。建设规划里一个年份都没有,或一个数量都没有时提示。",
  with: { text: "field" },
  *check({ documents, with: { text: pointer } }) {
    for (const document of documents) {
      const text = textAt(document, pointer)?.normalize("NFKC");
      if (text === undefined) continue;
      const year = YEAR.test(text);
      const figures = FIGURE.test(text.replace(new RegExp(YEAR.source, "gu"), ""));
      if (year && figures) continue;
      const lacking = [...(year ? [] : ["年份"]), ...(figures ? [] : ["数量"])].join("和");
      yield {
        document,
        pointer,
        part: "key",
        message: `${label(document, pointer)}里没有出现${lacking}`,
        hint: "写明哪一年、做到什么程度,例如:到2025年共建产业学院3个",
      };
    }
  },
});
