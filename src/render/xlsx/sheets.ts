import ExcelJS from "exceljs";
import type { Sheet, SheetCell } from "../../model/summary.js";
import { fontOf, type Typography } from "../../model/typography.js";
import { displayWidth } from "../../text/display-width.js";
import { paperSize } from "./paper-size.js";
import { workbookBytes } from "./workbook-bytes.js";

const GREY = solidFill("FFE7E6E6");
/** So light that the text can be read when it is printed in grey. */
const TONES = { good: solidFill("FFD5EBD5"), bad: solidFill("FFF6D0CC"), unknown: solidFill("FFFFF2CC") };
const THIN: ExcelJS.Border = { style: "thin", color: { argb: "FF808080" } };
/** Thin borders on all sides of a cell. */
export const BOX: Partial<ExcelJS.Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };

function solidFill(argb: string): ExcelJS.Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

/**
 * Plain tables as a workbook, a sheet for each.
 * @param typography of the form they are about, for the font and the paper
 * @returns bytes of the Excel file, the same for the same tables
 */
export async function sheetsXlsx(sheets: Sheet[], typography: Typography | undefined): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet, typography);
  return workbookBytes(workbook);
}

/** Tables wider than this many characters are not shrunk to one page: they would be too small to read. */
const MAX_PAGE_WIDTH = 260;

/** Adds a table whose header and first columns stay in view, with filters. Numbers stay numbers, and text stays text. */
export function addSheet(
  workbook: ExcelJS.Workbook,
  { name, keep, columns, rows }: Sheet,
  typography: Typography | undefined,
): void {
  const isWide = columns.reduce((sum, { width }) => sum + width, 0) > MAX_PAGE_WIDTH;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", xSplit: keep, ySplit: 1 }],
    pageSetup: {
      ...paperSize(typography),
      orientation: "landscape",
      printTitlesRow: "1:1",
      ...(isWide
        ? { printTitlesColumn: `A:${columnLetter(keep)}` }
        : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
    },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const lines: SheetCell[][] = [columns.map(({ title }) => title), ...rows];
  for (const [index, values] of lines.entries()) {
    const row = sheet.getRow(index + 1);
    row.height = rowHeight(values, columns);
    for (const [column, value] of values.entries()) setCell(row.getCell(column + 1), value, index === 0, typography);
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, rows.length + 1), column: columns.length } };
  sheet.headerFooter = { oddFooter: "&C第 &P 页,共 &N 页" };
}

function setCell(cell: ExcelJS.Cell, value: SheetCell, isHeader: boolean, typography: Typography | undefined): void {
  cell.value = (typeof value === "object" ? value.text : value) ?? null;
  cell.font = { ...(typography && { name: fontOf(typography, "body") }), size: 11, bold: isHeader };
  cell.border = BOX;
  cell.alignment = {
    vertical: "middle",
    horizontal: isHeader ? "center" : typeof value === "number" ? "right" : "left",
    wrapText: true,
  };
  if (isHeader) cell.fill = GREY;
  else if (typeof value === "object") cell.fill = TONES[value.tone];
}

/** Height of a line, and the most that Excel allows for a row, in points. */
const LINE_HEIGHT = 15;
const MAX_ROW_HEIGHT = 409;

/** Height in points of a row that shows all its lines: not every program works it out by itself. */
function rowHeight(values: SheetCell[], columns: Sheet["columns"]): number {
  const lines = values.map((value, column) => {
    const text = String((typeof value === "object" ? value.text : value) ?? "");
    // borders and padding take about the width of a character
    const width = Math.max(1, (columns[column]?.width ?? 1) - 1);
    return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / width)), 0);
  });
  return Math.min(MAX_ROW_HEIGHT, LINE_HEIGHT * Math.max(1, ...lines));
}

/** Letter of one of the first 26 columns. @param number from 1 */
function columnLetter(number: number): string {
  return String.fromCharCode(64 + number);
}
