import ExcelJS from "exceljs";
import { TemplateError } from "../../model/errors.js";
import type { SummarySetting } from "../../model/form.js";
import type { Summary, SummaryTable } from "../../model/summary.js";
import { BODY_FONT, HEADING_FONT, TITLE_FONT } from "../docx/typography.js";
import { pack, unpack } from "../docx/zip.js";
import { addSheet, BOX, bytesOf } from "./sheets.js";

/** Builds the template of 附件4: title, who recommends, header, and one row of tags that is repeated. */
export async function buildSummaryTemplate({
  title,
  columns,
  unit,
  seal,
  contact,
}: SummarySetting): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("汇总表", {
    pageSetup: {
      paperSize: 9,
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
  const whole = (row: number, text: string, style: Partial<ExcelJS.Style>, height: number) => {
    sheet.mergeCells(row, 1, row, columns.length);
    const cell = sheet.getCell(row, 1);
    cell.value = text;
    cell.style = style;
    sheet.getRow(row).height = height;
  };
  whole(
    1,
    title,
    { font: { name: TITLE_FONT, size: 20 }, alignment: { horizontal: "center", vertical: "middle" } },
    48,
  );
  whole(
    2,
    `${unit}：{{${unit}}}${seal}    ${contact}：{{${contact}}}`,
    { font: { name: BODY_FONT, size: 12 }, alignment: { vertical: "middle" } },
    30,
  );
  for (const [index, column] of columns.entries()) {
    const head = sheet.getCell(3, index + 1);
    head.value = column.title;
    const body = sheet.getCell(4, index + 1);
    body.value = `{{${column.title}}}`;
    for (const cell of [head, body]) {
      cell.font = { name: cell === head ? HEADING_FONT : BODY_FONT, size: 14 };
      cell.border = BOX;
      cell.alignment = {
        horizontal: cell === head || !column.field ? "center" : "left",
        vertical: "middle",
        wrapText: true,
      };
    }
  }
  sheet.getRow(3).height = 28;
  sheet.getRow(4).height = 28;
  return bytesOf(workbook);
}

/** Fills the template once for each city and adds the further sheets. */
export async function summaryXlsx({ tables, sheets, note }: Summary, template: Uint8Array): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  try {
    // packed anew, the template is sure to unpack to no more than it did here
    await workbook.xlsx.load(pack(unpack(template)).slice().buffer);
  } catch {
    throw new TemplateError("Excel 模板不是 .xlsx 文件,已损坏,或解压后太大");
  }
  const model = workbook.worksheets[0] as ExcelJS.Worksheet;
  model.name = "\u200b";
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  for (const table of tables) fill(workbook, model, { ...table, name: sheetName(table.name, taken) }, note);
  workbook.removeWorksheet(model.id);
  for (const sheet of sheets) addSheet(workbook, sheet);
  return bytesOf(workbook);
}

function fill(
  workbook: ExcelJS.Workbook,
  model: ExcelJS.Worksheet,
  { name, head, rows }: SummaryTable,
  note: string | undefined,
): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      ...model.pageSetup,
      ...(note !== undefined && { printTitlesRow: shifted(model.pageSetup.printTitlesRow) }),
    },
    headerFooter: model.headerFooter,
    views: model.views,
  });
  sheet.columns = (model.columns ?? []).map(({ width }) => ({ width }));
  const repeated = rowOfTags(model, Object.keys(rows[0] ?? {}));
  checkTags(model, { ...head, ...rows[0] });
  /** Row of the template → first row it becomes. */
  const top = note === undefined ? 0 : 1;
  const placed = (row: number) => row + top + (row > repeated ? rows.length - 1 : 0);
  if (note !== undefined) {
    const cell = sheet.getCell(1, 1);
    cell.value = note;
    cell.font = { name: HEADING_FONT, size: 12, bold: true, color: { argb: "FFC00000" } };
  }
  model.eachRow((source, number) => {
    const times = number === repeated ? rows.length : 1;
    for (let index = 0; index < times; index += 1) {
      const row = sheet.getRow(placed(number) + index);
      row.height = source.height;
      source.eachCell({ includeEmpty: true }, (cell, column) => {
        const target = row.getCell(column);
        target.style = structuredClone(cell.style);
        if (!cell.isMerged || cell.master === cell)
          target.value = filled(cell.value, { ...head, ...(number === repeated ? rows[index] : {}) });
      });
    }
  });
  for (const merge of (model.model as unknown as { merges: string[] }).merges) {
    const [from = "", to = from] = merge.split(":");
    const [start, end] = [model.getCell(from), model.getCell(to)];
    sheet.mergeCells(placed(Number(start.row)), Number(start.col), placed(Number(end.row)), Number(end.col));
  }
}

/** Every tag must be known, and every column must have its place: a list of nothing must not pass for a summary. */
function checkTags(model: ExcelJS.Worksheet, values: Record<string, unknown>): void {
  const found = new Map<string, string>();
  model.eachRow((row) => {
    row.eachCell((cell) => {
      for (const [, tag = ""] of cell.text.matchAll(/\{\{([^{}]+)\}\}/gu)) found.set(tag, cell.address);
    });
  });
  for (const [tag, address] of found)
    if (!Object.hasOwn(values, tag)) throw new TemplateError(`Excel 模板 ${address}:没有“${tag}”这一项`);
  for (const tag of Object.keys(values)) if (!found.has(tag)) throw new TemplateError(`Excel 模板缺少 {{${tag}}}`);
}

/** The row that stands for one application: it holds the tags of the columns. */
function rowOfTags(model: ExcelJS.Worksheet, tags: string[]): number {
  let found = 0;
  model.eachRow((row, number) => {
    row.eachCell((cell) => {
      if (found === 0 && tags.some((tag) => cell.text.includes(`{{${tag}}}`))) found = number;
    });
  });
  return found;
}

/** A cell that is one tag takes the value with its type; tags among text are replaced in it. */
function filled(value: ExcelJS.CellValue, values: Record<string, string | number>): ExcelJS.CellValue {
  const text =
    typeof value === "object" && value && "richText" in value ? value.richText.map((run) => run.text).join("") : value;
  if (typeof text !== "string") return value;
  const alone = /^\{\{([^{}]+)\}\}$/u.exec(text)?.[1];
  if (alone !== undefined) return values[alone] ?? null;
  return text.replace(/\{\{([^{}]+)\}\}/gu, (_, tag) => String(values[tag] ?? ""));
}

/** Rows to repeat on each page, one further down. */
function shifted(rows: string | undefined): string | undefined {
  return rows?.replace(/\d+$/u, (last) => String(Number(last) + 1));
}

/** What Excel accepts as the name of a sheet, and no other sheet has. @param taken takes up the name */
function sheetName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[\\/?*[\]:]/gu, " ").trim() || "未填";
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const full = plain.slice(0, 31 - suffix.length) + suffix;
    if (taken.has(full.toLowerCase())) continue;
    taken.add(full.toLowerCase());
    return full;
  }
}
