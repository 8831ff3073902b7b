import type { Block } from "../text/markdown.js";

/** The printed blocks, by the tag of the template. Fields that are not filled in are left out. */
export type PrintedValues = ReadonlyMap<string, Block[]>;

/** Everything that is printed of a document. */
export interface PrintedDocument {
  values: PrintedValues;
  /** The printed values of each entry of its lists, by the tag of the list. */
  entries: ReadonlyMap<string, PrintedValues[]>;
}
