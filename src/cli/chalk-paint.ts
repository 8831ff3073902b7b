import { Chalk } from "chalk";
import type { Paint } from "../index.js";

/** Paint for a terminal. */
export function chalkPaint(): Paint {
  return new Chalk({ level: 1 });
}
