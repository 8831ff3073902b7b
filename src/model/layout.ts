import type { Pointer } from "./json-schema.js";

/** Where the printed document has its fields. `$defs/layout` in `schemas/form.schema.json` is the schema of the file. */
export interface Layout {
  blocks: LayoutBlock[];
}

/** A part of the document. Of these properties, those that are set are printed, in the order given here. */
export interface LayoutBlock {
  /** Mark above the title, e.g. 附件3. */
  mark?: string;
  /** The title. `true` stands for the title of the kind of document, because several kinds can share a layout. */
  title?: string | true;
  cover?: LayoutLine[];
  page?: { title: string; items: string[] };
  heading?: string;
  /** The heading starts a new page. */
  newPage?: true;
  /** Widths of the columns of the table in `rows`, in millimetres. */
  columns?: number[];
  rows?: LayoutCell[][];
  /** How many rows at the beginning are repeated at the top of each further page of the table. */
  repeat?: number;
  /** Lines inside a box. */
  frame?: LayoutLine[];
}

/** One printed line. */
export interface LayoutLine {
  /** Fixed text. */
  text?: string;
  /** The field whose label is printed. */
  label?: Pointer;
  /** Fields whose values are printed, each in a paragraph of its own. */
  value?: Pointer | Pointer[];
  /** In a table: the field whose children are printed, one cell for each child. */
  each?: Pointer;
  /** Print the unit of the field after the value. */
  unit?: true;
  /** Text that states the word limit of the field. `{n}` stands for the number. */
  limit?: string;
  footnote?: string;
  /** Text printed in the place for the seal. */
  seal?: string;
  /** Indent the first line by two characters. */
  indent?: true;
  /** Number of empty lines before this line. */
  space?: number;
  align?: "left" | "center" | "right";
  /** Distance from the right edge, in characters. */
  inset?: number;
}

/** One cell of a table: a single line, or several in `lines`. */
export interface LayoutCell extends LayoutLine {
  lines?: LayoutLine[];
  /** How many columns and rows the cell spans. */
  cols?: number;
  rows?: number;
  /** The text runs from top to bottom. */
  vertical?: true;
}

/** Gives every line and cell of a layout, in printed order. A cell with `lines` is replaced by these lines. */
export function layoutLines({ blocks }: Layout): LayoutLine[] {
  return blocks
    .flatMap((block) => [...(block.cover ?? []), ...(block.frame ?? []), ...(block.rows ?? []).flat()])
    .flatMap((cell: LayoutCell) => cell.lines ?? cell);
}
