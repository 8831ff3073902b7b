import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Span } from "./spans.js";

/** A row of a table in a part. */
export interface TableRow extends Span {
  /** The row below it in the same table. */
  next?: TableRow;
  cells: TableCell[];
}

export interface TableCell extends Span {
  /** Column of the grid in which it begins. */
  column: number;
  /** The columns that it spans. */
  span: number;
  /** Its `w:vMerge`, when it is one with the cell above or below. */
  verticalMerge?: Span & {
    /** Whether it is one with the cell above. */
    continues: boolean;
  };
}

/**
 * Finds the rows of all tables in a part, an outer row before the rows inside it.
 * @throws {Error} when the XML is damaged
 */
export function parseTableRows(xml: string): TableRow[] {
  return new TableRowParser(xml).parse();
}

interface OpenTable {
  row?: TableRow;
  cell?: TableCell | undefined;
  /** Column of the grid in which the next cell begins. */
  column: number;
}

class TableRowParser {
  readonly #xml: string;
  readonly #parser = new SaxesParser();
  readonly #found: TableRow[] = [];
  readonly #tables: OpenTable[] = [];

  constructor(xml: string) {
    this.#xml = xml;
    this.#parser.on("opentag", (tag) => this.#openElement(tag));
    this.#parser.on("closetag", (tag) => this.#closeElement(tag));
  }

  parse(): TableRow[] {
    this.#parser.write(this.#xml).close();
    return this.#found;
  }

  #openElement({ name, attributes }: SaxesTagPlain): void {
    if (name === "w:tbl") this.#tables.push({ column: 0 });
    const table = this.#tables.at(-1);
    if (!table) return;
    const value = Number(attributes["w:val"]);
    if (name === "w:tr") this.#openRow(table);
    else if (name === "w:gridBefore") table.column = value;
    else if (name === "w:tc") {
      table.cell = { ...this.#spanFromHere(), column: table.column, span: 1 };
      table.row?.cells.push(table.cell);
    } else if (table.cell && name === "w:gridSpan") table.cell.span = value;
    else if (table.cell && name === "w:vMerge")
      table.cell.verticalMerge = { ...this.#spanFromHere(), continues: attributes["w:val"] !== "restart" };
  }

  #openRow(table: OpenTable): void {
    const row: TableRow = { ...this.#spanFromHere(), cells: [] };
    if (table.row) table.row.next = row;
    table.row = row;
    table.column = 0;
    this.#found.push(row);
  }

  #closeElement({ name }: SaxesTagPlain): void {
    const table = this.#tables.at(-1);
    const end = this.#parser.position;
    if (name === "w:tbl") this.#tables.pop();
    else if (table?.row && name === "w:tr") table.row.end = end;
    else if (table?.cell?.verticalMerge && name === "w:vMerge") table.cell.verticalMerge.end = end;
    else if (table?.cell && name === "w:tc") {
      table.cell.end = end;
      table.column = table.cell.column + table.cell.span;
      table.cell = undefined;
    }
  }

  /** A span from the tag that was just read; its end is not known yet. */
  #spanFromHere(): Span {
    return { start: this.#xml.lastIndexOf("<", this.#parser.position - 1), end: 0 };
  }
}
