import type { Diagnostic } from "./diagnostic.js";
import type { Pointer } from "./json-schema.js";
import type { DocumentCell } from "./place.js";

/** The text of a file. */
export interface FileText {
  /** Path for display, with `/`. */
  file: string;
  text: string;
  /** Set when the file begins with a byte order mark. `text` does not contain the mark. */
  bom?: true;
  /** Set when the text was made from a file without lines, such as a Word file. */
  cells?: SourceCells;
}

/** Where the lines of a text come from that was made from the cells of a document. */
export interface SourceCells {
  /** Gives the cell that a line comes from. @param line from 1 */
  at(line: number): DocumentCell;
  /** Whether the document has a place for a field. */
  isPrinted(pointer: Pointer): boolean;
  /** Gives the bytes of a picture that the document holds, by the name that the text gives it. */
  picture(name: string): Uint8Array | undefined;
}

/** The bytes of a Word file. */
export interface WordBytes {
  /** Path for display, with `/`. */
  file: string;
  bytes: Uint8Array;
}

/**
 * The result of reading a file: the text and the problems found in it, the bytes of a Word file, or the one problem that
 * prevented reading.
 */
export type ReadInput =
  | { text: FileText; problems: Diagnostic[]; word?: never; problem?: never }
  | { word: WordBytes; text?: never; problems?: never; problem?: never }
  | { problem: Diagnostic; word?: never; text?: never; problems?: never };

/**
 * Something to check. It is read when it is checked, and again when a report shows a line of it. Texts are not kept in
 * memory, because there may be many files.
 */
export interface Input {
  /** Path for display, with `/`. */
  file: string;
  read(): ReadInput;
}

/** Makes an input from a text that has already been read. @param problems problems found while it was read */
export function textInput(text: FileText, problems: Diagnostic[] = []): Input {
  return { file: text.file, read: () => ({ text, problems }) };
}

/** The text of a file of waivers (`ptc-waivers.yaml`). */
export interface WaiversText extends FileText {
  /** Gives the name by which the waivers refer to a file: the path relative to the file of waivers. */
  nameOf(file: string): string;
}
