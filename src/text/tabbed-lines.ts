import { BULLET, ITEM_NUMBER, MARK } from "./bullets.js";

/** A table pasted from Word or Excel: its cells stand between tabs. */
export interface TabbedTable {
  /** Its first line, and the line after its last one. */
  from: number;
  to: number;
  /** As many cells in each row. The first row is the header. */
  rows: string[][];
}

/** What the tabs of a text are: the tables that they make, and the tabs that stand alone. */
export interface TabbedLines {
  tables: TabbedTable[];
  /** Tabs within a line that is no row: its number, and the columns of the tabs and the spaces beside them. */
  others: { line: number; from: number; to: number }[];
}

/** Columns that Word allows in a table. */
export const MAX_TABLE_COLUMNS = 63;

/** What a list that is pasted from Word has before the tab: a bullet, or a number as 1. or （一）. */
const LABEL = new RegExp(`^(?:[${BULLET}${MARK}]|${ITEM_NUMBER})$`, "u");

/** A bullet is no cell: it ends a table. */
const BULLETED = new RegExp(`^\\s*[${BULLET}${MARK}]\\s*\t`, "u");

/** A backslash before a `|` or at the end of a cell would escape the `|` of the table. */
const CANNOT_WRITE = /\\(?:\||$)/u;

/** A longer cell, or one with several sentences, is prose. */
const MAX_SHORT_CELL = 30;

/**
 * Finds out what the tabs in a text are. Two or more lines with tabs are a table, unless they are a numbered list or
 * paragraphs of prose. Tabs at the beginning and end of other lines are indents, and nobody sees them.
 */
export function tabbedLines(lines: readonly string[]): TabbedLines {
  const found: TabbedLines = { tables: [], others: [] };
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (lines[to]?.includes("\t") && !(to > from && BULLETED.test(lines[to] as string))) to += 1;
    const table = to - from > 1 ? tableOf(lines.slice(from, to), from) : undefined;
    if (table) found.tables.push(table);
    else for (let line = from; line < to; line += 1) found.others.push(...tabsWithin(lines[line] as string, line));
    from = Math.max(to, from + 1);
  }
  return found;
}

function tableOf(lines: readonly string[], from: number): TabbedTable | undefined {
  const rows = withoutBlankColumns(lines.map((line) => line.split("\t").map((cell) => cell.trim())));
  const columns = rows[0]?.length ?? 0;
  if (columns < 2 || columns > MAX_TABLE_COLUMNS || rows.flat().some((cell) => CANNOT_WRITE.test(cell)))
    return undefined;
  const isList = columns === 2 && rows.every(([label = ""]) => LABEL.test(label));
  // rows of a table with merged cells may be shorter, but those of two columns would be stray tabs
  const tabs = lines.map((line) => line.split("\t").length - 1);
  const same = tabs.filter((each) => each === Math.max(...tabs)).length;
  const isEven = columns === 2 ? same === lines.length : same > 1;
  const hasShortColumn = rows[0]?.some((_, column) => rows.every((row) => isShort(row[column] ?? "")));
  return !isList && isEven && hasShortColumn ? { from, to: from + lines.length, rows } : undefined;
}

function isShort(cell: string): boolean {
  return cell.length <= MAX_SHORT_CELL && !/[。；！？]/u.test(cell);
}

/** Gives all rows the same number of cells, and removes columns that are blank from top to bottom. */
function withoutBlankColumns(rows: string[][]): string[][] {
  const columns = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) => column);
  const used = columns.filter((column) => rows.some((row) => (row[column] ?? "") !== ""));
  return rows.map((row) => used.map((column) => row[column] ?? ""));
}

function tabsWithin(line: string, number: number): TabbedLines["others"] {
  const [start, end] = [line.length - line.trimStart().length, line.trimEnd().length];
  return [...line.slice(start, end).matchAll(/ *\t[ \t]*/gu)].map(({ 0: tabs, index }) => ({
    line: number,
    from: start + index,
    to: start + index + tabs.length,
  }));
}

/** Writes a table in Markdown, one line for each row and one below the header. */
export function markdownTable(rows: readonly string[][]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const [header = [], ...others] = rows;
  return [line(header), `|${"---|".repeat(header.length)}`, ...others.map(line)];
}
