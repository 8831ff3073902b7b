import { builtinChecks } from "../check/builtin-checks.js";
import { type Explanation, explainable, explainName } from "../form/explain.js";
import { alertNotes } from "../ledger/alert-notes.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import { rules } from "../rules/index.js";
import { closestMatches } from "../text/did-you-mean.js";

const notes = [...builtinChecks, ...alertNotes];

/**
 * What a rule id or a field name means.
 * @returns a text, or the id of a rule that has a page of its own; undefined when nothing is called that
 */
export async function explain(name: string, forms: FormCatalog): Promise<Explanation | undefined> {
  return explainName(name, await openAll(forms), rules, notes);
}

/** Names close to one that `explain` does not know. */
export async function explainSuggestions(name: string, forms: FormCatalog): Promise<string[]> {
  return closestMatches(name, explainable(await openAll(forms), rules, notes));
}
