import { type Task, takePart } from "./look-at-files.js";

/** What runs in each of the threads that `look-threads.ts` starts: looks at files until none is left, and ends. */
export async function lookThread(): Promise<void> {
  const { parentPort, workerData } = await import("node:worker_threads");
  const task: Task = workerData;
  const isLast = Atomics.sub(task.loading, 0, 1) === 1;
  if (isLast && task.options.ownProcess) await settle();
  await takePart(task, (handful) => parentPort?.postMessage(handful));
  // what NODE_OPTIONS has loaded besides may go on for ever
  process.exit();
}

/**
 * Sets V8, for the whole process, to suit a run of some seconds on all processors: they would lose more by optimising
 * code than they gain, and each thread would take tens of MB to save itself some tidying up. The thread that loads last
 * does it: code that is kept fits the settings it was kept with.
 */
async function settle(): Promise<void> {
  // later versions know other settings, and gain nothing
  if (Number.parseInt(process.versions.node, 10) !== 20) return;
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--interrupt-budget=1000000");
  setFlagsFromString("--semi-space-growth-factor=1");
}
