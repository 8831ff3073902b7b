import { rm } from "node:fs/promises";
import path from "node:path";
import { type InputOptions, type Plugin, rolldown } from "rolldown";
import { openForms } from "../io/forms/form-catalog.js";
import { openAll } from "../model/form-catalog.js";
import { bundleTypes } from "./bundle-types.js";
import { compileForms } from "./compile-forms.js";
import { refuseHeavyStart } from "./refuse-heavy-start.js";

const root = path.resolve(import.meta.dirname, "../..");
const dist = path.join(root, "dist");

/** Libraries that are not bundled: large, and loaded only when a command needs them. */
const EXTERNAL = ["ajv", "ajv-formats", "diff", "docx", "exceljs", "image-size", "saxes", "tinyglobby"];

const COMMON: InputOptions = {
  cwd: root,
  platform: "node",
  external: (id) =>
    id.startsWith("node:") || EXTERNAL.some((library) => id === library || id.startsWith(`${library}/`)),
  // the same library as ES modules, of which a bundle takes only what is used
  resolve: { alias: { yaml: path.join(root, "node_modules/yaml/browser/index.js") } },
};

/**
 * Commander starts other programs only for subcommands in files of their own. ptc has none, so the part of node that
 * starts programs, which is slow to load, is left out of its start.
 */
const commanderStartsNothing: Plugin = {
  name: "commander-starts-nothing",
  transform: (code, id) =>
    id.includes("/commander/lib/") ? code.replace("require('node:child_process')", "{}") : undefined,
};

/** The library: ES modules, with what is heavy split off. */
async function buildLibrary(): Promise<void> {
  const bundle = await rolldown({ ...COMMON, input: { index: "src/index.ts" } });
  await bundle.write({ dir: dist, format: "esm", minify: true });
}

/** The command line: CommonJS, which node starts faster than ES modules, with what most runs do not need split off. */
async function buildCommandLine(): Promise<void> {
  const bundle = await rolldown({
    ...COMMON,
    input: { cli: "src/cli/main.ts" },
    transform: { define: { "import.meta.dirname": "__dirname" } },
    plugins: [commanderStartsNothing],
  });
  const names = { entryFileNames: "[name].cjs", chunkFileNames: "cli-[name]-[hash].cjs" };
  const { output } = await bundle.write({ dir: dist, format: "cjs", minify: true, ...names });
  refuseHeavyStart(output);
}

// forms are checked thoroughly here: runs take what is built as it is
await openAll(openForms());
await rm(dist, { recursive: true, force: true });
await compileForms(path.join(root, "schemas"), path.join(dist, "forms"));
await buildLibrary();
await buildCommandLine();
await bundleTypes(root, path.join(dist, "index.d.ts"));
