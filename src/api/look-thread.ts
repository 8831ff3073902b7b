// What runs in each of the threads that `look-threads.ts` starts.
import { parentPort, workerData } from "node:worker_threads";
import { takePart } from "./look-at-files.js";

await takePart(workerData, (handful) => parentPort?.postMessage(handful));
// what NODE_OPTIONS has loaded besides may go on for ever
process.exit();
