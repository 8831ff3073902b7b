import type { Form } from "./form.js";

/** The forms that a run may meet, with their Office templates: given as a value, wherever they come from. */
export interface FormCatalog {
  /** Ids of all forms, the latest first. */
  ids(): readonly string[];
  /**
   * Opens a form. Each is opened when it is first asked for: most runs meet one.
   * @returns undefined when there is none of this id
   * @throws {FormError} when the form's own files are wrong
   */
  open(id: string): Promise<Form | undefined>;
  /**
   * The bytes of an Office template of a form.
   * @param name file name, e.g. 推荐书.docx
   * @returns undefined when the form has none of this name
   */
  template(id: string, name: string): Uint8Array | undefined;
}

/** Opens every form of a catalog, the latest first. @throws {FormError} when a form's own files are wrong */
export async function openAll(catalog: FormCatalog): Promise<Form[]> {
  const forms = await Promise.all(catalog.ids().map((id) => catalog.open(id)));
  return forms.filter((form) => form !== undefined);
}
