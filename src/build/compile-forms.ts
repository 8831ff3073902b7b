import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import standaloneCode from "ajv/dist/standalone/index.js";
import { rolldown } from "rolldown";
import { createAjv } from "../form/ajv.js";
import { parseForm } from "../form/parse-form.js";
import { type BuiltForm, LONG_PARTS } from "../io/forms/built-form.js";
import { formFiles } from "../io/forms/form-files.js";
import { readForm } from "../io/forms/read-form.js";
import { criterionKey } from "../model/indicators.js";
import type { JsonSchema } from "../model/json-schema.js";

/**
 * Writes every form as `io/forms/built-form.ts` reads it: the data as JSON, the long parts in files of their own, and
 * each schema compiled to code by ajv's standalone mode, in a file that imports nothing.
 * @param schemas folder that holds a folder for each form
 * @param target folder to write to; each form has a folder in it
 * @throws {FormError} when a form's own files are wrong
 */
export async function compileForms(schemas: string, target: string): Promise<void> {
  const folders = (await readdir(schemas, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name } of folders) await compileForm(path.join(schemas, name), path.join(target, name));
}

async function compileForm(source: string, folder: string): Promise<void> {
  readForm(source);
  const { descriptions, ...data } = parseForm(formFiles(source)).data;
  await mkdir(folder, { recursive: true });
  const write = (file: string, part: unknown) => writeFile(path.join(folder, file), JSON.stringify(part));
  const files: BuiltForm["files"] = {};
  const documents: Record<string, object> = {};
  for (const [index, [name, kind]] of Object.entries(data.documents).entries()) {
    const base = String(index);
    const parts = LONG_PARTS.filter((part) => kind[part]);
    for (const part of parts) await write(`${base}.${part}.json`, kind[part]);
    await writeCheck(path.join(folder, `${base}.check.cjs`), { check: kind.schema });
    const criteria = criterionSchemas(kind.indicators);
    if (Object.keys(criteria).length > 0) await writeCheck(path.join(folder, `${base}.criteria.cjs`), criteria);
    files[name] = { base, parts, criteria: Object.keys(criteria) };
    const { schema: _, layout: __, indicators: ___, ...rest } = kind;
    documents[name] = rest;
  }
  await write("descriptions.json", descriptions);
  await write("form.json", { data: { ...data, documents }, files });
}

/** Collects the schemas of all criteria, by `criterionKey`. */
function criterionSchemas(
  indicators: BuiltForm["data"]["documents"][string]["indicators"],
): Record<string, JsonSchema> {
  const points = indicators?.groups.flatMap((group) => group.points) ?? [];
  return Object.fromEntries(
    points.flatMap(({ id, criteria }) =>
      criteria.flatMap(({ schema }, index) => (schema ? [[criterionKey(id, index), schema]] : [])),
    ),
  );
}

/** Compiles schemas into one CommonJS file that exports a check for each. @param schemas by name of the export */
async function writeCheck(file: string, schemas: Record<string, JsonSchema>): Promise<void> {
  const ajv = createAjv({ messages: false, inlineRefs: false, code: { source: true } });
  const ids = Object.entries(schemas).map(([name, schema], index) => {
    const id = schema.$id ?? `criterion-${index}`;
    ajv.addSchema(schema, id);
    return [name, id];
  });
  const contents = standaloneCode.default(ajv, Object.fromEntries(ids));
  // bundling includes the functions that the compiled schemas import, such as the check of dates
  const compiled = `${file}.compiled.cjs`;
  await writeFile(compiled, contents);
  const bundle = await rolldown({ input: compiled, cwd: import.meta.dirname, platform: "node" });
  await bundle.write({ file, format: "cjs", minify: true });
  await rm(compiled);
}
