import type { Form } from "./form.js";

/** The forms that a run can use, with their Office templates. Callers do not need to know where the forms are stored. */
export interface FormCatalog {
  /** Ids of all forms. The latest form comes first. */
  ids(): readonly string[];
  /**
   * Opens a form. A form is loaded at its first use, because most runs need only one.
   * @returns undefined when there is no form with this id
   * @throws {FormError} when the form's own files are wrong
   */
  open(id: string): Promise<Form | undefined>;
  /**
   * Gives the bytes of an Office template of a form.
   * @param name file name, e.g. 推荐书.docx
   * @returns undefined when the form has no template with this name
   */
  template(id: string, name: string): Uint8Array | undefined;
}

/** Opens every form of a catalog. The latest form comes first. @throws {FormError} when a form's own files are wrong */
export async function openAll(catalog: FormCatalog): Promise<Form[]> {
  const forms = await Promise.all(catalog.ids().map((id) => catalog.open(id)));
  return forms.filter((form) => form !== undefined);
}
