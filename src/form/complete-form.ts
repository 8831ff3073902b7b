import { fieldTree } from "../model/field.js";
import type { Form } from "../model/form.js";
import { defineLazy } from "./lazy-property.js";
import type { ParsedForm } from "./parse-form.js";

/**
 * Makes a usable form from its data: adds the checks and the trees of fields. A tree is built at its first use, because a
 * form has several kinds of documents and most runs use only one.
 * @returns the same object as `data`, completed
 */
export function completeForm({ data, checks }: ParsedForm): Form {
  const form = data as Form;
  for (const [name, kind] of Object.entries(form.documents)) {
    Object.assign(kind, checks[name]);
    defineLazy(kind, "root", () => fieldTree(kind.schema, form.years));
  }
  return form;
}
