import type { DocumentCell } from "./place.js";

/** Ending of the names of annotated copies. Such files are answers, and are not read as forms when a folder is searched. */
export const ANNOTATED_ENDING = ".批注.docx";

/** Name of the note that goes with the annotated copies of a folder. */
export const RETURN_NOTE = "退回意见.docx";

/** A comment to write into a Word file. */
export interface Annotation {
  /** The cell that it is about; without one it is about the whole file, and stands at the title. */
  cell?: DocumentCell | undefined;
  /** Its paragraphs. */
  lines: string[];
}

/** What has to be mended in one document, for the note that goes back. */
export interface ReturnedDocument {
  /** Name of the consortium, or of the file when it has none. */
  name: string;
  file: string;
  /** File name of the annotated copy. */
  annotated: string;
  /** Each finding in words that quote no figure: the note is seen by others too. */
  items: { place: string; severity: string; title: string; clause?: string | undefined }[];
}
