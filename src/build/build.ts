import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import standaloneCode from "ajv/dist/standalone/index.js";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { allForms } from "../index.js";
import { createAjv } from "../io/ajv.js";
import { readForm } from "../io/read-form.js";

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, "../..");
const dist = path.join(root, "dist");

/** Libraries too heavy for start-up: only behind `import()`, and not bundled. */
const LAZY = ["ajv", "ajv-formats", "diff", "docx", "exceljs", "image-size", "saxes", "tinyglobby"];

/** Bundled, and not needed by most runs. */
const LAZY_BUNDLED = ["d3-scale", "yaml"];

/** Parts of node as heavy. */
const LAZY_NODE = ["node:child_process", "node:crypto", "node:worker_threads", "node:zlib"];

const COMMON: BuildOptions = {
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  external: LAZY,
  legalComments: "linked",
  // the same library as ES modules, of which the bundle takes only what is used
  alias: { yaml: path.join(root, "node_modules/yaml/browser/index.js") },
};

/** Where in the schema a complaint comes from: percent-encoded, long, and not looked at. */
const UNUSED_PATH = /schemaPath:"(?:[^"\\]|\\.)*",/g;

/** Parts of a kind of document that are long, and that most runs need one or none of: read when they are asked for. */
const LONG = ["schema", "layout", "indicators"] as const;

/** Source of a module that holds a form: its data, kept in files of their own, and its schemas compiled ahead. */
async function formModule(id: string): Promise<string> {
  const { data } = await readForm(path.join(root, "schemas", id));
  const kinds = Object.entries(data.documents).map(([name, kind], index) => ({ name, kind, number: index }));
  const keep = (file: string, part: unknown) => writeFile(path.join(dist, "forms", file), JSON.stringify(part));
  await mkdir(path.join(dist, "forms"), { recursive: true });
  const reads: string[] = [];
  for (const { name, kind, number } of kinds)
    for (const part of LONG.filter((each) => kind[each])) {
      const file = `${id}.${number}.${part}.json`;
      await keep(file, kind[part]);
      reads.push(`lazily(data.documents[${JSON.stringify(name)}], "${part}", () => read("${file}"));`);
    }
  const short = kinds.map(({ name, kind: { schema, layout, indicators, ...rest } }) => [name, rest]);
  await keep(`${id}.json`, { ...data, documents: Object.fromEntries(short) });

  const ajv = createAjv({ messages: false, inlineRefs: false, code: { source: true, esm: true } });
  for (const { kind } of kinds) ajv.addSchema(kind.schema as object);
  const exported = Object.fromEntries(kinds.map(({ kind, number }) => [`check${number}`, kind.schema.$id as string]));
  let checks = standaloneCode.default(ajv, exported).replaceAll(UNUSED_PATH, "");
  for (const { name, kind } of kinds) {
    // the code carries each schema along, and so does the data
    const written = ` = ${JSON.stringify(kind.schema)};`;
    const at = checks.indexOf(written);
    const variable = /\w+$/u.exec(checks.slice(0, at))?.[0];
    if (at < 0 || !variable) throw new Error(`${id}/${name}: its schema is not in the compiled code`);
    const uses = checks
      .replace(`const ${variable}${written}`, "")
      .replaceAll(new RegExp(`\\b${variable}\\b`, "gu"), "$&()");
    checks = `const ${variable} = () => data.documents[${JSON.stringify(name)}].schema;\n${uses}`;
  }
  return [
    'import { asCheck } from "./schema-check.js";',
    'import { lazily } from "./lazily.js";',
    'import { readFileSync } from "node:fs";',
    'const read = (file) => JSON.parse(readFileSync(new URL("./forms/" + file, import.meta.url), "utf8"));',
    `export const data = read("${id}.json");`,
    ...reads,
    checks,
    `export const checks = { ${kinds.map(({ name, number }) => `${JSON.stringify(name)}: asCheck(check${number})`).join(", ")} };`,
  ].join("\n");
}

