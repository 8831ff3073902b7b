import type { Diagnostic } from "../model/diagnostic.js";
import type { FormDocument } from "../model/document.js";
import { childField, narrativeFields } from "../model/field.js";
import { valueAt } from "../text/json-pointer.js";

/**
 * Whether lines of a document may stand where the form does not have them, so that they are worth looking for.
 * @param found what is found in it otherwise
 */
export function mayBeMisplaced(document: FormDocument | undefined, found: Diagnostic[]): boolean {
  return found.some(({ ruleId }) => SIGNS.has(ruleId)) || (document !== undefined && hasFieldInText(document));
}

const SIGNS: ReadonlySet<string> = new Set(["schema/unknown-key", "yaml/duplicate-key", "schema/type"]);

/** Whether a text of a document has a line like a field of its form, which may have slipped into it. */
function hasFieldInText({ kind, data }: FormDocument): boolean {
  return narrativeFields(kind.root, data).some(({ pointer }) => {
    const text = valueAt(data, pointer);
    if (typeof text !== "string" || !text.includes(":")) return false;
    const lines = [...text.matchAll(/^ *([^\s:]+):(?: |$)/gmu)];
    return lines.some(([, key = ""]) => kind.root.children.some((each) => each.key === key || childField(each, key)));
  });
}
