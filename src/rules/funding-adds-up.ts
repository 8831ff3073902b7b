import { formatAmount, labelOf } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { sumMismatch } from "./support/sums.js";

export default defineRule({
  id: "funding-adds-up",
  severity: "error",
  title: "各项来源合计等于总额",
  about: "各项来源相加,要等于总额,精确到分。",
  with: { parts: "fields", total: "field" },
  *check({ documents, with: { parts, total } }) {
    for (const document of documents) {
      const mismatch = sumMismatch(document, parts, total);
      if (!mismatch) continue;
      const { off } = mismatch;
      yield {
        document,
        pointer: (parts[0] ?? total).replace(/\/[^/]*$/u, ""),
        part: "key",
        message: `${labelOf(document, total)}是 ${formatAmount(document, total, mismatch.total)},来源合计 ${mismatch.sum} = ${formatAmount(document, total, mismatch.actual)},${off > 0 ? "多" : "少"} ${formatAmount(document, total, Math.abs(off))}`,
        hint: "核对各项来源和总额,改到两边相等",
        related: [{ document, pointer: total, message: "总额写在这里" }],
      };
    }
  },
});
