import { SaxesParser } from "saxes";

/** A row of a table in a Word part. */
export interface Row {
  /** Offsets of `<w:tr …>` and past `</w:tr>`. */
  start: number;
  end: number;
  /** The row below it in the same table. */
  next?: Row;
  cells: Cell[];
}

export interface Cell {
  start: number;
  end: number;
  /** Columns of the grid it takes. */
  from: number;
  to: number;
  /** Where it says that it is merged with the cell above or below, if it is. */
  merge?: { start: number; end: number; continues: boolean };
}

/** Finds the rows of all tables in a Word part, each outer one before those inside it. */
export function rowsOf(xml: string): Row[] {
  const found: Row[] = [];
  const tables: { row?: Row; cell?: Cell; column: number }[] = [];
  const parser = new SaxesParser();
  const tagStart = () => xml.lastIndexOf("<", parser.position - 1);

  parser.on("opentag", ({ name, attributes }) => {
    if (name === "w:tbl") tables.push({ column: 0 });
    const table = tables.at(-1);
    if (!table) return;
    const value = Number(attributes["w:val"]);
    if (name === "w:tr") {
      const row: Row = { start: tagStart(), end: 0, cells: [] };
      if (table.row) table.row.next = row;
      Object.assign(table, { row, column: 0 });
      found.push(row);
    } else if (name === "w:gridBefore") table.column = value;
    else if (name === "w:tc") {
      table.cell = { start: tagStart(), end: 0, from: table.column, to: table.column + 1 };
      table.row?.cells.push(table.cell);
    } else if (table.cell && name === "w:gridSpan") table.cell.to = table.cell.from + value;
    else if (table.cell && name === "w:vMerge")
      table.cell.merge = { start: tagStart(), end: 0, continues: attributes["w:val"] !== "restart" };
  });
  parser.on("closetag", ({ name }) => {
    const table = tables.at(-1);
    if (name === "w:tbl") tables.pop();
    else if (table?.row && name === "w:tr") table.row.end = parser.position;
    else if (table?.cell && name === "w:vMerge" && table.cell.merge) table.cell.merge.end = parser.position;
    else if (table?.cell && name === "w:tc") {
      table.cell.end = parser.position;
      table.column = table.cell.to;
      table.cell = undefined;
    }
  });
  parser.write(xml).close();
  return found;
}
