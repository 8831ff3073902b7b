import { AlignmentType, BorderStyle, Table, TableCell, TableLayoutType, TableRow, VerticalAlign } from "docx";
import type { LayoutBlock, LayoutCell, LayoutLine } from "../../model/layout.js";
import type { LineWriter } from "./build-lines.js";
import { evenWidth } from "./even-lines.js";
import { type GridCell, gridRows } from "./grid-rows.js";
import { mm, SIZE, TEXT_WIDTH } from "./typography.js";

/** Height and width of a character of the text, in millimetres. */
const EM = (SIZE.body / 2) * (25.4 / 72);
/** Millimetres of text above which a row may run on to the next page. */
const SPLIT = 45;

/** A table as the layout has it. */
export function gridTable({ columns = [], rows = [], repeat = 0 }: LayoutBlock, writer: LineWriter): Table {
  const spread = rows.map((row) => row.flatMap((cell) => spreadCell(cell, writer)));
  return new Table({
    columnWidths: columns.map(mm),
    width: { size: mm(columns.reduce((sum, width) => sum + width, 0)), type: "dxa" },
    layout: TableLayoutType.FIXED,
    rows: gridRows(spread, columns, repeat).map((cells, index) => {
      const characters = Math.max(...cells.map((cell) => writer.wordLimit(cell)));
      return new TableRow({
        children: cells.map((cell) => tableCell(cell, writer)),
        tableHeader: index < repeat,
        cantSplit: cells.every((cell) => !cell.lines && (writer.wordLimit(cell) * EM * EM) / cell.width < SPLIT),
        // a text to be written wants room, the more the longer it may be
        height: { value: mm(Math.max(7.4, characters && 16, characters * 0.12)), rule: "atLeast" },
      });
    }),
  });
}

/** Lines in a box as wide as the text. */
export function frameTable(lines: LayoutLine[], writer: LineWriter): Table {
  return new Table({
    columnWidths: [mm(TEXT_WIDTH)],
    width: { size: mm(TEXT_WIDTH), type: "dxa" },
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        height: { value: mm(60), rule: "atLeast" },
        children: [
          new TableCell({
            width: { size: mm(TEXT_WIDTH), type: "dxa" },
            margins: { left: mm(2), right: mm(2), top: mm(1), bottom: mm(1) },
            children: writer.lines(lines, AlignmentType.LEFT),
          }),
        ],
      }),
    ],
  });
}

/** `each` stands for a cell a year. */
function spreadCell({ each, ...cell }: LayoutCell, writer: LineWriter): LayoutCell[] {
  if (!each) return [cell];
  return (writer.field(each)?.children ?? []).map(({ pointer }) => ({ ...cell, value: pointer }));
}

function tableCell(cell: GridCell, writer: LineWriter): TableCell {
  const side = mm(sideMargin(cell, writer));
  const none = { style: BorderStyle.NIL, size: 0 };
  return new TableCell({
    borders: cell.open && { [cell.open === "above" ? "top" : "bottom"]: none },
    columnSpan: cell.cols,
    rowSpan: cell.rows,
    width: { size: mm(cell.width), type: "dxa" },
    verticalAlign: cell.limit || cell.lines ? VerticalAlign.TOP : VerticalAlign.CENTER,
    margins: { left: side, right: side, top: mm(0.6), bottom: mm(0.6) },
    children: writer.lines(cell.lines ?? [cell], AlignmentType.CENTER),
  });
}

/** Left and right margin of a cell in millimetres: labels get lines of even length, vertical ones a character a line. */
function sideMargin(cell: GridCell, writer: LineWriter): number {
  const usual = 1.5;
  const label = cell.label ? writer.label(cell.label) : cell.value === undefined ? cell.text : undefined;
  if (!label) return usual;
  const room = (cell.width - 2 * usual) / EM;
  // a little more than the characters need: readers round differently
  const even = cell.vertical ? 1.3 : evenWidth(label + (cell.footnote ? "1" : ""), room) + 0.3;
  return Math.max(usual, (cell.width - even * EM) / 2);
}
