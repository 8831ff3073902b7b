import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { defineLazy } from "../../form/lazy-property.js";
import type { ParsedForm } from "../../form/parse-form.js";
import { asSchemaCheck, type CompiledSchema } from "../../form/schema-check.js";
import type { FormData } from "../../model/form.js";
import type { SchemaCheck } from "../../model/json-schema.js";

// `npm run build` writes the package's own forms to `dist/forms/<id>/`: data as JSON, schemas compiled to code. Only built
// code looks there, so that code run from `src/` always sees the files of `schemas/` as they are.

/** Folder of the built forms. */
const FOLDER = path.join(import.meta.dirname, "forms");

/** The main file of a built form: its data without the long parts, which stand in files of their own. */
export interface BuiltForm {
  data: FormData;
  /** For each kind of document the base name of its files, and which long parts it has. */
  files: Record<string, { base: string; parts: LongPart[]; criteria: string[] }>;
}

/** Parts of a kind of document that are long and that most runs need one or none of. */
export const LONG_PARTS = ["schema", "layout", "indicators"] as const;
export type LongPart = (typeof LONG_PARTS)[number];

/** Reads a form of the package as the build prepared it; undefined when this code is not built or has no such form. */
export function readBuiltForm(id: string): ParsedForm | undefined {
  const folder = path.join(FOLDER, id);
  if (!existsSync(folder)) return undefined;
  const require = createRequire(path.join(folder, "/"));
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
  const { data, files }: BuiltForm = read("form.json");
  defineLazy(data, "descriptions", () => read("descriptions.json"));
  const checks: ParsedForm["checks"] = {};
  for (const [kind, { base, parts, criteria }] of Object.entries(files)) {
    const documents = data.documents[kind] as object;
    for (const part of parts) defineLazy(documents, part, () => read(`${base}.${part}.json`));
    const criterion = (key: string): [string, SchemaCheck] => [
      key,
      later(() => require(`./${base}.criteria.cjs`)[key]),
    ];
    checks[kind] = {
      check: later(() => require(`./${base}.check.cjs`).check),
      criterionChecks: Object.fromEntries(criteria.map(criterion)),
    };
  }
  return { data, checks };
}

/** A check whose code is loaded when something is first checked. */
function later(load: () => CompiledSchema): SchemaCheck {
  let check: SchemaCheck | undefined;
  return (value) => {
    check ??= asSchemaCheck(load());
    return check(value);
  };
}
