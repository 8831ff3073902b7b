// What runs in each of the threads that `look-threads.ts` starts.
import { parentPort, workerData } from "node:worker_threads";
import { takePart } from "./look-at-files.js";

parentPort?.postMessage([...(await takePart(workerData))]);
