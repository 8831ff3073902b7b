import type { Form } from "../model/form.js";
import { documentYaml } from "./document-yaml.js";

/**
 * Writes a blank document to fill in. A comment on the line above each field gives its label, unit, word limit and hint.
 * @param kindName kind of the document, e.g. 推荐书
 * @param schemaPath path of the schema for the editor, relative to the file
 * @param file name of the file, for the commands in the comment at the top
 * @returns YAML text
 * @throws {Error} when the form has no such kind of document
 */
export function blankYaml(form: Form, kindName: string, schemaPath: string, file: string): string {
  return documentYaml(form, kindName, { schemaPath, file }).text;
}
