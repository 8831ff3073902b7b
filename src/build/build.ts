import { rm } from "node:fs/promises";
import path from "node:path";
import { type Plugin, rolldown } from "rolldown";
import { openForms } from "../io/forms/form-catalog.js";
import { openAll } from "../model/form-catalog.js";
import { bundleTypes } from "./bundle-types.js";
import { compileForms } from "./compile-forms.js";
import { refuseHeavyStart } from "./refuse-heavy-start.js";
import { startChunk } from "./start-chunk.js";
import { writeLicences } from "./write-licences.js";

const root = path.resolve(import.meta.dirname, "../..");
const dist = path.join(root, "dist");

/** The same libraries in a form of which the bundle contains less. */
const SMALLER = {
  // as ES modules, of which only the parts that are used are bundled
  yaml: path.join(root, "node_modules/yaml/browser/index.js"),
  // without reading and writing of workbooks in streams, which need libraries of their own
  exceljs: path.join(root, "node_modules/exceljs/lib/exceljs.bare.js"),
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

/**
 * Bundles the command line and the library with everything they use, so that to install ptc is to copy one folder. The
 * bundle is CommonJS, which node starts faster than ES modules. What checking loads is one file, and parts that most
 * runs do not need are chunks of their own.
 */
async function bundle(): Promise<void> {
  const start = startChunk();
  const { codeSplitting } = start;
  const code = await rolldown({
    cwd: root,
    platform: "node",
    input: { cli: "src/cli/main.ts", index: "src/index.ts" },
    resolve: { alias: SMALLER },
    transform: { define: { "import.meta.dirname": "__dirname" } },
    plugins: [removeChildProcess, start.plugin],
  });
  // names without a hash: a change of the code is then a change of files, not new ones beside the old
  const names = { entryFileNames: "[name].cjs", chunkFileNames: "[name].cjs" };
  const { output } = await code.write({ dir: dist, format: "cjs", minify: true, codeSplitting, ...names });
  refuseHeavyStart(output);
  await writeLicences(output, path.join(dist, "licences.txt"));
}

// all forms are fully checked here, because a run does not check the built forms again
await openAll(openForms());
await rm(dist, { recursive: true, force: true });
await compileForms(path.join(root, "schemas"), path.join(dist, "forms"));
await bundle();
await bundleTypes(root, path.join(dist, "index.d.cts"));
