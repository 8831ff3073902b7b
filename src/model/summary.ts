/** The city's summary (附件4) as data, ready to be written into a workbook. */
export interface Summary {
  /** One table for each city. */
  tables: SummaryTable[];
  /** Further sheets. */
  sheets: Sheet[];
  note?: string;
}

/** The table of one city. */
export interface SummaryTable {
  /** Name of the sheet, which is the city. */
  name: string;
  /** Values for the tags of the template outside the rows, by tag. */
  head: Record<string, string>;
  /** Values for the tags of each row, by tag. */
  rows: Record<string, string | number>[];
}

/** A plain table with a header row. */
export interface Sheet {
  name: string;
  /** Number of columns that stay visible when scrolling, and are repeated on every printed page. */
  keep: number;
  columns: { title: string; width: number }[];
  rows: SheetCell[][];
}

/** Content of a cell. A tone colours it. The text always says the same as the colour. */
export type SheetCell = string | number | undefined | { text: string; tone: "good" | "bad" | "unknown" };
