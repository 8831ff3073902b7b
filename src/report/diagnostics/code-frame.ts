import type { Paint } from "../../model/paint.js";
import type { TextRange } from "../../model/place.js";
import { displayWidth, type Glyph, glyphs } from "../../text/display-width.js";
import { showControlCharacters } from "../../text/printable.js";

export interface FrameStyle {
  /** Columns of the terminal. */
  width: number;
  gutter: Paint["dim"];
  caret: Paint["dim"];
}

/** Columns of the line numbers and the rule beside them. */
const GUTTER = 8;
/** Narrower than this a line shows nothing of use. */
const LEAST = 40;
const TAB = 4;
const MORE = "…";

/**
 * The lines a range is about, with marks under it: the line before, the first and the last line of the range, and
 * how many lie between.
 * @param lines of the whole file
 * @returns lines, six at most; characters a terminal would obey are spelled out
 */
export function codeFrame(
  lines: readonly string[],
  { start, end }: Omit<TextRange, "kind">,
  { width, gutter, caret }: FrameStyle,
): string[] {
  const room = Math.max(LEAST, width - GUTTER - 2);
  const lineAt = (number: number) => lines[number - 1] ?? "";
  const numbered = (number: number, shown: string) => `${gutter(`${String(number).padStart(5)} │`)} ${shown}`;
  const beside = (shown: string) => `${gutter("      │")} ${shown}`;
  const marked = (number: number, view: View) => [
    numbered(number, view.shown),
    beside(`${" ".repeat(view.indent)}${caret("^".repeat(view.marked))}`),
  ];

  const before = lineAt(start.line - 1);
  const frame = before.trim() === "" ? [] : [numbered(start.line - 1, fromStart(before, room))];
  // a range that ends before the first character of a line ends with the line above
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
    // what a line is indented by is no part of what it says
    ...marked(last, around(closing, closing.length - closing.trimStart().length, to, room, "to")),
  ];
}

interface View {
  /** Part of a line, with … where it goes on. */
  shown: string;
  /** Columns before the marks, and columns to mark. */
  indent: number;
  marked: number;
}

/** The beginning of a line. */
function fromStart(line: string, room: number): string {
  return around(line, 0, 0, room, "from").shown;
}

/**
 * A window of a line that shows a range of it.
 * @param from offset (UTF-16) of the range in the line
 * @param to its end
 * @param room columns
 * @param end which end of the range to show when there is no room for both
 */
function around(line: string, from: number, to: number, room: number, end: "from" | "to"): View {
  const anchor = end === "from" ? from : Math.max(from, to);
  // a line may be as long as a file: what is far from the range is not looked at
  const near = whole(line, anchor - 8 * room, anchor + 8 * room);
  const cells = cellsOf(line.slice(near.from, near.to), near.from);
  const a = indexOf(cells, from);
  const b = Math.max(a + 1, indexOf(cells, to));
  const columnsOf = (start: number, stop: number) =>
    cells.slice(start, stop).reduce((sum, cell) => sum + cell.columns, 0);

  const all = near.from === 0 && near.to === line.length && columnsOf(0, cells.length) <= room;
  let begin = 0;
  if (!all) {
    // half of the room goes to what stands before the beginning, or nearly all to what stands before the end
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

/** Limits moved on to the line, and off the middle of a surrogate pair. */
function whole(line: string, from: number, to: number): { from: number; to: number } {
  const settled = (at: number) => ((line.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at);
  return { from: settled(Math.max(0, from)), to: settled(Math.min(line.length, to)) };
}

/** A glyph as shown, and where in the line it stands (UTF-16). */
interface Cell extends Glyph {
  from: number;
  to: number;
}

/** A line as a terminal shows it: tabs as spaces, what cannot be seen spelled out. */
function cellsOf(text: string, offset: number): Cell[] {
  let from = offset;
  let column = 0;
  // nearly every line is shown as it is: then its characters need not be asked one by one
  const shownAsIs = showControlCharacters(text) === text;
  const show = (glyph: string) => (glyph === "\t" ? " ".repeat(TAB - (column % TAB)) : showControlCharacters(glyph));
  return glyphs(text).map((glyph) => {
    const shown = shownAsIs ? glyph.text : show(glyph.text);
    const taken = shown === glyph.text ? glyph.columns : displayWidth(shown);
    const cell = { text: shown, columns: taken, from, to: from + glyph.text.length };
    from = cell.to;
    column += taken;
    return cell;
  });
}

/** Index of the cell that holds an offset of the line; one past the last when the line ends before. */
function indexOf(cells: Cell[], offset: number): number {
  const after = cells.findIndex((cell) => cell.from > offset);
  const last = cells.at(-1);
  if (after >= 0) return Math.max(0, after - 1);
  return last && offset < last.to ? cells.length - 1 : cells.length;
}
