import { fieldTree } from "../model/field.js";
import type { Form } from "../model/form.js";
import { defineLazy } from "./lazy-property.js";
import type { ParsedForm } from "./parse-form.js";

/**
 * Makes a form of its data: adds the checks and the field trees.
 * A form has several kinds of documents and most runs meet one of them, so a tree is built when it is first used.
 */
export function completeForm({ data, checks }: ParsedForm): Form {
  const form = data as Form;
  for (const [name, kind] of Object.entries(form.documents)) {
    Object.assign(kind, checks[name]);
    defineLazy(kind, "root", () => fieldTree(kind.schema, form.years));
  }
  return form;
}
