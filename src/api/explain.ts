import { builtinChecks } from "../check/builtin-checks.js";
import { type Explanation, explainable, explainName } from "../form/explain.js";
import { alertNotes } from "../ledger/alert-notes.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import { rules } from "../rules/index.js";
import { closestMatches } from "../text/did-you-mean.js";
import { fold } from "../text/fold.js";

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

/** How many names that contain a word are suggested. */
const MAX_CONTAINING = 3;

/**
 * Finds names that are similar to one that `explain` does not know: those that contain it, or else the most similar.
 * @returns at most three, the shortest or most similar first
 * @throws {FormError} when a form's own files are wrong
 */
export async function explainSuggestions(name: string, forms: FormCatalog): Promise<string[]> {
  const names = explainable(await openAll(forms), rules, notes);
  const wanted = fold(name);
  const containing = wanted.length < 2 ? [] : names.filter((each) => fold(each).includes(wanted));
  if (containing.length === 0) return closestMatches(name, names);
  return containing.sort((a, b) => a.length - b.length).slice(0, MAX_CONTAINING);
}
