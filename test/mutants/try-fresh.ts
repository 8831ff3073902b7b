import path from "node:path";
import type { Mutant } from "./find-mutants.js";
import type { TestFile } from "./log.js";
import { openTests } from "./test-run.js";

export interface FreshOptions {
  root: string;
  /** All in the sources. */
  mutants: Mutant[];
  /** Those to be tried. */
  open: Mutant[];
  /** What is known from `tryAll`. */
  files: TestFile[];
  killed: Map<number, string>;
  workers: number;
  patience: number;
  /** Where tests write. */
  folder: string;
}

/**
 * Tries mutants one by one, each from the start of a process: those in what is done while sources are loaded, in what
 * is done before all tests of a file, and in what is worked out once and kept.
 * @returns those that were noticed
 */
export async function tryFresh(options: FreshOptions): Promise<Set<number>> {
  const { root, mutants, open, workers, folder } = options;
  const killed = new Set<number>();
  const queue = [...open];
  await Promise.all(
    Array.from({ length: Math.min(workers, queue.length) }, async () => {
      let failed = false;
      const vitest = await openTests({
        root,
        mutants,
        workers: 1,
        env: { TMPDIR: folder },
        bail: true,
        onModuleEnd(module) {
          failed ||= !module.ok();
        },
      });
      try {
        const specifications = await vitest.globTestSpecifications();
        for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
          const named = testsOf(mutant, options);
          failed = false;
          vitest.config.env["MUTANT"] = String(mutant.id);
          await vitest.runTestSpecifications(
            named.flatMap((name) => specifications.filter(({ moduleId }) => moduleId === path.join(root, name))),
          );
          if (failed) killed.add(mutant.id);
        }
      } finally {
        await vitest.close();
      }
    }),
  );
  return killed;
}

/** The files of tests that are likely to notice a mutant, the likeliest first, as many as patience lasts. */
function testsOf({ id, file }: Mutant, { mutants, killed, files, patience }: FreshOptions): string[] {
  const beside = mutants.filter((each) => each.file === file).map((each) => each.id);
  const room = file.split("/")[1] ?? "";
  const rank = (each: TestFile) =>
    beside.filter((other) => killed.get(other) === each.file).length + Number(each.file.split(/[/.]/u).includes(room));
  const open = files.filter((each) => each.open.includes(id));
  // what is done while sources are loaded shows wherever they are used
  const near = open.length > 0 ? open : files.filter(({ passed }) => beside.some((each) => passed.includes(each)));
  let sum = 0;
  return (near.length > 0 ? near : files)
    .toSorted((a, b) => rank(b) - rank(a) || a.seconds - b.seconds)
    .filter(({ seconds }, index) => {
      sum += seconds + TO_LOAD;
      return index === 0 || sum <= patience;
    })
    .map((each) => each.file);
}

/** Seconds of work to load a file of tests. */
const TO_LOAD = 0.2;
