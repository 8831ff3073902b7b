import ExcelJS from "exceljs";
import type { Sheet, SheetCell } from "../../model/summary.js";
import { displayWidth as widthOf } from "../../text/display-width.js";
import { BODY_FONT } from "../docx/typography.js";
import { clearTimestamps } from "../docx/zip.js";

const GREY = solid("FFE7E6E6");
/** Light enough to be read on when printed in grey. */
const TONES = { good: solid("FFD5EBD5"), bad: solid("FFF6D0CC"), unknown: solid("FFFFF2CC") };
const THIN: ExcelJS.Border = { style: "thin", color: { argb: "FF808080" } };
export const BOX: Partial<ExcelJS.Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };

function solid(argb: string): ExcelJS.Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

/** Plain tables as a workbook. */
export async function sheetsXlsx(sheets: Sheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet);
  return bytesOf(workbook);
}

/** A table with a header that stays in view and filters; numbers stay numbers, text stays text. */
export function addSheet(workbook: ExcelJS.Workbook, { name, keep, columns, rows }: Sheet): void {
  const wide = columns.reduce((sum, { width }) => sum + width, 0) > WIDEST;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", xSplit: keep, ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      printTitlesRow: "1:1",
      ...(wide ? { printTitlesColumn: `A:${sheetColumn(keep)}` } : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
    },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const lines: SheetCell[][] = [columns.map(({ title }) => title), ...rows];
  for (const [index, values] of lines.entries()) {
    const row = sheet.getRow(index + 1);
    row.height = heightOf(values, columns);
    for (const [column, value] of values.entries()) {
      const cell = row.getCell(column + 1);
      cell.value = (typeof value === "object" ? value.text : value) ?? null;
      cell.font = { name: BODY_FONT, size: 11, bold: index === 0 };
      cell.border = BOX;
      cell.alignment = {
        vertical: "middle",
        horizontal: index === 0 ? "center" : typeof value === "number" ? "right" : "left",
        wrapText: true,
      };
      if (index === 0) cell.fill = GREY;
      else if (typeof value === "object") cell.fill = TONES[value.tone];
    }
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, rows.length + 1), column: columns.length } };
  sheet.headerFooter = { oddFooter: "&C第 &P 页,共 &N 页" };
}

/** Points that a line takes, and the most that a row may be high. */
const LINE = 15;
const HIGHEST = 409;

/** Height of a row that shows all its lines: not every program finds it out by itself. */
function heightOf(values: SheetCell[], columns: Sheet["columns"]): number {
  const lines = values.map((value, column) => {
    const text = String((typeof value === "object" ? value.text : value) ?? "");
    // borders and padding take about the room of a character
    const room = Math.max(1, (columns[column]?.width ?? 1) - 1);
    return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
  });
  return Math.min(HIGHEST, LINE * Math.max(1, ...lines));
}

/** Wider than this many characters, a table shrunk to one page is too small to read. */
const WIDEST = 260;

function sheetColumn(number: number): string {
  return String.fromCharCode(64 + number);
}

/** The workbook's bytes, the same for the same content. */
export async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  workbook.creator = "ptc";
  workbook.lastModifiedBy = "ptc";
  return clearTimestamps(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer), {
    "xl/styles.xml": orderedFonts,
  });
}

/** The standard fixes the order of a font's properties, which exceljs writes in another. */
function orderedFonts(xml: string): string {
  const order = ["b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];
  const rank = (property: string) => order.indexOf(/^<(\w+)/u.exec(property)?.[1] ?? "");
  return xml.replace(/<font>(.*?)<\/font>/gsu, (_, inner: string) => {
    const properties = inner.match(/<[^>]+\/>/gu) ?? [];
    return `<font>${properties.sort((a, b) => rank(a) - rank(b)).join("")}</font>`;
  });
}
