import { readFileSync } from "node:fs";
import path from "node:path";
import { builtinChecks } from "../check/builtin-checks.js";
import { blankYaml } from "../form/blank-yaml.js";
import { editorSchema } from "../form/editor-schema.js";
import { type Explanation, explainable, explain as explainName } from "../form/explain.js";
import type { FormsFolder } from "../io/forms/load-form.js";
import { alertNotes } from "../ledger/alert-notes.js";
import type { DocumentKind, Form } from "../model/form.js";
import { rules } from "../rules/index.js";
import { closestMatches } from "../text/did-you-mean.js";
import { allForms, packageFolder } from "./forms.js";

const notes = [...builtinChecks, ...alertNotes];

/** A blank document to fill in. @param schemaPath where the editor finds the schema @param file its name */
export function blank(form: Form, kindName: string, schemaPath: string, file: string): string {
  return blankYaml(form, kindName, schemaPath, file);
}

/** The schema of a kind of document for editors, as JSON: fields say their unit and limit. */
export function editorSchemaText(form: Form, kindName: string): string {
  return `${JSON.stringify(editorSchema((form.documents[kindName] as DocumentKind).schema), null, 2)}\n`;
}

/**
 * What a rule id or a field name means, as text.
 * @returns undefined when nothing is called that
 */
export async function explain(name: string, folders: FormsFolder[] = []): Promise<string | undefined> {
  const explanation: Explanation | undefined = explainName(name, await allForms(folders), rules, notes);
  if (explanation?.kind !== "rule") return explanation?.text;
  return readFileSync(path.join(packageFolder, "docs", "rules", `${explanation.id}.md`), "utf8");
}

/** Names close to one that `explain` does not know. */
export async function explainSuggestions(name: string, folders: FormsFolder[] = []): Promise<string[]> {
  return closestMatches(name, explainable(await allForms(folders), rules, notes));
}
