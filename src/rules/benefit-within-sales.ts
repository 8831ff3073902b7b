import { formatAmount, labelOf, numberAt } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";

export default defineRule({
  id: "benefit-within-sales",
  severity: "warning",
  title: "一部分不超过全部",
  about: "一个数是另一个数的一部分,一般不会超过它。",
  with: { part: "field", whole: "field" },
  *check({ documents, with: { part, whole } }) {
    for (const document of documents) {
      const benefit = numberAt(document, part);
      const sales = numberAt(document, whole);
      if (benefit === undefined || sales === undefined || benefit <= sales) continue;
      yield {
        document,
        pointer: part,
        message: `${labelOf(document, part)}是 ${formatAmount(document, part, benefit)},超过了${labelOf(document, whole)} ${formatAmount(document, whole, sales)}`,
        hint: "检查两个数的单位",
      };
    }
  },
});
