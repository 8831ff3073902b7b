/** What Word leaves on each side of a cell when nothing says: 1.9 mm. */
const USUAL_MARGIN = 108;

/** 5 mm: what says less says nothing of what is to be printed there. */
const LEAST = 284;

interface Margins {
  left: number;
  right: number;
}

interface Table {
  columns: number[];
  margins: Margins;
  /** Where in the grid the open or next cell begins. */
  column: number;
  cell?: { width?: number; span: number; margins: Margins };
}

/** Follows the tables of a Word part while it is read, and knows how much room the innermost open cell has. */
export class CellWidth {
  readonly #tables: Table[] = [];

  /** @param outer name of the element that this one begins in */
  open(name: string, attributes: Record<string, string>, outer: string | undefined): void {
    if (name === "w:tbl")
      this.#tables.push({ columns: [], margins: { left: USUAL_MARGIN, right: USUAL_MARGIN }, column: 0 });
    const table = this.#tables.at(-1);
    if (!table) return;
    const { cell } = table;
    const number = (attribute: string) => Number(attributes[attribute] ?? 0);
    if (name === "w:gridCol") table.columns.push(number("w:w"));
    else if (name === "w:tr") table.column = 0;
    else if (name === "w:gridBefore") table.column = number("w:val");
    else if (name === "w:tc") table.cell = { span: 1, margins: { ...table.margins } };
    else if (cell && name === "w:gridSpan") cell.span = number("w:val");
    else if (cell && name === "w:tcW" && (attributes["w:type"] ?? "dxa") === "dxa") cell.width = number("w:w");
    else if (outer === "w:tblCellMar" || (cell && outer === "w:tcMar")) {
      const { margins } = outer === "w:tcMar" && cell ? cell : table;
      if (name === "w:left" || name === "w:start") margins.left = number("w:w");
      if (name === "w:right" || name === "w:end") margins.right = number("w:w");
    }
  }

  close(name: string): void {
    const table = this.#tables.at(-1);
    if (name === "w:tbl") this.#tables.pop();
    else if (name === "w:tc" && table?.cell) {
      table.column += table.cell.span;
      table.cell = undefined;
    }
  }

  /** Width of the cell less its margins, in twentieths of a point; undefined outside tables, or when nothing says. */
  get room(): number | undefined {
    const { cell, column, columns } = this.#tables.at(-1) ?? {};
    if (!cell) return undefined;
    const inGrid = columns?.slice(column, (column ?? 0) + cell.span).reduce((sum, width) => sum + width, 0);
    const width = cell.width || inGrid;
    const room = (width ?? 0) - cell.margins.left - cell.margins.right;
    return room > LEAST ? room : undefined;
  }
}
