import type { FormDocument } from "../model/document.js";
import { documentName, titleOf } from "../model/document-values.js";
import type { Pointer } from "../model/json-schema.js";
import { replaces } from "../model/papers.js";
import { defineRule } from "../model/rule.js";
import type { Tracking } from "../model/tracking.js";
import { type DatedDocument, datedDocuments, findByYear } from "./support/dated-documents.js";

export default defineRule({
  id: "same-filing",
  severity: "error",
  title: "同一年度的同一种文件只有一份",
  about:
    "同一申报单位、同一年度的计划和总结,每种各只有一份。报送以后改了重新报送的,写明替代哪一天报的那一份、为什么、哪天改的,原来那一份留着,不算两份。",
  with: { year: "field" },
  compares: true,
  *check({ documents, form: { tracking }, today, with: { year } }) {
    const countedFor = findByYear(documents, year, today);
    for (const { document, ...filing } of datedDocuments(documents, year)) {
      const first = countedFor(filing.consortium, filing.year);
      if (!first || first === document) continue;
      if (tracking && isReplaced(document, filing, documents, year, tracking)) continue;
      yield {
        document,
        pointer: year,
        message: `“${documentName(document)}”的 ${filing.year} ${document.kindName}已有一份:${first.source.file}`,
        hint: `检查${titleOf(document, year)}和${titleOf(document, document.kind.name)};如果是同一份的两个版本,删去没有报送的;报送以后改了的,在新的一份里写明替代哪一份`,
        related: [{ document: first, pointer: year, message: "另一份" }],
      };
    }
  },
});

/** Whether a document of the same consortium and year says that it replaces this one. */
function isReplaced(
  document: FormDocument,
  { consortium, year }: Pick<DatedDocument, "consortium" | "year">,
  documents: FormDocument[],
  yearField: Pointer,
  tracking: Tracking,
): boolean {
  return datedDocuments(documents, yearField).some(
    (other) =>
      other.consortium === consortium &&
      other.year === year &&
      other.document !== document &&
      replaces(other.document, document, tracking) &&
      !replaces(document, other.document, tracking),
  );
}
