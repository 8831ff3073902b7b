import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { allForms } from "../index.js";
import { deferred, type FormModules, formModules, withForms } from "./form-modules.js";

const root = path.resolve(import.meta.dirname, "../..");
const dist = path.join(root, "dist");

/** Libraries too heavy for start-up: only behind `import()`, and not bundled. */
const LAZY = ["ajv", "ajv-formats", "diff", "docx", "exceljs", "image-size", "saxes", "tinyglobby"];

/** Bundled, and not needed by most runs. */
const LAZY_BUNDLED = ["chalk", "d3-scale", "yaml"];

/** Parts of node as heavy. */
const LAZY_NODE = ["child_process", "crypto", "os", "stream", "url", "v8", "worker_threads", "zlib"].map(
  (name) => `node:${name}`,
);

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
const SELDOM: Record<string, string> = {
  "library-reader": "readWithLibrary",
  "blank-yaml": "blankYaml",
  digest: "digest",
  "chalk-paint": "chalkPaint",
};

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
async function buildLibrary(forms: FormModules[]): Promise<void> {
  await build({
    ...COMMON,
    plugins: [withForms(forms)],
    entryPoints: { index: path.join(root, "src/index.ts") },
    outdir: dist,
    splitting: true,
    format: "esm",
  });
}

/** A CommonJS file, which node starts faster than modules and whose compiled code `bin/ptc.cjs` can keep. */
const COMMON_JS: BuildOptions = {
  ...COMMON,
  outdir: dist,
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  // code from V8's cache cannot import(), only require
  supported: { "dynamic-import": false },
};

/**
 * The command line: one file, and one for each kind of document with its schema compiled, since most runs need one.
 * Stops when something heavy would be loaded at start-up.
 */
async function buildCommandLine(forms: FormModules[]): Promise<void> {
  const { metafile } = await build({
    ...COMMON_JS,
    plugins: [withForms(forms, deferred), commanderStartsNothing, seldomNeeded],
    metafile: true,
    entryPoints: { cli: path.join(root, "src/start.ts") },
    alias: {
      ...COMMON.alias,
      marked: path.join(root, "src/build/lazy-marked.ts"),
      // whether to colour is decided by the command line itself
      "#supports-color": path.join(root, "node_modules/chalk/source/vendor/supports-color/browser.js"),
    },
    define: { "import.meta.dirname": "__dirname" },
  });
  await finish(path.join(dist, "cli.cjs"));
  for (const { name } of forms.flatMap(({ checks }) => checks)) {
    const file = path.join("forms", name);
    await build({ ...COMMON_JS, plugins: [withForms(forms)], entryPoints: { [file]: `check:${name}` } });
    await finish(path.join(dist, `${file}.cjs`));
  }
  const { inputs } = metafile;
  const reached = new Set<string>();
  const follow = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    if (name.startsWith("seldom:")) return;
    for (const { path: imported, kind } of inputs[name]?.imports ?? []) if (kind !== "dynamic-import") follow(imported);
  };
  follow("src/start.ts");
  const heavy = [...LAZY, ...LAZY_NODE, ...LAZY_BUNDLED.map((library) => `node_modules/${library}`)].filter(
    (library) => reached.has(library) || [...reached].some((name) => name.startsWith(`${library}/`)),
  );
  if (heavy.length > 0) throw new Error(`loaded at start-up: ${heavy.join(", ")}`);
}

/**
 * Escapes what esbuild leaves, the characters in regular expressions: plain ASCII is read several times faster. Puts a
 * digest at the beginning, by which `bin/ptc.cjs` knows what it has compiled.
 */
async function finish(file: string): Promise<void> {
  const code = await readFile(file, "utf8");
  const escaped = (unit: string) =>
    [...Array(unit.length).keys()].map((at) => `\\u${unit.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
  const plain = code.replace(/[^\p{ASCII}]/gu, escaped);
  await writeFile(file, `/*${createHash("sha256").update(plain).digest("hex").slice(0, 16)}*/${plain}`);
}

// forms are checked here for good: runs take what is built as it is
await allForms();
await rm(dist, { recursive: true, force: true });
const forms = await formModules(path.join(root, "schemas"), path.join(dist, "forms"));
await buildLibrary(forms);
await buildCommandLine(forms);
