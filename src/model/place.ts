/** A position in a text: line and column count from 1, offset from 0; columns and offsets count UTF-16 units. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

/** A range in a text: from `start` up to, not including, `end`. */
export interface TextRange {
  kind: "text";
  start: Position;
  end: Position;
}

/** A cell of a table in a document that has no lines, such as a Word file. */
export interface DocumentCell {
  kind: "cell";
  /** The part of the file that holds the table, such as `word/footnotes.xml`; undefined for its body. */
  part?: string;
  /** Number of the table in its part, and of the row and the cell in the table, all from 1. */
  table: number;
  row: number;
  column: number;
  /** The label printed beside the cell, such as 人员总数. */
  label: string;
  /** What is meant within the part: UTF-16 units from its beginning. */
  offsets?: { start: number; end: number };
}

/** Where something stands in a file. */
export type Place = TextRange | DocumentCell;

/** A range in a text. */
export function textRange(start: Position, end: Position): TextRange {
  return { kind: "text", start, end };
}

const FIRST: Position = { line: 1, column: 1, offset: 0 };

/** The beginning of a text, where what concerns the whole file is reported. */
export const BEGINNING: TextRange = textRange(FIRST, FIRST);

/** Whether a place is in a text, and so has lines. */
export function isTextRange(place: Place): place is TextRange {
  return place.kind === "text";
}

/** Orders places of one file as they are read; negative when `a` comes first. */
export function comparePlaces(a: Place, b: Place): number {
  if (isTextRange(a) && isTextRange(b)) return a.start.offset - b.start.offset;
  if (isTextRange(a)) return -1;
  if (isTextRange(b)) return 1;
  // the body comes before the other parts
  const [part = "", other = ""] = [a.part, b.part];
  if (part !== other) return part < other ? -1 : 1;
  return a.table - b.table || a.row - b.row || a.column - b.column || (a.offsets?.start ?? 0) - (b.offsets?.start ?? 0);
}

/** A cell in words: `表2 第5行第3格「人员总数」`. */
export function formatCell({ part, table, row, column, label }: Omit<DocumentCell, "kind">): string {
  return `${part === undefined ? "" : `${part} `}表${table} 第${row}行第${column}格「${label}」`;
}

/** A place with its file: `推荐书.yaml:5:3`, or `推荐书.docx 表2 第5行第3格「人员总数」`. */
export function formatPlace(file: string, place: Place): string {
  if (!isTextRange(place)) return `${file} ${formatCell(place)}`;
  return `${file}:${place.start.line}:${place.start.column}`;
}

/** A line or a cell, as reports that need no columns keep it. */
export type LineOrCell = { line: number; cell?: never } | { line?: never; cell: Omit<DocumentCell, "kind"> };

/** The line a place begins in, or the cell it is. */
export function lineOrCell(place: Place): LineOrCell {
  if (isTextRange(place)) return { line: place.start.line };
  const { kind: _, ...cell } = place;
  return { cell };
}

/** A file with a line or a cell of it, or alone: `推荐书.yaml:5`, `推荐书.docx 表2 第5行第3格「人员总数」`. */
export function formatLineOrCell({ file, line, cell }: { file: string } & Partial<LineOrCell>): string {
  if (cell) return `${file} ${formatCell(cell)}`;
  return line === undefined ? file : `${file}:${line}`;
}
