import type { DocumentKind, Form } from "./form.js";
import type { Pointer } from "./json-schema.js";
import type { Place, TextRange } from "./place.js";

/** Plain data as YAML gives it. */
export type Data = null | boolean | number | string | Data[] | { [key: string]: Data };

/** Which end of a field a message points at. */
export type FieldPart = "key" | "value";

/** The way back from a field to its place in a file: in a text a range, in a Word file a cell. */
export interface Locator<P extends Place = Place> {
  file: string;
  /** Place of the field at `pointer`, or of the nearest thing that holds it. */
  locate(pointer: Pointer, part?: FieldPart): P;
  /** Place from the `from`-th character (UTF-16) of a field's text, as printed or as typed, up to `to` or its end. */
  locateText(pointer: Pointer, text: string, from: number, to?: number): P;
}

/** A YAML text that has been read. */
export interface Source extends Locator<TextRange> {
  text: string;
  data: Data;
}

/** A source that named its form: the unit that rules, checklist and templates work on. */
export interface FormDocument {
  source: Locator;
  form: Form;
  kindName: string;
  kind: DocumentKind;
  /** Data with short forms spelled out and unfilled fields left out. */
  data: { [key: string]: Data };
}

/** What `表单:` says in this document, e.g. `hunan-2024/推荐书`. */
export function formPath({ form, kindName }: FormDocument): string {
  return `${form.id}/${kindName}`;
}
