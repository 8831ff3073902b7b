import { displayWidth, padToWidth } from "../text/display-width.js";

export interface Cell {
  text: string;
  /** Colours it once it has been set in its column. */
  paint?: (text: string) => string;
}

/** Lines of a table whose columns stand under one another, East Asian characters counted as two. */
export function table(rows: Cell[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column]?.text ?? ""))),
  );
  return rows.map((row) =>
    row
      .map(({ text, paint = (plain) => plain }, column) =>
        column === row.length - 1
          ? paint(text)
          : paint(text) + padToWidth(text, widths[column] ?? 0).slice(text.length),
      )
      .join("  ")
      .trimEnd(),
  );
}
