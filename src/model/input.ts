import type { Diagnostic } from "./diagnostic.js";

/** A text as its file holds it. */
export interface FileText {
  /** Path as shown, with `/`. */
  file: string;
  text: string;
  /** Set when the file begins with a byte order mark, which is not in `text`. */
  bom?: true;
}

/** A text with what is to be said of its file, or why the file cannot be read. */
export type ReadInput =
  | { text: FileText; problems: Diagnostic[]; problem?: never }
  | { text?: never; problems?: never; problem: Diagnostic };

/** Something to check. It is read when its turn comes, and again when a line of it is to be shown: none is held. */
export interface Input {
  /** Path as shown, with `/`. */
  file: string;
  read(): ReadInput;
}

/** A text that is there already as an input. @param problems what was found while it was read */
export function textInput(text: FileText, problems: Diagnostic[] = []): Input {
  return { file: text.file, read: () => ({ text, problems }) };
}

/** A file of waivers. */
export interface WaiversText extends FileText {
  /** How it names a file that the report names otherwise: relative to itself. */
  nameOf(file: string): string;
}
