import { takePart } from "./look-at-files.js";

/** What runs in each of the threads that `look-threads.ts` starts: looks at files until none is left, and ends. */
export async function lookThread(): Promise<void> {
  const { parentPort, workerData } = await import("node:worker_threads");
  await takePart(workerData, (handful) => parentPort?.postMessage(handful));
  // what NODE_OPTIONS has loaded besides may go on for ever
  process.exit();
}
