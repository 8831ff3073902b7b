/** A position in a text. Lines and columns are counted from 1, offsets from 0. Columns and offsets count UTF-16 units. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

/** A range in a text, from `start` to `end`. `end` is not included. */
export interface TextRange {
  kind: "text";
  start: Position;
  end: Position;
}

/** A cell of a table in a document that has no lines, such as a Word file. */
export interface DocumentCell {
  kind: "cell";
  /** The part of the file that contains the table, such as `word/footnotes.xml`; undefined for the body. */
  part?: string;
  /**
   * Number of the table in its part, of the row in the table, and of the cell in the row. All count from 1. Table 0 stands
   * for the text outside tables; its rows are paragraphs.
   */
  table: number;
  row: number;
  column: number;
  /** The label printed beside the cell, such as 人员总数. */
  label: string;
  /** The text concerned: offsets from the beginning of the part, in UTF-16 units. */
  offsets?: { start: number; end: number };
}

/** A place in a file. */
export type Place = TextRange | DocumentCell;

/** Makes a range in a text. @param end the position after the last character */
export function textRange(start: Position, end: Position): TextRange {
  return { kind: "text", start, end };
}

const FIRST: Position = { line: 1, column: 1, offset: 0 };

/** The beginning of a text. Findings about the whole file are reported here. */
export const BEGINNING: TextRange = textRange(FIRST, FIRST);

/** Whether a place is in a text. Only such places have lines. */
export function isTextRange(place: Place): place is TextRange {
  return place.kind === "text";
}

/** Compares two places of one file in reading order. @returns a negative number when `a` comes first */
export function comparePlaces(a: Place, b: Place): number {
  if (isTextRange(a) && isTextRange(b)) return a.start.offset - b.start.offset;
  if (isTextRange(a)) return -1;
  if (isTextRange(b)) return 1;
  // The body has no name, so it sorts before the other parts.
  const [part = "", other = ""] = [a.part, b.part];
  if (part !== other) return part < other ? -1 : 1;
  return a.table - b.table || a.row - b.row || a.column - b.column || (a.offsets?.start ?? 0) - (b.offsets?.start ?? 0);
}

/** Formats a cell for people, e.g. `表2 第5行第3格「人员总数」`; a paragraph as `第6段「联合体名称」`. */
export function formatCell({ part, table, row, column, label }: Omit<DocumentCell, "kind">): string {
  const at = table === 0 ? `第${row}段` : `表${table} 第${row}行第${column}格`;
  return `${part === undefined ? "" : `${part} `}${at}「${label}」`;
}

/** Formats a place with its file, e.g. `推荐书.yaml:5:3` or `推荐书.docx 表2 第5行第3格「人员总数」`. */
export function formatPlace(file: string, place: Place): string {
  if (!isTextRange(place)) return `${file} ${formatCell(place)}`;
  return `${file}:${place.start.line}:${place.start.column}`;
}

/** A line (from 1) or a cell, for reports that need no columns. */
export type LineOrCell = { line: number; cell?: never } | { line?: never; cell: Omit<DocumentCell, "kind"> };

/** Gives the line in which a place begins, or the cell that it is. */
export function lineOrCell(place: Place): LineOrCell {
  if (isTextRange(place)) return { line: place.start.line };
  const { kind: _, ...cell } = place;
  return { cell };
}

/**
 * Formats a file with a line or a cell, e.g. `推荐书.yaml:5` or `推荐书.docx 表2 第5行第3格「人员总数」`.
 * @returns the file alone when neither is given
 */
export function formatLineOrCell({ file, line, cell }: { file: string } & Partial<LineOrCell>): string {
  if (cell) return `${file} ${formatCell(cell)}`;
  return line === undefined ? file : `${file}:${line}`;
}
