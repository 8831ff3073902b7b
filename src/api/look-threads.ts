import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FileLook, Task } from "./look-at-files.js";

/** More threads than that take more memory than time is to be gained. */
const MOST = 8;

/** What runs in a thread; there is none before the build. */
const SCRIPT = fileURLToPath(new URL("./look-thread.js", import.meta.url));

/**
 * Starts a thread for each processor but the one at work already.
 * @returns what each brings, nothing when it fails, and how to stop them all
 */
export function startThreads(task: Task): { results: Promise<[number, FileLook][][]>; stop: () => void } {
  const count = existsSync(SCRIPT) ? Math.min(availableParallelism(), MOST) - 1 : 0;
  const threads = Array.from({ length: count }, () => new Worker(SCRIPT, { workerData: task }));
  return {
    results: Promise.all(threads.map(resultOf)),
    stop: () => {
      for (const thread of threads) thread.terminate();
    },
  };
}

function resultOf(thread: Worker): Promise<[number, FileLook][]> {
  return new Promise((resolve) => {
    thread.once("message", resolve);
    // without a message before it, it ended badly
    thread.once("error", () => resolve([]));
    thread.once("exit", () => resolve([]));
  });
}
