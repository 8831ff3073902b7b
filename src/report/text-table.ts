import { displayWidth, padToWidth } from "../text/display-width.js";

export interface TextCell {
  text: string;
  /** Colours the text, after it has been padded to the width of its column. */
  paint?: ((text: string) => string) | undefined;
}

/** A table for a terminal, a line for each row. Columns are aligned; East Asian characters take two places. */
export function textTable(rows: TextCell[][]): string[] {
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
