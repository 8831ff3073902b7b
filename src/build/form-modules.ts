import { mkdir, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import standaloneCode from "ajv/dist/standalone/index.js";
import type { Plugin } from "esbuild";
import { createAjv } from "../form/ajv.js";
import { parseForm } from "../form/parse-form.js";
import { formFiles } from "../io/forms/form-files.js";

const require = createRequire(import.meta.url);

/** Parts of a kind of document that are long, and that most runs need one or none of: read when they are asked for. */
const LONG = ["schema", "layout", "indicators"] as const;

/** Where in the schema a complaint comes from: percent-encoded, long, and not looked at. */
const UNUSED_PATH = /schemaPath:"(?:[^"\\]|\\.)*",/gu;

/** Whether a text is empty, asked by counting its characters, which takes a while for a long one. */
const COUNTED = /\bfunc\d+\((data\d*)\) < 1\b/gu;

/** Sources of the modules a form is built into. */
export interface FormModules {
  id: string;
  /** Its data, kept in files of their own. It imports the checks as `check:<name>`. */
  form: string;
  checks: Check[];
}

/** The schema of a kind of document, compiled ahead. */
interface Check {
  /** Of the file it may be kept in. */
  name: string;
  /** A module whose export takes what gives the schema, and returns the check. */
  code: string;
}

/**
 * Makes the modules of all forms.
 * @param schemas folder of the forms
 * @param data folder that takes their data
 */
export async function formModules(schemas: string, data: string): Promise<FormModules[]> {
  await mkdir(data, { recursive: true });
  const folders = (await readdir(schemas, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return Promise.all(folders.map(({ name }) => modulesOf(name, path.join(schemas, name), data)));
}

async function modulesOf(id: string, source: string, folder: string): Promise<FormModules> {
  const { data } = parseForm(formFiles(source));
  const keep = (file: string, part: unknown) => writeFile(path.join(folder, file), JSON.stringify(part));
  const lines: string[] = [];
  const checks: Check[] = [];
  const kinds = Object.entries(data.documents);
  for (const [index, [name, kind]] of kinds.entries()) {
    const own = `data.documents[${JSON.stringify(name)}]`;
    for (const part of LONG.filter((each) => kind[each])) {
      const file = `${id}.${index}.${part}.json`;
      await keep(file, kind[part]);
      lines.push(`defineLazy(${own}, "${part}", () => read("${file}"));`);
    }
    const check = { name: `${id}.${index}.check`, code: compiled(kind.schema as object) };
    checks.push(check);
    lines.unshift(`import check${index} from "check:${check.name}";`);
    lines.push(`checks[${JSON.stringify(name)}] = asSchemaCheck(check${index}(() => ${own}.schema));`);
  }
  const short = kinds.map(([name, { schema, layout, indicators, ...rest }]) => [name, rest]);
  const { descriptions, ...rest } = data;
  await keep(`${id}.json`, { ...rest, documents: Object.fromEntries(short) });
  await keep(`${id}.descriptions.json`, descriptions);
  lines.push(`defineLazy(data, "descriptions", () => read("${id}.descriptions.json"));`);
  const form = [
    'import { asSchemaCheck } from "./schema-check.js";',
    'import { defineLazy } from "./lazy-property.js";',
    'import { readFileSync } from "node:fs";',
    'const read = (file) => JSON.parse(readFileSync(import.meta.dirname + "/forms/" + file, "utf8"));',
    `export const data = read("${id}.json");`,
    "export const checks = {};",
    ...lines,
  ];
  return { id, form: form.join("\n"), checks };
}

function compiled(schema: { $id?: string }): string {
  const ajv = createAjv({ messages: false, inlineRefs: false, code: { source: true, esm: true } });
  ajv.addSchema(schema);
  const code = standaloneCode
    .default(ajv, { check: String(schema.$id) })
    .replaceAll(UNUSED_PATH, "")
    .replaceAll(COUNTED, "$1.length < 1");
  // the code carries the schema along, and so does the data
  const written = ` = ${JSON.stringify(schema)};`;
  const at = code.indexOf(written);
  const variable = /\w+$/u.exec(code.slice(0, at))?.[0];
  if (at < 0 || !variable) throw new Error(`${schema.$id}: not in its compiled code`);
  const uses = code
    .replace(`const ${variable}${written}`, "")
    .replaceAll(new RegExp(`\\b${variable}\\b`, "gu"), "$&()");
  return `let ${variable};\n${uses}\nexport default (schemaOf) => { ${variable} = schemaOf; return check; };`;
}

/** Source of a module that reads a check from its file when something is first checked. */
export function deferred({ name }: Check): string {
  return `export default (schemaOf) => {
    let made;
    return function check(data) {
      made ??= require("./forms/${name}.cjs").default(schemaOf);
      const valid = made(data);
      check.errors = made.errors;
      return valid;
    };
  };`;
}

/**
 * Puts the modules of forms in the place of `src/io/built-forms.ts`.
 * @param source gives what stands for a check: its code, or what reads it
 */
export function withForms(forms: FormModules[], source: (check: Check) => string = ({ code }) => code): Plugin {
  const resolveDir = path.join(import.meta.dirname, "../form");
  const modules = new Map(
    forms.flatMap(({ id, form, checks }): [string, string][] => [
      [`form:${id}`, form],
      ...checks.map((check): [string, string] => [`check:${check.name}`, source(check)]),
    ]),
  );
  const list = forms.map(({ id }) => `${JSON.stringify(id)}: () => import("form:${id}")`);
  modules.set("list", `export const builtForms = { ${list.join(", ")} };`);
  return {
    name: "with-forms",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/built-forms\.js$/ }, () => ({ path: "list", namespace: "forms" }));
      onResolve({ filter: /^(?:form|check):/ }, ({ path: name }) => ({ path: name, namespace: "forms" }));
      onResolve({ filter: /^\.\/forms\//, namespace: "forms" }, ({ path: name }) => ({ path: name, external: true }));
      // what compiled schemas call on comes along, though ajv itself stays out
      onResolve({ filter: /^ajv(?:-formats)?\/dist\//, namespace: "forms" }, ({ path: name }) => ({
        path: require.resolve(name),
      }));
      onLoad({ filter: /./, namespace: "forms" }, ({ path: name }) => ({ contents: modules.get(name), resolveDir }));
    },
  };
}
