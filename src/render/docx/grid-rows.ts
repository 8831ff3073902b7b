import type { LayoutCell } from "../../model/layout.js";

/** A cell with its width; a side may be left open, so that it looks one with the cell beyond. */
export type GridCell = LayoutCell & { width: number; open?: "above" | "below" };

/**
 * Gives every cell its width, and divides those that reach from rows repeated on each page into the
 * rows below: a row that is repeated must not share a cell with one that is not. The upper part stays
 * empty and open below, the text stands in the lower part. Such cells stand at the left end of a row.
 * @param columns widths, in any unit
 * @param repeat how many of the first rows are repeated
 */
export function gridRows(rows: LayoutCell[][], columns: number[], repeat: number): GridCell[][] {
  const held = columns.map(() => 0);
  const placed = rows.map((row) => {
    let column = 0;
    const cells = row.map((cell): GridCell => {
      while ((held[column] ?? 0) > 0) column += 1;
      const end = column + (cell.cols ?? 1);
      const width = columns.slice(column, end).reduce((sum, each) => sum + each, 0);
      held.fill(cell.rows ?? 1, column, end);
      column = end;
      return { ...cell, width };
    });
    for (const [at, rest] of held.entries()) held[at] = Math.max(0, rest - 1);
    return cells;
  });
  return divideAt(repeat, placed);
}

function divideAt(repeat: number, rows: GridCell[][]): GridCell[][] {
  const lower: GridCell[] = [];
  const upper = rows.slice(0, repeat).map((row, index) =>
    row.map((cell): GridCell => {
      const above = repeat - index;
      const below = (cell.rows ?? 1) - above;
      if (below <= 0) return cell;
      lower.push({ ...cell, rows: below, open: "above" });
      return { cols: cell.cols, rows: above, width: cell.width, text: "", open: "below" };
    }),
  );
  return [...upper, ...rows.slice(repeat).map((row, index) => (index === 0 ? [...lower, ...row] : row))];
}
