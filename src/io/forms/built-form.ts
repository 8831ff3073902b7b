import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { defineLazy } from "../../form/lazy-property.js";
import type { ParsedForm } from "../../form/parse-form.js";
import { asSchemaCheck, type CompiledSchema } from "../../form/schema-check.js";
import type { FormData } from "../../model/form.js";
import type { SchemaCheck } from "../../model/json-schema.js";

// `npm run bundle` writes the package's own forms to `dist/forms/<id>/`: data as JSON, schemas compiled to code. Only
// built code finds this folder; code that runs from `src/` always reads the current files of `schemas/`.

/** Folder of the built forms, beside the built code. */
const FOLDER = path.join(import.meta.dirname, "forms");

/** Content of `form.json`, the main file of a built form. The long parts of the data are in files of their own. */
export interface BuiltForm {
  data: FormData;
  /** For each kind of document: the base name of its files, its long parts, and the keys of its criterion checks. */
  files: Record<string, { base: string; parts: LongPart[]; criteria: string[] }>;
}

/** The long parts of a kind of document. Most runs need at most one of them, so each is loaded when it is needed. */
export const LONG_PARTS = ["schema", "layout", "indicators"] as const;
/** Name of a long part. */
export type LongPart = (typeof LONG_PARTS)[number];

/**
 * Reads a form of the package that the build has prepared.
 * @returns undefined when this code is not built, or when the package has no such form
 */
export function readBuiltForm(id: string): ParsedForm | undefined {
  const folder = path.join(FOLDER, id);
  if (!existsSync(folder)) return undefined;
  const require = createRequire(path.join(folder, "/"));
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
  const { data, files }: BuiltForm = read("form.json");
  defineLazy(data, "descriptions", () => read("descriptions.json"));
  const checks: ParsedForm["checks"] = {};
  for (const [kind, { base, parts, criteria }] of Object.entries(files)) {
    const kindData = data.documents[kind] as object;
    for (const part of parts) defineLazy(kindData, part, () => read(`${base}.${part}.json`));
    const criterion = (key: string): [string, SchemaCheck] => [
      key,
      lazyCheck(() => require(`./${base}.criteria.cjs`)[key]),
    ];
    checks[kind] = {
      check: lazyCheck(() => require(`./${base}.check.cjs`).check),
      criterionChecks: Object.fromEntries(criteria.map(criterion)),
    };
  }
  return { data, checks };
}

/** Makes a check whose code is loaded when it is first used. */
function lazyCheck(load: () => CompiledSchema): SchemaCheck {
  let check: SchemaCheck | undefined;
  return (value) => {
    check ??= asSchemaCheck(load());
    return check(value);
  };
}
