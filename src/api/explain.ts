import { builtinChecks } from "../check/builtin-checks.js";
import { type Explanation, explainable, explainName } from "../form/explain.js";
import { alertNotes } from "../ledger/alert-notes.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import { rules } from "../rules/index.js";
import { closestMatches } from "../text/did-you-mean.js";

const notes = [...builtinChecks, ...alertNotes];

/**
 * Explains a rule, a check, an alert or a field.
 * @param name id of the rule, check or alert, or name of the field
 * @returns a text, or the id of a rule that has a page of its own; undefined when nothing has this name
 * @throws {FormError} when a form's own files are wrong
 */
export async function explain(name: string, forms: FormCatalog): Promise<Explanation | undefined> {
  return explainName(name, await openAll(forms), rules, notes);
}

/**
 * Finds names that are similar to one that `explain` does not know.
 * @returns at most two, the most similar first
 * @throws {FormError} when a form's own files are wrong
 */
export async function explainSuggestions(name: string, forms: FormCatalog): Promise<string[]> {
  return closestMatches(name, explainable(await openAll(forms), rules, notes));
}
