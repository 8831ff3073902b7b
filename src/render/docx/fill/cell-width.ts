/** What Word leaves on each side of a cell when nothing else is said, in twips: 1.9 mm. */
const USUAL_MARGIN = 108;

/** 5 mm, in twips. A table that gives a cell less does not say how wide the cell will be printed. */
const LEAST_WIDTH = 284;

/** Columns of a grid that are looked at. Word allows 63. */
const MAX_COLUMNS = 200;

interface Margins {
  left: number;
  right: number;
}

interface Cell {
  width?: number;
  span: number;
  margins: Margins;
}

interface Table {
  /** Widths of the grid's columns. */
  columns: number[];
  margins: Margins;
  /** Column of the grid in which the open or next cell begins. */
  column: number;
  cell?: Cell | undefined;
}

/** Follows the tables of a part while its elements are read, and knows the width for text in the innermost open cell. */
export class CellWidth {
  readonly #tables: Table[] = [];

  /**
   * Takes note of an element that begins.
   * @param parent name of the element that it stands in
   */
  open(name: string, attributes: Record<string, string>, parent: string | undefined): void {
    if (name === "w:tbl")
      this.#tables.push({ columns: [], margins: { left: USUAL_MARGIN, right: USUAL_MARGIN }, column: 0 });
    const table = this.#tables.at(-1);
    if (!table) return;
    const number = (attribute: string) => Number(attributes[attribute] ?? 0);
    if (name === "w:gridCol") {
      if (table.columns.length < MAX_COLUMNS) table.columns.push(number("w:w"));
    } else if (name === "w:tr") table.column = 0;
    else if (name === "w:gridBefore") table.column = number("w:val");
    else if (name === "w:tc") table.cell = { span: 1, margins: { ...table.margins } };
    else if (table.cell && name === "w:gridSpan") table.cell.span = number("w:val");
    else if (table.cell && name === "w:tcW" && (attributes["w:type"] ?? "dxa") === "dxa")
      table.cell.width = number("w:w");
    else if (parent === "w:tblCellMar") setMargin(table.margins, name, number("w:w"));
    else if (table.cell && parent === "w:tcMar") setMargin(table.cell.margins, name, number("w:w"));
  }

  /** Takes note of an element that ends. */
  close(name: string): void {
    const table = this.#tables.at(-1);
    if (name === "w:tbl") this.#tables.pop();
    else if (name === "w:tc" && table?.cell) {
      table.column += table.cell.span;
      table.cell = undefined;
    }
  }

  /** Width of the open cell without its margins, in twips; undefined outside cells, and when the table does not say. */
  get textWidth(): number | undefined {
    const { cell, column = 0, columns = [] } = this.#tables.at(-1) ?? {};
    if (!cell) return undefined;
    const gridWidth = columns.slice(column, column + cell.span).reduce((sum, width) => sum + width, 0);
    const width = (cell.width || gridWidth) - cell.margins.left - cell.margins.right;
    return width > LEAST_WIDTH ? width : undefined;
  }
}

function setMargin(margins: Margins, side: string, twips: number): void {
  if (side === "w:left" || side === "w:start") margins.left = twips;
  if (side === "w:right" || side === "w:end") margins.right = twips;
}
