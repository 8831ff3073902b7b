import type { LayoutCell } from "../../../model/layout.js";

/** A cell of a table's grid. */
export type GridCell = LayoutCell & {
  /** In the unit of the columns' widths. */
  width: number;
  /** The side without a border: the cell looks one with the cell beyond. */
  open?: "above" | "below";
};

/**
 * Gives every cell its width, and divides cells that reach from the header rows into the rows below: Word repeats the
 * header rows on each page, and such a row must not share a cell with a row that is not repeated. The upper part of a
 * divided cell stays empty and has no border below; the lower part has the text. Such cells stand at the left end.
 * @param columns widths, in any unit
 * @param headerRows how many of the first rows are repeated on each page
 */
export function gridRows(rows: LayoutCell[][], columns: number[], headerRows: number): GridCell[][] {
  /** For each column, how many more rows the cell above takes. */
  const taken = columns.map(() => 0);
  const placed = rows.map((row) => {
    let column = 0;
    const cells = row.map((cell): GridCell => {
      while ((taken[column] ?? 0) > 0) column += 1;
      const end = column + (cell.cols ?? 1);
      const width = columns.slice(column, end).reduce((sum, each) => sum + each, 0);
      taken.fill(cell.rows ?? 1, column, end);
      column = end;
      return { ...cell, width };
    });
    for (const [at, rest] of taken.entries()) taken[at] = Math.max(0, rest - 1);
    return cells;
  });
  return divideBelowHeader(headerRows, placed);
}

function divideBelowHeader(headerRows: number, rows: GridCell[][]): GridCell[][] {
  const lower: GridCell[] = [];
  const header = rows.slice(0, headerRows).map((row, index) =>
    row.map((cell): GridCell => {
      const inHeader = headerRows - index;
      const below = (cell.rows ?? 1) - inHeader;
      if (below <= 0) return cell;
      lower.push({ ...cell, rows: below, open: "above" });
      const { cols, width } = cell;
      return { ...(cols !== undefined && { cols }), rows: inHeader, width, text: "", open: "below" };
    }),
  );
  return [...header, ...rows.slice(headerRows).map((row, index) => (index === 0 ? [...lower, ...row] : row))];
}
