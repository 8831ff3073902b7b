import type { Pointer } from "./json-schema.js";
import type { DocumentCell } from "./place.js";

/** A cell as reports name it. */
export type CellOfReport = Omit<DocumentCell, "kind">;

/** What was read from a filled Word form. */
export interface WordImport {
  /** Id of the form, and name of the kind of document. */
  form: string;
  kind: string;
  /** Printed title of the kind of document. */
  title: string;
  /** Every field that was found, with its cell; without a value where the cell is empty. */
  values: { pointer: Pointer; value?: unknown; cell: CellOfReport; doubt?: string }[];
  /** Printed fields that were not found. */
  missing: { pointer: Pointer; name: string }[];
  /** Fields for which the form prints no place. */
  notPrinted: { pointer: Pointer; name: string }[];
  /** Cells with content that belongs to no field. */
  unrecognised: CellOfReport[];
  /** Bytes of the pictures in narratives, by the file name that the YAML gives them. */
  pictures: ReadonlyMap<string, Uint8Array>;
  /** The document as YAML. */
  yaml: string;
}

/** Whether a person has to look at what was read. */
export function needsLook({ values, missing, unrecognised }: WordImport): boolean {
  return values.some(({ doubt }) => doubt !== undefined) || missing.length > 0 || unrecognised.length > 0;
}
