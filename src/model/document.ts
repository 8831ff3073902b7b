import type { DocumentKind, Form } from "./form.js";
import type { Pointer } from "./json-schema.js";
import type { Place, TextRange } from "./place.js";

/** Plain data, as read from YAML. */
export type Data = null | boolean | number | string | Data[] | { [key: string]: Data };

/** Which part of a field a message points at. */
export type FieldPart = "key" | "value";

/** Finds the place of a field in its file: a range in a text, or a table cell in a Word file. */
export interface Locator<P extends Place = Place> {
  file: string;
  /** Gives the place of the field at `pointer`, or of its nearest parent when the file does not have the field. */
  locate(pointer: Pointer, part?: FieldPart): P;
  /**
   * Gives the place of a part of a field's text.
   * @param text the field's text, as printed or as typed
   * @param from offset in `text`, in UTF-16 units
   * @param to offset where the part ends, not included; by default the end of the text
   */
  locateText(pointer: Pointer, text: string, from: number, to?: number): P;
  /** Gives the bytes of a picture that the file itself holds, by the name that its narratives give it. */
  embedded?(name: string): Uint8Array | undefined;
}

/** A YAML text after reading: its data, and the places of its fields. */
export interface Source extends Locator<TextRange> {
  text: string;
  data: Data;
  /** Gives the characters of a value on one line, as typed: 007, where `data` has the number 7. */
  typedAt(pointer: Pointer): string;
}

/** A filled-in document whose form is known. Rules, the checklist and the templates work on this. */
export interface FormDocument {
  source: Locator;
  form: Form;
  /** Name of its kind, e.g. 推荐书. */
  kindName: string;
  kind: DocumentKind;
  /** The data. Short ways of writing are expanded, and fields that are not filled in are left out. */
  data: { [key: string]: Data };
}

/** Gives the value of `表单:` in this document, e.g. `hunan-2024/推荐书`. */
export function formPath({ form, kindName }: FormDocument): string {
  return `${form.id}/${kindName}`;
}
