import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Handful, Task } from "./look-at-files.js";

/** More threads than that take more memory than time is to be gained. */
const MOST = 8;

/** What runs in a thread; there is none before the build. */
const SCRIPT = path.join(import.meta.dirname, "../bin/look-thread.cjs");

/**
 * Starts a thread for each processor but the one at work already.
 * @param bring takes what a thread made of some files; of those it fails at, it brings nothing
 * @returns how many there are, when all have ended, well or badly, and how to stop them
 */
export function startThreads(
  task: Task,
  bring: (handful: Handful) => void,
): { count: number; ended: Promise<unknown>; stop: () => void } {
  const count = existsSync(SCRIPT) ? Math.min(availableParallelism(), MOST) - 1 : 0;
  Atomics.store(task.loading, 0, count);
  const threads = Array.from(
    { length: count },
    () => new Worker(SCRIPT, { argv: process.argv.slice(2), workerData: task }),
  );
  const ends = threads.map((thread) => {
    thread.on("message", bring);
    thread.on("error", () => {});
    return new Promise((resolve) => thread.once("exit", resolve));
  });
  return {
    count,
    ended: Promise.all(ends),
    stop: () => {
      for (const thread of threads) thread.terminate();
    },
  };
}
