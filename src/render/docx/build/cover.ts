import {
  AlignmentType,
  BorderStyle,
  type ITableCellBorders,
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
import { tagOf } from "../../../text/template-tag.js";
import { HEADING_FONT, mm, SIZE, TEXT_WIDTH, TITLE_FONT } from "../typography.js";
import { type LayoutParagraphs, LINE_SPACING, textParagraph, textRun } from "./paragraphs.js";

/** The title in the middle of the cover. */
export function titleParagraph(title: string): Paragraph {
  return textParagraph(title, {
    font: TITLE_FONT,
    size: SIZE.title,
    line: 720,
    alignment: AlignmentType.CENTER,
    before: 2200,
    after: 2000,
  });
}

/** The lines of the cover as a table without borders: a label, a line to write the value on, the place of the seal. */
export function coverTable(lines: LayoutLine[], paragraphs: LayoutParagraphs): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const open = { top: none, bottom: none, left: none, right: none };
  const widths = [36, 92, 30];
  return new Table({
    columnWidths: widths.map(mm),
    width: { size: mm(TEXT_WIDTH), type: "dxa" },
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
              spacing: { ...LINE_SPACING, line: 400, before: 240 },
              alignment: index === 1 ? AlignmentType.CENTER : AlignmentType.LEFT,
              children,
            }),
          ],
        });
      return new TableRow({
        cantSplit: true,
        children: [
          cell(0, [textRun(paragraphs.label(line.label as Pointer), SIZE.mark)]),
          cell(1, [textRun(`{{${tagOf([line.value ?? []].flat()[0] as Pointer)}}}`, SIZE.mark)], {
            ...open,
            bottom: { style: BorderStyle.SINGLE, size: 6, color: "auto" },
          }),
          cell(2, line.seal ? [textRun(line.seal, SIZE.mark)] : []),
        ],
      });
    }),
  });
}

/** A page of fixed text, such as the instructions for filling in the form. */
export function textPage({ title, items }: { title: string; items: string[] }): Paragraph[] {
  return [
    new Paragraph({ children: [new PageBreak()] }),
    textParagraph(title, {
      font: HEADING_FONT,
      size: SIZE.mark,
      line: 600,
      alignment: AlignmentType.CENTER,
      before: 400,
      after: 400,
    }),
    ...items.map((item) => textParagraph(item, { indent: true, after: 120 })),
  ];
}
