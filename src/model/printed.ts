import type { Block } from "../text/markdown.js";

/** What is printed, by tag. Fields that are not filled in are left out. */
export type PrintedValues = ReadonlyMap<string, Block[]>;

/** What a document prints. */
export interface PrintedDocument {
  values: PrintedValues;
  /** The entries of its lists, by the list's tag. */
  entries: ReadonlyMap<string, PrintedValues[]>;
}
