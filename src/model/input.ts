import type { Diagnostic } from "./diagnostic.js";

/** The text of a file. */
export interface FileText {
  /** Path for display, with `/`. */
  file: string;
  text: string;
  /** Set when the file begins with a byte order mark. `text` does not contain the mark. */
  bom?: true;
}

/** The result of reading a file: the text and the problems found in it, or the one problem that prevented reading. */
export type ReadInput =
  | { text: FileText; problems: Diagnostic[]; problem?: never }
  | { text?: never; problems?: never; problem: Diagnostic };

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
