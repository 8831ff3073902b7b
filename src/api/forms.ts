import { existsSync } from "node:fs";
import path from "node:path";
import { builtinChecks } from "../check/builtin-checks.js";
import { formReference } from "../check/validate.js";
import { checkDescriptions } from "../form/check-descriptions.js";
import { checkRuleSettings } from "../form/check-rule-settings.js";
import { type FormsFolder, formIds, loadForm } from "../io/forms/load-form.js";
import { alertNotes } from "../ledger/alert-notes.js";
import type { Source } from "../model/document.js";
import { FormError } from "../model/errors.js";
import type { Form } from "../model/form.js";
import { rules } from "../rules/index.js";

/** Folder of the package: its forms, templates and pages. */
export const packageFolder: FormsFolder = findPackage(import.meta.dirname);

/** The folder above this code, built or not, that holds the package. */
function findPackage(folder: string): string {
  return existsSync(path.join(folder, "package.json")) ? folder : findPackage(path.dirname(folder));
}

/** Opens forms that there are. */
export async function openForms(ids: Set<string>, folders: FormsFolder[]): Promise<Map<string, Form>> {
  const forms = new Map<string, Form>();
  for (const id of ids) forms.set(id, (await openForm(id, folders)) as Form);
  return forms;
}

/** The forms that documents name; all there are when one names a form that does not exist, to suggest from. */
export async function formsFor(sources: Source[], folders: FormsFolder[]): Promise<Map<string, Form>> {
  const named = new Set(sources.map((source) => formReference(source.data)?.id));
  const forms = new Map<string, Form>();
  for (const id of named) {
    const form = id === undefined ? undefined : await openForm(id, folders);
    if (form) forms.set(form.id, form);
  }
  if (forms.size < named.size) for (const form of await allForms(folders)) forms.set(form.id, form);
  return forms;
}

/** Where forms are looked for: in folders of one's own first. */
export function withPackage(folders: FormsFolder[]): FormsFolder[] {
  return [...folders, packageFolder];
}

/** Every form there is, by id. */
export async function allForms(folders: FormsFolder[] = []): Promise<Form[]> {
  const ids = formIds(withPackage(folders));
  return Promise.all(
    ids.map(async (id) => {
      const form = await openForm(id, folders);
      if (!form) throw new FormError(`schemas/${id}:文件夹名是表格的编号,只能用字母、数字、- 和 _`);
      return form;
    }),
  );
}

/** The package's own forms, which do not change while a program runs. */
const opened = new Map<string, Promise<Form | undefined>>();

/**
 * Opens a form; undefined when there is none of this id.
 * @throws {FormError} when its own files are wrong
 */
export function openForm(id: string, folders: FormsFolder[]): Promise<Form | undefined> {
  if (folders.length > 0) return openAnew(id, folders);
  const form = opened.get(id) ?? openAnew(id, folders);
  opened.set(id, form);
  return form;
}

function openAnew(id: string, folders: FormsFolder[]): Promise<Form | undefined> {
  return loadForm(id, withPackage(folders), (form) => {
    checkRuleSettings(form, rules);
    checkDescriptions(
      form,
      [...rules, ...builtinChecks, ...alertNotes].map((each) => each.id),
    );
  });
}
