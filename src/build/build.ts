import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { createAjv } from "../io/ajv.js";
import { readForm } from "../io/read-form.js";

const root = path.resolve(import.meta.dirname, "../..");
const dist = path.join(root, "dist");

/** Libraries too heavy for start-up: only behind `import()`, and not bundled. */
const LAZY = ["ajv", "ajv-formats", "docx", "exceljs", "saxes", "tinyglobby"];

await rm(dist, { recursive: true, force: true });
await mkdir(path.join(dist, "forms"), { recursive: true });
for (const id of await readdir(path.join(root, "schemas"), { withFileTypes: true }))
  if (id.isDirectory()) await buildForm(id.name);
await buildCode();

/** A form as one module: its data, and its schemas compiled ahead. */
async function buildForm(id: string): Promise<void> {
  const { data } = await readForm(path.join(root, "schemas", id));
  const ajv = createAjv({ code: { source: true, esm: true, lines: false } });
  const kinds = Object.entries(data.documents).map(([name, kind], index) => ({
    name,
    schema: kind.schema,
    exported: `check${index}`,
  }));
  for (const { schema } of kinds) ajv.addSchema(schema as object);
  const checks = standaloneCode.default(
    ajv,
    Object.fromEntries(kinds.map(({ exported, schema }) => [exported, schema.$id as string])),
  );
  const entries = kinds.map(({ name, exported }) => `${JSON.stringify(name)}: asCheck(${exported})`);
  await build({
    stdin: {
      contents: [
        checks,
        'import { asCheck } from "./schema-check.ts";',
        `export const data = JSON.parse(${JSON.stringify(JSON.stringify(data))});`,
        `export const checks = { ${entries.join(", ")} };`,
      ].join("\n"),
      resolveDir: path.join(root, "src/io"),
      loader: "js",
    },
    outfile: path.join(dist, "forms", `${id}.js`),
    bundle: true,
    minify: true,
    charset: "utf8",
    format: "esm",
    platform: "node",
    target: "node20",
  });
}

/** The command line and the library, with what is heavy split off; stops when something heavy slips into start-up. */
async function buildCode(): Promise<void> {
  const { metafile } = await build({
    entryPoints: { cli: path.join(root, "src/cli/main.ts"), index: path.join(root, "src/index.ts") },
    outdir: dist,
    bundle: true,
    splitting: true,
    minify: true,
    charset: "utf8",
    format: "esm",
    platform: "node",
    target: "node20",
    external: LAZY,
    // commander starts other programs only for subcommands in files of their own, which ptc has none of
    alias: {
      "node:child_process": path.join(root, "src/build/no-child-process.ts"),
      // the same library as ES modules, of which the bundle takes only what is used
      yaml: path.join(root, "node_modules/yaml/browser/index.js"),
    },
    // commander is CommonJS and asks for node's own modules with require
    banner: { js: 'import{createRequire as makeRequire}from"node:module";const require=makeRequire(import.meta.url);' },
    legalComments: "linked",
    metafile: true,
  });
  const outputs = metafile.outputs;
  const reached = new Set<string>();
  const follow = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const { path: imported, kind } of outputs[name]?.imports ?? [])
      if (kind === "import-statement") follow(imported);
  };
  follow(path.relative(process.cwd(), path.join(dist, "cli.js")));
  const heavy = LAZY.filter(
    (library) => reached.has(library) || [...reached].some((name) => name.startsWith(`${library}/`)),
  );
  if (heavy.length > 0) throw new Error(`loaded at start-up: ${heavy.join(", ")}`);
  const size = await Promise.all(
    [...reached].filter((name) => outputs[name]).map(async (name) => (await readFile(name)).length),
  );
  await writeFile(
    path.join(dist, "start-up.json"),
    `${JSON.stringify({ bytes: size.reduce((sum, each) => sum + each, 0), files: [...reached] }, null, 2)}\n`,
  );
}
