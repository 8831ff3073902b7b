import { documentName } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { datedDocuments, findByYear } from "./support/dated-documents.js";

export default defineRule({
  id: "same-filing",
  severity: "error",
  title: "同一年度的同一种文件只有一份",
  about: "同一联合体、同一年度的计划、半年总结、年度总结各只有一份。",
  with: { year: "field" },
  compares: true,
  *check({ documents, with: { year } }) {
    const firstFor = findByYear(documents, year);
    for (const { document, ...filing } of datedDocuments(documents, year)) {
      const first = firstFor(filing.consortium, filing.year);
      if (!first || first === document) continue;
      yield {
        document,
        pointer: year,
        message: `“${documentName(document)}”的 ${filing.year} ${document.kindName}已有一份:${first.source.file}`,
        hint: "检查年度和联合体名称;如果是同一份的两个版本,删去旧的",
        related: [{ document: first, pointer: year, message: "另一份" }],
      };
    }
  },
});
