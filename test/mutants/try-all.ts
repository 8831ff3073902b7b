import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TestSpecification } from "vitest/node";
import type { Mutant } from "./find-mutants.js";
import { type Event, Log, type TestFile } from "./log.js";
import { openTests } from "./test-run.js";

export interface Tried {
  /** Mutants that made a test fail, with its file. */
  killed: Map<number, string>;
  /** Mutants that the sources pass while they are loaded. */
  loaded: Set<number>;
  files: TestFile[];
  /** Files with tests that fail without any mutant, and so were of no use. */
  failing: { file: string; tests: string[] }[];
}

export interface TryOptions {
  root: string;
  /** All in the sources. */
  mutants: Mutant[];
  /** Those to be tried. */
  wanted: Mutant[];
  workers: number;
  /** Seconds of work to spend on a mutant that no test notices. */
  patience: number;
  /** Parts of names of the files of tests to run; all if none is given. */
  tests: string[];
  /** Where workers write down what they find, and tests what they write. */
  folder: string;
}

/** Milliseconds after which a worker that has said nothing hangs on the mutant it tries. */
const HANGS = 300_000;

/** Runs all tests once, and each again for every mutant it passes. */
export async function tryAll(options: TryOptions): Promise<Tried> {
  const { root, mutants, wanted, workers, patience, tests, folder } = options;
  const logFile = path.join(folder, "log");
  writeFileSync(logFile, "");
  const log = new Log(logFile);
  const tried: Tried = { killed: new Map(), loaded: new Set(), files: [], failing: [] };
  const trying = new Map<number, { id: number; since: number }>();
  const hear = (events: Event[]) => {
    for (const event of events) {
      if (event.kind === "try") trying.set(event.pid, { id: event.id, since: Date.now() });
      else if ("pid" in event) trying.delete(event.pid);
      if (event.kind === "killed") for (const id of event.ids) tried.killed.set(id, event.file);
      if (event.kind === "loaded") for (const id of event.ids) tried.loaded.add(id);
      if (event.kind === "file") tried.files.push(event);
    }
  };
  const watch = setInterval(() => {
    hear(log.news());
    for (const [pid, { since }] of trying) if (Date.now() - since > HANGS) stop(pid);
  }, 1000);
  // a list of all would be too long for the environment
  const ids = wanted.length < mutants.length ? wanted.map(({ id }) => id) : [];
  const env = {
    TMPDIR: folder,
    MUTANTS_LOG: logFile,
    MUTANTS_PATIENCE: String(patience),
    MUTANTS_WANTED: ids.join(","),
  };
  const vitest = await openTests({
    root,
    mutants,
    workers,
    env,
    runner: "test/mutants/runner.ts",
    onModuleEnd(module) {
      if (module.ok()) return;
      const tests = [...module.children.allTests("failed")].map(({ fullName }) => fullName);
      tried.failing.push({ file: module.relativeModuleId, tests });
    },
  });
  try {
    let left = quickFirst(await vitest.globTestSpecifications(tests));
    for (let before = left.length + 1; left.length > 0 && left.length < before; ) {
      before = left.length;
      const { unhandledErrors } = await vitest.runTestSpecifications(left);
      for (const error of unhandledErrors) console.error(error);
      hear(log.news());
      // a worker that died did so of the mutant it tried; its file is run again without that
      for (const [pid, { id }] of trying) log.write({ kind: "killed", ids: [id], file: "", pid });
      hear(log.news());
      const done = new Set(tried.files.map(({ file }) => file));
      left = left.filter(({ moduleId }) => !done.has(path.relative(root, moduleId)));
    }
  } finally {
    clearInterval(watch);
    await vitest.close();
  }
  return tried;
}

/** Tests of whole commands come last: what others have noticed by then need not be tried in them. */
function quickFirst(tests: TestSpecification[]): TestSpecification[] {
  const [quick, slow]: [TestSpecification[], TestSpecification[]] = [[], []];
  for (const test of tests) (readFileSync(test.moduleId, "utf8").includes("support/run.js") ? slow : quick).push(test);
  return [...quick, ...slow];
}

/** Stops a process, unless it has ended by itself. */
function stop(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
