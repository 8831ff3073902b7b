import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { completeForm } from "../../form/complete-form.js";
import { FormError } from "../../model/errors.js";
import type { Form } from "../../model/form.js";
import type { FormCatalog } from "../../model/form-catalog.js";
import { MAX_OFFICE_BYTES } from "../../model/limits.js";
import { formatMegabytes } from "../../text/format-bytes.js";
import { readBounded } from "../files/read-bounded.js";
import { readBuiltForm } from "./built-form.js";
import { packageFolder } from "./package-folder.js";

/**
 * Makes the catalog of the forms on this disk. Forms in the given folders come before the package's own.
 * @param folders each holds `schemas/<id>/` and, when a form has templates, `templates/<id>/`
 * @returns a catalog whose functions throw a `FormError` when the files of a form are wrong
 */
export function openForms(folders: readonly string[] = []): FormCatalog {
  return folders.length === 0 ? packageForms : catalogOf(folders);
}

function catalogOf(folders: readonly string[]): FormCatalog {
  const all = [...folders, packageFolder];
  const opened = new Map<string, Promise<Form | undefined>>();
  return {
    ids() {
      const ids = [...new Set(all.flatMap(idsIn))];
      const wrong = ids.find((id) => !ID.test(id));
      if (wrong !== undefined) throw new FormError(`schemas/${wrong}:文件夹名是表格的编号,只能用字母、数字、- 和 _`);
      return ids;
    },
    open(id) {
      const form = opened.get(id) ?? openForm(id, all);
      opened.set(id, form);
      return form;
    },
    template: (id, name) => readTemplate(id, name, all),
  };
}

/** The package's own forms do not change while a program runs, so each is opened only once. */
const packageForms = catalogOf([]);

const ID = /^[\w-]+$/u;

/** Lists the ids of the forms in a folder, the latest year first. */
function idsIn(folder: string): string[] {
  const schemas = path.join(folder, "schemas");
  if (!existsSync(schemas)) return [];
  return readdirSync(schemas)
    .filter((id) => existsSync(path.join(schemas, id, "form.yaml")))
    .sort()
    .reverse();
}

/** Opens a form from the first folder that has it. A form of the package is read as the build prepared it. */
async function openForm(id: string, folders: readonly string[]): Promise<Form | undefined> {
  if (!ID.test(id)) return undefined;
  for (const folder of folders) {
    const built = folder === packageFolder ? readBuiltForm(id) : undefined;
    if (built) return completeForm(built);
    const source = path.join(folder, "schemas", id);
    if (!existsSync(path.join(source, "form.yaml"))) continue;
    return (await import("./read-form.js")).readForm(source);
  }
  return undefined;
}

function readTemplate(id: string, name: string, folders: readonly string[]): Uint8Array | undefined {
  for (const folder of folders) {
    const file = path.join(folder, "templates", id, path.basename(name));
    if (!existsSync(file)) continue;
    const bytes = readBounded(file, MAX_OFFICE_BYTES, path.dirname(file));
    if (!(bytes instanceof Uint8Array) && bytes.refused === "outside")
      throw new FormError(`${file}:这个链接通往文件夹外面`);
    if (!(bytes instanceof Uint8Array))
      throw new FormError(`${file}:不是普通文件,或超过 ${formatMegabytes(MAX_OFFICE_BYTES)}`);
    return bytes;
  }
  return undefined;
}
