import ExcelJS from "exceljs";
import { TemplateError } from "../../model/errors.js";
import type { Summary, SummaryTable } from "../../model/summary.js";
import { fontOf, type Typography } from "../../model/typography.js";
import { withoutAnyInvisible } from "../../text/invisible.js";
import { pack } from "../opc/pack.js";
import { unpack } from "../opc/unpack.js";
import { addSheet } from "./sheets.js";
import { workbookBytes } from "./workbook-bytes.js";

/**
 * Fills in the template of a summary once for each city, and adds the further sheets.
 * @param template bytes of the Excel file
 * @param typography of the form, for what is not in the template
 * @returns bytes of the workbook, the same for the same content
 * @throws {TemplateError} when the template cannot be opened, has tags that are not known, or lacks one
 */
export async function summaryXlsx(
  { tables, sheets, note }: Summary,
  template: Uint8Array,
  typography: Typography | undefined,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  try {
    // exceljs has no limits: packed anew, the template is sure to unpack to no more than it did here
    await workbook.xlsx.load(pack(unpack(template)).slice().buffer);
  } catch {
    throw new TemplateError("Excel 模板不是 .xlsx 文件,已损坏,或解压后太大");
  }
  const model = workbook.worksheets[0] as ExcelJS.Worksheet;
  // a name that no other sheet has, until the model is removed
  model.name = "\u200b";
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  for (const table of tables)
    fillSheet(workbook, model, { ...table, name: sheetName(table.name, taken) }, { note, typography });
  workbook.removeWorksheet(model.id);
  for (const sheet of sheets) addSheet(workbook, sheet, typography);
  return workbookBytes(workbook);
}

/** Adds a copy of the model sheet with the values of a table. @param note a line above everything else */
function fillSheet(
  workbook: ExcelJS.Workbook,
  model: ExcelJS.Worksheet,
  { name, head, rows }: SummaryTable,
  { note, typography }: { note: string | undefined; typography: Typography | undefined },
): void {
  const { printTitlesRow } = model.pageSetup;
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      ...model.pageSetup,
      ...(note !== undefined && printTitlesRow !== undefined && { printTitlesRow: oneRowFurther(printTitlesRow) }),
    },
    headerFooter: model.headerFooter,
    views: model.views,
  });
  sheet.columns = (model.columns ?? []).map(({ width }) => (width === undefined ? {} : { width }));
  checkTags(model, { ...head, ...rows[0] });
  if (note !== undefined) setNote(sheet.getCell(1, 1), note, typography);
  const repeated = findTagRow(model, Object.keys(rows[0] ?? {}));
  const top = note === undefined ? 0 : 1;
  /** The first row that a row of the template becomes. */
  const placed = (row: number) => row + top + (row > repeated ? rows.length - 1 : 0);
  model.eachRow((source, number) => {
    if (number !== repeated) copyRow(source, sheet.getRow(placed(number)), head);
    else
      for (const [index, values] of rows.entries())
        copyRow(source, sheet.getRow(placed(number) + index), { ...head, ...values });
  });
  for (const merge of (model.model as unknown as { merges: string[] }).merges) {
    const [from = "", to = from] = merge.split(":");
    const [start, end] = [model.getCell(from), model.getCell(to)];
    sheet.mergeCells(placed(Number(start.row)), Number(start.col), placed(Number(end.row)), Number(end.col));
  }
}

type Values = Record<string, string | number>;

function copyRow(source: ExcelJS.Row, target: ExcelJS.Row, values: Values): void {
  target.height = source.height;
  source.eachCell({ includeEmpty: true }, (cell, column) => {
    const copy = target.getCell(column);
    // cells of exceljs share their styles: a change of one would change the others
    copy.style = structuredClone(cell.style);
    if (!cell.isMerged || cell.master === cell) copy.value = fillCell(cell.value, values);
  });
}

function setNote(cell: ExcelJS.Cell, note: string, typography: Typography | undefined): void {
  cell.value = note;
  cell.font = {
    ...(typography && { name: fontOf(typography, "heading") }),
    size: 12,
    bold: true,
    color: { argb: "FFC00000" },
  };
}

/**
 * Every tag must be known, and every column must have its tag: or a sheet without values would pass for a summary.
 * @throws {TemplateError} otherwise
 */
function checkTags(model: ExcelJS.Worksheet, values: Values): void {
  const addresses = new Map<string, string>();
  model.eachRow((row) => {
    row.eachCell((cell) => {
      for (const [, tag = ""] of cell.text.matchAll(/\{\{([^{}]+)\}\}/gu)) addresses.set(tag, cell.address);
    });
  });
  for (const [tag, address] of addresses)
    if (!Object.hasOwn(values, tag)) throw new TemplateError(`Excel 模板 ${address}:没有“${tag}”这一项`);
  for (const tag of Object.keys(values)) if (!addresses.has(tag)) throw new TemplateError(`Excel 模板缺少 {{${tag}}}`);
}

/** Number of the row that is repeated for each document: it has the tags of the columns. 0 when there is none. */
function findTagRow(model: ExcelJS.Worksheet, tags: string[]): number {
  let found = 0;
  model.eachRow((row, number) => {
    row.eachCell((cell) => {
      if (found === 0 && tags.some((tag) => cell.text.includes(`{{${tag}}}`))) found = number;
    });
  });
  return found;
}

/** A cell with just one tag takes the value as a number or text; tags among other text are replaced in it. */
function fillCell(value: ExcelJS.CellValue, values: Values): ExcelJS.CellValue {
  const text =
    typeof value === "object" && value && "richText" in value ? value.richText.map((run) => run.text).join("") : value;
  if (typeof text !== "string") return value;
  const onlyTag = /^\{\{([^{}]+)\}\}$/u.exec(text)?.[1];
  if (onlyTag !== undefined) return values[onlyTag] ?? null;
  return text.replace(/\{\{([^{}]+)\}\}/gu, (_, tag) => String(values[tag] ?? ""));
}

/** The range of rows to repeat on each page, such as `1:3`, with its end one row further down. */
function oneRowFurther(rows: string): string {
  return rows.replace(/\d+$/u, (last) => String(Number(last) + 1));
}

/** Characters that Excel does not allow in the name of a sheet, or that XML cannot hold. */
const NOT_IN_NAMES = /[\\/?*[\]:\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Most UTF-16 units in the name of a sheet. */
const MAX_NAME = 31;

/** Removes what must not stand at the ends of a name: spaces and apostrophes. */
function withoutEdges(name: string): string {
  return name.replace(/^[\s']+|[\s']+$/gu, "") || "未填";
}

/** Cuts a text to a length in UTF-16 units, not within a character. */
function clip(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Cs}$/u, "");
}

/** A name that Excel accepts for a sheet, and that no other sheet has. @param taken gets the name added */
function sheetName(name: string, taken: Set<string>): string {
  const plain = withoutEdges(withoutAnyInvisible(name).replace(NOT_IN_NAMES, " "));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const full = withoutEdges(clip(plain, MAX_NAME - suffix.length)) + suffix;
    // Excel keeps this name for itself
    if (full.toLowerCase() === "history") continue;
    if (taken.has(full.toLowerCase())) continue;
    taken.add(full.toLowerCase());
    return full;
  }
}
