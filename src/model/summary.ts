/** The city's summary as data, ready to be set in a workbook. */
export interface Summary {
  /** 附件4: one table for each city. */
  tables: SummaryTable[];
  /** Further sheets. */
  sheets: Sheet[];
  note?: string;
}

export interface SummaryTable {
  /** Name of the sheet: the city. */
  name: string;
  /** Tags of the template and what they stand for. */
  head: Record<string, string>;
  /** One record of tags a row. */
  rows: Record<string, string | number>[];
}

/** A plain table with a header row. */
export interface Sheet {
  name: string;
  /** Columns that stay in view and repeat on every printed page. */
  keep: number;
  columns: { title: string; width: number }[];
  rows: SheetCell[][];
}

/** What stands in a cell; a tone sets it off, and its text says the same. */
export type SheetCell = string | number | undefined | { text: string; tone: "good" | "bad" | "unknown" };
