import {
  AlignmentType,
  BorderStyle,
  type ITableCellBorders,
  LineRuleType,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
} from "docx";
import type { Pointer } from "../../../model/json-schema.js";
import type { LayoutLine } from "../../../model/layout.js";
import { textWidth } from "../../../model/typography.js";
import { tagOf } from "../../../text/template-tag.js";
import { mm } from "../typography.js";
import type { LayoutParagraphs } from "./paragraphs.js";

/** The lines of the cover as a table without borders: a label, a line to write the value on, the place of the seal. */
export function coverTable(lines: LayoutLine[], paragraphs: LayoutParagraphs): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const open = { top: none, bottom: none, left: none, right: none };
  const { cover: widths } = paragraphs.typography;
  const { line: height, before } = paragraphs.style("cover");
  return new Table({
    columnWidths: widths.map(mm),
    width: { size: mm(textWidth(paragraphs.typography)), type: "dxa" },
    layout: TableLayoutType.FIXED,
    borders: { ...open, insideHorizontal: none, insideVertical: none },
    rows: lines.map((line) => {
      const cell = (index: number, children: ParagraphChild[], borders: ITableCellBorders = open) =>
        new TableCell({
          width: { size: mm(widths[index] as number), type: "dxa" },
          borders,
          verticalAlign: VerticalAlign.BOTTOM,
          children: [
            new Paragraph({
              spacing: { line: height, lineRule: LineRuleType.EXACT, ...(before !== undefined && { before }) },
              alignment: index === 1 ? AlignmentType.CENTER : AlignmentType.LEFT,
              children,
            }),
          ],
        });
      return new TableRow({
        cantSplit: true,
        children: [
          cell(0, [paragraphs.run(paragraphs.label(line.label as Pointer), "cover")]),
          cell(1, [paragraphs.run(`{{${tagOf([line.value ?? []].flat()[0] as Pointer)}}}`, "cover")], {
            ...open,
            bottom: { style: BorderStyle.SINGLE, size: 6, color: "auto" },
          }),
          cell(2, line.seal ? [paragraphs.run(line.seal, "cover")] : []),
        ],
      });
    }),
  });
}

/** A page of fixed text, such as the instructions for filling in the form. */
export function textPage(
  { title, items }: { title: string; items: string[] },
  paragraphs: LayoutParagraphs,
): Paragraph[] {
  return [
    new Paragraph({ children: [new PageBreak()] }),
    paragraphs.text(title, "pageTitle", { alignment: AlignmentType.CENTER }),
    ...items.map((item) => paragraphs.text(item, "pageItem", { indent: true })),
  ];
}
