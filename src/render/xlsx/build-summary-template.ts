import ExcelJS from "exceljs";
import type { SummarySetting } from "../../model/form.js";
import { fontOf, type Typography } from "../../model/typography.js";
import { paperSize } from "./paper-size.js";
import { BOX } from "./sheets.js";
import { workbookBytes } from "./workbook-bytes.js";

/**
 * Builds the template of a summary: its title, a line for who recommends, the header, and one row of tags that is
 * repeated for each document.
 * @returns bytes of the Excel file, the same for the same settings
 */
export async function buildSummaryTemplate(setting: SummarySetting, typography: Typography): Promise<Uint8Array> {
  const { file, title, columns, unit, seal, contact } = setting;
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(file.replace(/\.xlsx$/u, ""), {
    pageSetup: {
      ...paperSize(typography),
      orientation: "portrait",
      horizontalCentered: true,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:3",
    },
  });
  sheet.headerFooter = { oddFooter: "&C— &P —" };
  sheet.columns = columns.map(({ width }) => ({ width }));
  addMergedRow(sheet, 1, title, 48, {
    font: { name: fontOf(typography, "title"), size: 20 },
    alignment: { horizontal: "center", vertical: "middle" },
  });
  addMergedRow(sheet, 2, `${unit}：{{${unit}}}${seal}    ${contact}：{{${contact}}}`, 30, {
    font: { name: fontOf(typography, "body"), size: 12 },
    alignment: { vertical: "middle" },
  });
  for (const [index, column] of columns.entries()) {
    setCell(sheet.getCell(3, index + 1), column.title, fontOf(typography, "heading"), "center");
    setCell(
      sheet.getCell(4, index + 1),
      `{{${column.title}}}`,
      fontOf(typography, "body"),
      column.field ? "left" : "center",
    );
  }
  sheet.getRow(3).height = 28;
  sheet.getRow(4).height = 28;
  return workbookBytes(workbook);
}

/** Adds a row that is one cell across all columns. @param height in points */
function addMergedRow(
  sheet: ExcelJS.Worksheet,
  row: number,
  text: string,
  height: number,
  style: Partial<ExcelJS.Style>,
): void {
  sheet.mergeCells(row, 1, row, sheet.columns.length);
  const cell = sheet.getCell(row, 1);
  cell.value = text;
  cell.style = style;
  sheet.getRow(row).height = height;
}

function setCell(cell: ExcelJS.Cell, text: string, font: string, horizontal: "center" | "left"): void {
  cell.value = text;
  cell.font = { name: font, size: 14 };
  cell.border = BOX;
  cell.alignment = { horizontal, vertical: "middle", wrapText: true };
}
