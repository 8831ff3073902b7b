import type { Paint } from "../../model/paint.js";
import type { TextRange } from "../../model/place.js";
import { displayWidth, type Glyph, glyphs } from "../../text/display-width.js";
import { showControlCharacters } from "../../text/printable.js";

/** How a frame is shown. */
export interface FrameStyle {
  /** Width of the terminal in columns. */
  width: number;
  gutter: Paint["dim"];
  caret: Paint["dim"];
}

/** Width of the line numbers and the vertical line beside them, in columns. */
const GUTTER = 8;
/** Fewest columns for a line of text. With fewer, a line would show nothing useful. */
const MIN_WIDTH = 40;
/** Columns between tab stops. */
const TAB = 4;
const MORE = "…";

/**
 * Shows the lines of a range, with marks (^) under the range: the line before, the first and the last line of the range,
 * and how many lines are between them.
 * @param lines all lines of the file
 * @returns six lines at most. Control characters are written out, because a terminal would execute them.
 */
export function codeFrame(
  lines: readonly string[],
  { start, end }: Omit<TextRange, "kind">,
  { width, gutter, caret }: FrameStyle,
): string[] {
  const room = Math.max(MIN_WIDTH, width - GUTTER - 2);
  const lineAt = (number: number) => lines[number - 1] ?? "";
  const numbered = (number: number, shown: string) => `${gutter(`${String(number).padStart(5)} │`)} ${shown}`;
  const beside = (shown: string) => `${gutter("      │")} ${shown}`;
  const marked = (number: number, view: View) => [
    numbered(number, view.shown),
    beside(`${" ".repeat(view.indent)}${caret("^".repeat(view.marked))}`),
  ];

  const before = lineAt(start.line - 1);
  const frame = before.trim() === "" ? [] : [numbered(start.line - 1, fromStart(before, room))];
  // A range that ends before the first character of a line really ends with the line above.
  const last = end.column === 1 ? Math.max(start.line, end.line - 1) : end.line;
  const first = lineAt(start.line);
  if (last === start.line) {
    const to = end.line > last ? first.length : end.column - 1;
    return [...frame, ...marked(start.line, around(first, start.column - 1, to, room, "from"))];
  }
  const closing = lineAt(last);
  const to = end.line > last ? closing.length : end.column - 1;
  const between = last - start.line - 1;
  return [
    ...frame,
    ...marked(start.line, around(first, start.column - 1, first.length, room, "from")),
    ...(between === 1 ? [numbered(last - 1, fromStart(lineAt(last - 1), room))] : []),
    ...(between > 1 ? [beside(gutter(`${MORE} 中间 ${between} 行`))] : []),
    // The indentation of the last line is not marked, because it is not part of the text.
    ...marked(last, around(closing, closing.length - closing.trimStart().length, to, room, "to")),
  ];
}

/** The visible part of a line. */
interface View {
  /** The part, with … where the line continues. */
  shown: string;
  /** Number of columns before the marks, and number of columns to mark. */
  indent: number;
  marked: number;
}

/** Cuts a line to its beginning. @param room columns */
function fromStart(line: string, room: number): string {
  return around(line, 0, 0, room, "from").shown;
}

/**
 * Chooses the part of a line that shows a range of it.
 * @param from offset of the range in the line, in UTF-16 units
 * @param to offset where the range ends, not included
 * @param room width of the part in columns
 * @param end which end of the range to show when there is no room for both
 */
function around(line: string, from: number, to: number, room: number, end: "from" | "to"): View {
  const anchor = end === "from" ? from : Math.max(from, to);
  // A line can be as long as the whole file. To save time, only the text near the range is examined.
  const near = whole(line, anchor - 8 * room, anchor + 8 * room);
  const cells = cellsOf(line.slice(near.from, near.to), near.from);
  const a = indexOf(cells, from);
  const b = Math.max(a + 1, indexOf(cells, to));
  const columnsOf = (start: number, stop: number) =>
    cells.slice(start, stop).reduce((sum, cell) => sum + cell.columns, 0);

  const all = near.from === 0 && near.to === line.length && columnsOf(0, cells.length) <= room;
  let begin = 0;
  if (!all) {
    // Text before the range gets half of the room when the beginning is shown, and nearly all of it when the end is shown.
    let left = end === "from" ? Math.floor(room / 2) : room - 12;
    begin = end === "from" ? a : Math.min(b, cells.length);
    while (begin > 0 && left >= (cells[begin - 1] as Glyph).columns) {
      begin -= 1;
      left -= (cells[begin] as Glyph).columns;
    }
  }
  const head = begin > 0 || near.from > 0 ? MORE : "";
  let finish = begin;
  let left = room - displayWidth(head) - (all ? 0 : displayWidth(MORE));
  while (finish < cells.length && left >= (cells[finish] as Glyph).columns) {
    left -= (cells[finish] as Glyph).columns;
    finish += 1;
  }
  const tail = finish < cells.length || near.to < line.length ? MORE : "";
  return {
    shown:
      head +
      cells
        .slice(begin, finish)
        .map((cell) => cell.text)
        .join("") +
      tail,
    indent: displayWidth(head) + columnsOf(begin, Math.max(a, begin)),
    marked: Math.max(1, columnsOf(Math.max(a, begin), Math.min(b, finish))),
  };
}

/** Moves two offsets into the line, and away from the middle of a surrogate pair. */
function whole(line: string, from: number, to: number): { from: number; to: number } {
  const settled = (at: number) => ((line.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at);
  return { from: settled(Math.max(0, from)), to: settled(Math.min(line.length, to)) };
}

/** A glyph as it is shown, and its offsets in the line (UTF-16 units). */
interface Cell extends Glyph {
  from: number;
  to: number;
}

/** Splits a text into glyphs as a terminal shows them: tabs become spaces, invisible characters are written out. */
function cellsOf(text: string, offset: number): Cell[] {
  let from = offset;
  let column = 0;
  // Nearly every line is shown unchanged. Then there is no need to convert its characters one by one.
  const shownAsIs = showControlCharacters(text) === text;
  const show = (part: string) => (part === "\t" ? " ".repeat(TAB - (column % TAB)) : showControlCharacters(part));
  return glyphs(text).flatMap((glyph) => {
    // a character that is written out has a cell of its own, so that the marks show it alone
    const isWrittenOut = !shownAsIs && show(glyph.text) !== glyph.text;
    const parts = isWrittenOut ? [...glyph.text] : [glyph.text];
    return parts.map((part) => {
      const shown = shownAsIs ? part : show(part);
      const taken = shown === glyph.text ? glyph.columns : displayWidth(shown);
      const cell = { text: shown, columns: taken, from, to: from + part.length };
      from = cell.to;
      column += taken;
      return cell;
    });
  });
}

/** Finds the cell that contains an offset of the line. @returns the number of cells when the offset is after the last */
function indexOf(cells: Cell[], offset: number): number {
  const after = cells.findIndex((cell) => cell.from > offset);
  const last = cells.at(-1);
  if (after >= 0) return Math.max(0, after - 1);
  return last && offset < last.to ? cells.length - 1 : cells.length;
}
