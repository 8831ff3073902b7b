import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { builtForms } from "../../form/built-forms.js";
import { defineLazy } from "../../form/lazy-property.js";
import { FormError } from "../../model/errors.js";
import { fieldTree } from "../../model/field.js";
import type { Form, FormData } from "../../model/form.js";
import type { SchemaCheck } from "../../model/json-schema.js";
import { MAX_OFFICE_BYTES, readBounded } from "../files/read-bounded.js";
import { formFiles } from "./form-files.js";

/**
 * A folder that holds forms: `schemas/<id>/` and `templates/<id>/` below it. The package itself is one;
 * `--forms` names another.
 */
export type FormsFolder = string;

/** Ids of the forms in the folders, each once: folder by folder, the latest year first. */
export function formIds(folders: FormsFolder[]): string[] {
  const found = folders
    .map((folder) => path.join(folder, "schemas"))
    .filter((schemas) => existsSync(schemas))
    .flatMap((schemas) =>
      readdirSync(schemas)
        .filter((id) => existsSync(path.join(schemas, id, "form.yaml")))
        .sort()
        .reverse(),
    );
  return [...new Set(found)];
}

/**
 * Loads a form from its folder of YAML and JSON, or, for the package's own, as the build prepared it.
 * @param folders where to look, in this order; the last one is the package
 * @param verify checks a form read from its folder further; the build has done so with those it prepared
 * @returns undefined when no folder has a form of this id
 * @throws {FormError} when the form's own files are wrong
 */
export async function loadForm(
  id: string,
  folders: FormsFolder[],
  verify: (form: Form) => void = () => {},
): Promise<Form | undefined> {
  if (!/^[\w-]+$/u.test(id)) return undefined;
  for (const folder of folders) {
    const built = Object.hasOwn(builtForms, id) ? builtForms[id] : undefined;
    if (built && folder === folders.at(-1)) {
      const { data, checks } = await built();
      return complete(data, checks);
    }
    const source = path.join(folder, "schemas", id);
    if (existsSync(path.join(source, "form.yaml"))) {
      const { parseForm } = await import("../../form/parse-form.js");
      const { data, checks } = parseForm(formFiles(source));
      const form = complete(data, checks);
      verify(form);
      return form;
    }
  }
  return undefined;
}

/** Adds what is not data. A form has several kinds of documents, and most runs meet one of them. */
function complete(data: FormData, checks: Record<string, SchemaCheck>): Form {
  const form = data as Form;
  for (const [name, kind] of Object.entries(form.documents)) {
    kind.check = checks[name] as SchemaCheck;
    defineLazy(kind, "root", () => fieldTree(kind.schema, form.years));
  }
  return form;
}

/** The bytes of an Office template of a form, or undefined when the form has none under this name. */
export function readTemplate(id: string, name: string, folders: FormsFolder[]): Uint8Array | undefined {
  for (const folder of folders) {
    const file = path.join(folder, "templates", id, path.basename(name));
    if (!existsSync(file)) continue;
    const bytes = readBounded(file, MAX_OFFICE_BYTES);
    if (!bytes) throw new FormError(`${file}:不是普通文件,或超过 50 MB`);
    return bytes;
  }
  return undefined;
}
