import type { Pointer } from "./json-schema.js";

/** Where the printed document puts its fields; `$defs/layout` of `schemas/form.schema.json`. */
export interface Layout {
  blocks: LayoutBlock[];
}

/** A stretch of the document; what is set of it is printed in this order. */
export interface LayoutBlock {
  mark?: string;
  /** `true` for the title of the kind of document: kinds may share a layout. */
  title?: string | true;
  cover?: LayoutLine[];
  page?: { title: string; items: string[] };
  heading?: string;
  /** The heading begins a page. */
  newPage?: true;
  /** Column widths in millimetres, of the table whose rows follow. */
  columns?: number[];
  rows?: LayoutCell[][];
  /** How many of the first rows stand again on top of each page the table runs on to. */
  repeat?: number;
  /** Lines in a box. */
  frame?: LayoutLine[];
}

export interface LayoutLine {
  /** Fixed text. */
  text?: string;
  /** Printed label of a field. */
  label?: Pointer;
  /** Fields whose values are filled in, a paragraph each. */
  value?: Pointer | Pointer[];
  /** In a table: a cell for each field below this one. */
  each?: Pointer;
  /** Print the field's unit behind the value. */
  unit?: true;
  /** Wording of the field's limit; `{n}` stands for the number. */
  limit?: string;
  footnote?: string;
  /** What is printed where a seal goes. */
  seal?: string;
  /** First line indented by two characters. */
  indent?: true;
  /** Empty lines before. */
  space?: number;
  align?: "left" | "center" | "right";
  /** Characters to stay away from the right edge. */
  inset?: number;
}

export interface LayoutCell extends LayoutLine {
  lines?: LayoutLine[];
  /** Columns and rows the cell spans. */
  cols?: number;
  rows?: number;
  /** Characters run downwards. */
  vertical?: true;
}

/** Every line and cell of a layout, in printed order. */
export function layoutLines({ blocks }: Layout): LayoutLine[] {
  return blocks
    .flatMap((block) => [...(block.cover ?? []), ...(block.frame ?? []), ...(block.rows ?? []).flat()])
    .flatMap((cell: LayoutCell) => cell.lines ?? cell);
}
