import { documentYaml } from "../form/document-yaml.js";
import { leafFields } from "../model/field.js";
import type { FormCatalog } from "../model/form-catalog.js";
import type { WordImport } from "../model/word-import.js";
import { valueAt } from "../text/json-pointer.js";
import { hasPlaceFor, readWordDocument, type WordDocument } from "./read-word.js";

export { WordFileError } from "./read-word.js";

/** Where the YAML is to be written. */
export interface ImportOptions {
  forms: FormCatalog;
  /** Path of the schema for the editor, relative to the file; see `blankYaml`. */
  schemaPath: string | ((form: WordDocument["form"], kindName: string) => string | Promise<string>);
  /** Name of the file to write. */
  file: string;
}

/**
 * Reads a filled Word form and writes it as YAML. What was not found stays blank, and what needs a look has a remark.
 * @throws {WordFileError} when it is no Word file, or none of the forms; the message is for users
 */
export async function importWord(bytes: Uint8Array, { forms, schemaPath, file }: ImportOptions): Promise<WordImport> {
  const document = await readWordDocument(bytes, forms);
  const { form, kindName, kind, data, cells, doubts, missing, unrecognised, pictures } = document;
  const notPrinted = leafFields(kind.root).filter(
    (field) =>
      !field.schema.deprecated &&
      field.pointer !== kind.root.children[0]?.pointer &&
      !hasPlaceFor(document, field.pointer),
  );
  const remarks = new Map([
    ...[...doubts].map(([pointer, reason]) => [pointer, `请核对:${reason}`] as const),
    ...missing.map(({ pointer }) => [pointer, "Word 里没有找到这一项"] as const),
  ]);
  const path = typeof schemaPath === "string" ? schemaPath : await schemaPath(form, kindName);
  const { text } = documentYaml(form, kindName, { schemaPath: path, file, data, remarks });
  return {
    form: form.id,
    kind: kindName,
    title: kind.root.title,
    values: [...cells].map(([pointer, { kind: _, ...cell }]) => {
      const value = valueAt(data, pointer);
      const doubt = doubts.get(pointer);
      return { pointer, ...(value !== undefined && { value }), cell, ...(doubt !== undefined && { doubt }) };
    }),
    missing: missing.map(({ pointer, name }) => ({ pointer, name })),
    notPrinted: notPrinted.map(({ pointer, name }) => ({ pointer, name })),
    unrecognised: unrecognised.map(({ cell: { kind: _, ...cell } }) => cell),
    pictures,
    yaml: text,
  };
}
