/** The content of a Word file: paragraphs and tables, in reading order. */
export type WordBlock = WordParagraph | WordTable;

/** A piece of text in a paragraph that is bold or not bold throughout. */
export interface WordRun {
  text: string;
  bold?: true;
}

/** A paragraph. Deleted and hidden text is left out; inserted text is included. */
export interface WordParagraph {
  kind: "paragraph";
  runs: WordRun[];
  /** The text of all runs. A line break in the paragraph is `\n`, a tab `\t`. */
  text: string;
  /** What automatic numbering prints before the text, such as `1.` or `（一）`; `•` for a bullet. */
  numbering?: string;
  /** Relationship ids of the pictures in the paragraph, in order. */
  pictures: string[];
  /** Where its content stands in the XML of the part: after its properties, and before its end tag. */
  xml: { start: number; end: number };
}

/** A table as a grid. Merged cells occur once, where they begin. */
export interface WordTable {
  kind: "table";
  /** Number of the table in its part, from 1, in the order of their beginnings; nested tables count too. */
  number: number;
  cells: WordCell[];
}

/** A cell of a table. */
export interface WordCell {
  /** Number of the table, of the row in it, and of the cell in the row, from 1. A cell merged downwards counts in each row. */
  table: number;
  row: number;
  column: number;
  /** Place in the grid, from 0: the first column and row, and those after the last. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  blocks: WordBlock[];
}

/** Gives the text of blocks: a line for each paragraph, and the cells of a row divided by tabs. */
export function textOf(blocks: readonly WordBlock[]): string {
  return blocks.map((block) => (block.kind === "paragraph" ? block.text : tableText(block))).join("\n");
}

function tableText({ cells }: WordTable): string {
  return rowsOf(cells)
    .map((row) => row.map(({ blocks }) => textOf(blocks)).join("\t"))
    .join("\n");
}

/** Groups cells by the row that they begin in. */
export function rowsOf(cells: readonly WordCell[]): WordCell[][] {
  const rows = new Map<number, WordCell[]>();
  for (const cell of cells) rows.set(cell.top, [...(rows.get(cell.top) ?? []), cell]);
  return [...rows.values()];
}

/** Gives every table of some blocks, nested ones too, outer ones first. */
export function tablesIn(blocks: readonly WordBlock[]): WordTable[] {
  return blocks.flatMap((block) =>
    block.kind === "table" ? [block, ...block.cells.flatMap((cell) => tablesIn(cell.blocks))] : [],
  );
}