/** Puts the prepared forms in the place of `src/io/built-forms.ts`. */
async function preparedForms(): Promise<Plugin> {
  const folders = (await readdir(path.join(root, "schemas"), { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const modules = new Map(await Promise.all(folders.map(async ({ name }) => [name, await formModule(name)] as const)));
  const resolveDir = path.join(root, "src/io");
  const list = [...modules.keys()].map((id) => `${JSON.stringify(id)}: () => import("form:${id}")`);
  return {
    name: "prepared-forms",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/built-forms\.js$/ }, () => ({ path: "list", namespace: "forms" }));
      onResolve({ filter: /^form:/ }, ({ path: name }) => ({ path: name.slice("form:".length), namespace: "forms" }));
      // what compiled schemas call on comes along, though ajv itself stays out
      onResolve({ filter: /^ajv(?:-formats)?\/dist\//, namespace: "forms" }, ({ path: name }) => ({
        path: require.resolve(name),
      }));
      onLoad({ filter: /^list$/, namespace: "forms" }, () => ({
        contents: `export const builtForms = { ${list.join(", ")} };`,
      }));
      onLoad({ filter: /./, namespace: "forms" }, ({ path: id }) => ({ contents: modules.get(id), resolveDir }));
    },
  };
}

/** Commander starts other programs only for subcommands in files of their own: ptc has none, and spares the loading. */
const commanderStartsNothing: Plugin = {
  name: "commander-starts-nothing",
  setup({ onResolve }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer)
        ? { path: path.join(root, "src/build/no-child-process.ts") }
        : undefined,
    );
  },
};

/**
 * Modules that load what is heavy and most runs do without, with the function they offer: run when it is called.
 * `import()` would do the same, but makes whoever calls them wait.
 */
const SELDOM: Record<string, string> = { "yaml-source": "readYaml", blank: "blankYaml", digest: "digest" };

const seldomNeeded: Plugin = {
  name: "seldom-needed",
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: new RegExp(`^\\..*/(?:${Object.keys(SELDOM).join("|")})\\.js$`) },
      ({ path: name, resolveDir }) => ({
        path: path.resolve(resolveDir, name).replace(/\.js$/, ".ts"),
        namespace: "seldom",
      }),
    );
    onLoad({ filter: /./, namespace: "seldom" }, ({ path: file }) => {
      const name = SELDOM[path.basename(file, ".ts")];
      const contents = `export const ${name} = (...given) => require(${JSON.stringify(file)}).${name}(...given);`;
      return { contents, resolveDir: path.dirname(file) };
    });
  },
};

/** The library: ES modules, with what is heavy split off. */
async function buildLibrary(plugins: Plugin[]): Promise<void> {
  await build({
    ...COMMON,
    plugins,
    entryPoints: { index: path.join(root, "src/index.ts") },
    outdir: dist,
    splitting: true,
    format: "esm",
  });
}

/**
 * The command line: one CommonJS file, which node starts faster than modules and whose compiled code
 * `bin/ptc.cjs` can keep. Stops when something heavy would be loaded at start-up.
 */
async function buildCommandLine(plugins: Plugin[]): Promise<void> {
  const { metafile } = await build({
    ...COMMON,
    plugins: [...plugins, commanderStartsNothing, seldomNeeded],
    metafile: true,
    entryPoints: { cli: path.join(root, "src/cli/main.ts") },
    outdir: dist,
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    // code from V8's cache cannot import(), only require
    supported: { "dynamic-import": false },
    alias: {
      ...COMMON.alias,
      marked: path.join(root, "src/build/lazy-marked.ts"),
      // whether to colour is decided by the command line itself
      "#supports-color": path.join(root, "node_modules/chalk/source/vendor/supports-color/browser.js"),
    },
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl=require("node:url").pathToFileURL(__filename).href;' },
  });
  await toAscii(path.join(dist, "cli.cjs"));
  const { inputs } = metafile;
  const reached = new Set<string>();
  const follow = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    if (name.startsWith("seldom:")) return;
    for (const { path: imported, kind } of inputs[name]?.imports ?? []) if (kind !== "dynamic-import") follow(imported);
  };
  follow("src/cli/main.ts");
  const heavy = [...LAZY, ...LAZY_NODE, ...LAZY_BUNDLED.map((library) => `node_modules/${library}`)].filter(
    (library) => reached.has(library) || [...reached].some((name) => name.startsWith(`${library}/`)),
  );
  if (heavy.length > 0) throw new Error(`loaded at start-up: ${heavy.join(", ")}`);
}

/** Escapes what esbuild leaves, the characters in regular expressions: plain ASCII is read several times faster. */
async function toAscii(file: string): Promise<void> {
  const code = await readFile(file, "utf8");
  const escaped = (unit: string) =>
    [...Array(unit.length).keys()].map((at) => `\\u${unit.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
  await writeFile(file, code.replace(/[^\p{ASCII}]/gu, escaped));
}

// forms are checked here for good: runs take what is built as it is
await allForms();
await rm(dist, { recursive: true, force: true });
const plugins = [await preparedForms()];
await buildLibrary(plugins);
await buildCommandLine(plugins);
