import { mkdtempSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { findMutants } from "./find-mutants.js";
import { report } from "./report.js";
import { ROOMS } from "./rooms.js";
import { sample } from "./sample.js";
import { tryAll } from "./try-all.js";
import { tryFresh } from "./try-fresh.js";

// npm run mutants: changes the sources in small ways and sees whether a test notices. See README.md beside this.

const root = path.resolve(import.meta.dirname, "../..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    tests: { type: "string", multiple: true, default: [] },
    patience: { type: "string", default: "3" },
    workers: { type: "string", default: String(availableParallelism()) },
  },
});
const [patience, workers] = [Number(values.patience), Number(values.workers)];

function sourcesIn(names: string[]): string[] {
  const isFolder = (name: string) => statSync(path.join(root, name), { throwIfNoEntry: false })?.isDirectory();
  return globSync(
    names.map((name) => (isFolder(name) ? `${name}/**/*.ts` : name)),
    { cwd: root },
  ).sort();
}

const began = Date.now();
function say(text: string): void {
  console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} 秒  ${text}`);
}

const sources = sourcesIn(positionals.length > 0 ? positionals : ROOMS);
if (sources.length === 0) throw new Error(`没有这样的源文件:${positionals.join(" ")}`);
const all = findMutants(root, sources);
const wanted = values.sample ? sample(all, Number(values.sample), Number(values.seed)) : all;
const mutants = all.filter(({ file }) => wanted.some((each) => each.file === file));
say(`${sources.length} 个源文件,${all.length} 处改动${values.sample ? `,抽 ${wanted.length} 处` : ""}`);

const folder = mkdtempSync(path.join(tmpdir(), "ptc-mutants-"));
const found = await tryAll({ root, mutants, wanted, workers, patience, tests: values.tests, folder });
for (const { file, tests } of found.failing) say(`不改也通不过,没有用:${file} ${tests.join(";")}`);
const files = found.files.filter(({ file }) => !found.failing.some((each) => each.file === file));
const openIds = new Set([...found.loaded, ...files.flatMap((each) => each.open)]);
const open = wanted.filter(({ id }) => openIds.has(id) && !found.killed.has(id));
say(`${files.length} 个测试文件发现 ${found.killed.size} 处,另有 ${open.length} 处要各开一个进程`);

const later = await tryFresh({ root, mutants, open, files, killed: found.killed, workers, patience, folder });
rmSync(folder, { recursive: true });
say(`又发现 ${later.size} 处`);
const survivors = wanted.filter(({ id }) => !found.killed.has(id) && !later.has(id));
const reached = new Set([...found.loaded, ...files.flatMap(({ passed }) => passed)]);
process.exitCode = report({ all, tried: wanted, survivors, reached }) ? 0 : 1;
