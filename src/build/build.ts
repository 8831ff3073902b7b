import { rm } from "node:fs/promises";
import path from "node:path";
import { type InputOptions, type Plugin, rolldown } from "rolldown";
import { openForms } from "../io/forms/form-catalog.js";
import { openAll } from "../model/form-catalog.js";
import { bundleTypes } from "./bundle-types.js";
import { compileForms } from "./compile-forms.js";
import { refuseHeavyStart } from "./refuse-heavy-start.js";
import { startChunk } from "./start-chunk.js";

const root = path.resolve(import.meta.dirname, "../..");
const dist = path.join(root, "dist");

/** Libraries that are not bundled, because they are large and loaded only when a command needs them. */
const EXTERNAL = ["ajv", "ajv-formats", "diff", "docx", "exceljs", "image-size", "saxes", "tinyglobby"];

const COMMON: InputOptions = {
  cwd: root,
  platform: "node",
  external: (id) =>
    id.startsWith("node:") || EXTERNAL.some((library) => id === library || id.startsWith(`${library}/`)),
  // this is the same library as ES modules, so that the bundle contains only the parts that are used
  resolve: { alias: { yaml: path.join(root, "node_modules/yaml/browser/index.js") } },
};

/**
 * Removes `node:child_process` from commander, because it is slow to load. Commander needs it only for subcommands that
 * are programs of their own, and ptc has none.
 */
const removeChildProcess: Plugin = {
  name: "commander-starts-nothing",
  transform: (code, id) =>
    id.includes("/commander/lib/") ? code.replace("require('node:child_process')", "{}") : undefined,
};

/** Bundles the library as ES modules. Heavy parts are chunks of their own. */
async function buildLibrary(): Promise<void> {
  const bundle = await rolldown({ ...COMMON, input: { index: "src/index.ts" } });
  await bundle.write({ dir: dist, format: "esm", minify: true });
}

/**
 * Bundles the command line as CommonJS, which node starts faster than ES modules. What checking loads is one
 * file, and parts that most runs do not need are chunks of their own.
 */
async function buildCommandLine(): Promise<void> {
  const start = startChunk();
  const bundle = await rolldown({
    ...COMMON,
    input: { cli: "src/cli/main.ts" },
    transform: { define: { "import.meta.dirname": "__dirname" } },
    plugins: [removeChildProcess, start.plugin],
  });
  const names = { entryFileNames: "[name].cjs", chunkFileNames: "cli-[name]-[hash].cjs" };
  const { codeSplitting } = start;
  const { output } = await bundle.write({ dir: dist, format: "cjs", minify: true, codeSplitting, ...names });
  refuseHeavyStart(output);
}

// all forms are fully checked here, because a run does not check the built forms again
await openAll(openForms());
await rm(dist, { recursive: true, force: true });
await compileForms(path.join(root, "schemas"), path.join(dist, "forms"));
await buildLibrary();
await buildCommandLine();
await bundleTypes(root, path.join(dist, "index.d.ts"));
