import { documentName, titleOf } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { datedDocuments, findByYear } from "./support/dated-documents.js";

export default defineRule({
  id: "same-filing",
  severity: "error",
  title: "同一年度的同一种文件只有一份",
  about: "同一申报单位、同一年度的计划和总结,每种各只有一份。",
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
        hint: `检查${titleOf(document, year)}和${titleOf(document, document.kind.name)};如果是同一份的两个版本,删去旧的`,
        related: [{ document: first, pointer: year, message: "另一份" }],
      };
    }
  },
});
