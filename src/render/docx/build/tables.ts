import { AlignmentType, BorderStyle, Table, TableCell, TableLayoutType, TableRow, VerticalAlign } from "docx";
import type { LayoutBlock, LayoutCell, LayoutLine } from "../../../model/layout.js";
import { type Typography, textWidth } from "../../../model/typography.js";
import { mm } from "../typography.js";
import { balancedWidth } from "./balanced-width.js";
import { type GridCell, gridRows } from "./grid-rows.js";
import type { LayoutParagraphs } from "./paragraphs.js";

/** Height and width of a character of the text, in millimetres. */
function emOf({ styles }: Typography): number {
  return styles.body.size * (25.4 / 72);
}

/** A row with room for a higher text than this, in millimetres, may be divided between two pages. */
const MAX_UNDIVIDED = 45;

/** A table with the rows and columns of the layout. */
export function gridTable({ columns = [], rows = [], repeat = 0 }: LayoutBlock, paragraphs: LayoutParagraphs): Table {
  const em = emOf(paragraphs.typography);
  const spread = rows.map((row) => row.flatMap((cell) => spreadCell(cell, paragraphs)));
  return new Table({
    columnWidths: columns.map(mm),
    width: { size: mm(columns.reduce((sum, width) => sum + width, 0)), type: "dxa" },
    layout: TableLayoutType.FIXED,
    rows: gridRows(spread, columns, repeat).map((cells, index) => {
      const characters = Math.max(...cells.map((cell) => paragraphs.wordLimit(cell)));
      return new TableRow({
        children: cells.map((cell) => tableCell(cell, paragraphs)),
        tableHeader: index < repeat,
        cantSplit: cells.every(
          (cell) => !cell.lines && (paragraphs.wordLimit(cell) * em * em) / cell.width < MAX_UNDIVIDED,
        ),
        // a text needs the more room to be written in, the longer it may be
        height: { value: mm(Math.max(7.4, characters && 16, characters * 0.12)), rule: "atLeast" },
      });
    }),
  });
}

/** Lines in a box as wide as the page's text. */
export function frameTable(lines: LayoutLine[], paragraphs: LayoutParagraphs): Table {
  const width = mm(textWidth(paragraphs.typography));
  return new Table({
    columnWidths: [width],
    width: { size: width, type: "dxa" },
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        height: { value: mm(60), rule: "atLeast" },
        children: [
          new TableCell({
            width: { size: width, type: "dxa" },
            margins: { left: mm(2), right: mm(2), top: mm(1), bottom: mm(1) },
            children: paragraphs.ofLines(lines, AlignmentType.LEFT),
          }),
        ],
      }),
    ],
  });
}

/** A cell with `each` stands for several: one for each field below, such as each year. */
function spreadCell({ each, ...cell }: LayoutCell, paragraphs: LayoutParagraphs): LayoutCell[] {
  if (!each) return [cell];
  return (paragraphs.field(each)?.children ?? []).map(({ pointer }) => ({ ...cell, value: pointer }));
}

function tableCell(cell: GridCell, paragraphs: LayoutParagraphs): TableCell {
  const side = mm(sideMargin(cell, paragraphs));
  const none = { style: BorderStyle.NIL, size: 0 };
  return new TableCell({
    ...(cell.open && { borders: { [cell.open === "above" ? "top" : "bottom"]: none } }),
    ...(cell.cols !== undefined && { columnSpan: cell.cols }),
    ...(cell.rows !== undefined && { rowSpan: cell.rows }),
    width: { size: mm(cell.width), type: "dxa" },
    verticalAlign: cell.limit || cell.lines ? VerticalAlign.TOP : VerticalAlign.CENTER,
    margins: { left: side, right: side, top: mm(0.6), bottom: mm(0.6) },
    children: paragraphs.ofLines(cell.lines ?? [cell], AlignmentType.CENTER),
  });
}

/**
 * Left and right margin of a cell, in millimetres: so wide that the lines of a label are about equally long, and that a
 * vertical label has one character on each line.
 */
function sideMargin(cell: GridCell, paragraphs: LayoutParagraphs): number {
  const usual = 1.5;
  const em = emOf(paragraphs.typography);
  const label = cell.label ? paragraphs.label(cell.label) : cell.value === undefined ? cell.text : undefined;
  if (!label) return usual;
  const available = (cell.width - 2 * usual) / em;
  // a little more than the characters need: programs round differently
  const needed = cell.vertical ? 1.3 : balancedWidth(label + (cell.footnote ? "1" : ""), available) + 0.3;
  return Math.max(usual, (cell.width - needed * em) / 2);
}
