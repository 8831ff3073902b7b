import { formatAmount, labelOf } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { sumMismatch } from "./support/sums.js";

export default defineRule({
  id: "headcount-adds-up",
  severity: "error",
  title: "分项人数相加等于总人数",
  about: "各分项的人数相加,要等于总人数。",
  with: { parts: "fields", total: "field" },
  *check({ documents, with: { parts, total } }) {
    for (const document of documents) {
      const mismatch = sumMismatch(document, parts, total);
      if (!mismatch) continue;
      yield {
        document,
        pointer: total,
        message: `${labelOf(document, total)}写了 ${formatAmount(document, total, mismatch.total)},${parts.map((part) => labelOf(document, part)).join("")}相加是 ${mismatch.sum} = ${formatAmount(document, total, mismatch.actual)}`,
        hint: "核对三个数,改正写错的一个",
      };
    }
  },
});
