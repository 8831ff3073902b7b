import { readFileSync } from "node:fs";
import path from "node:path";
import { packageFolder } from "../io/forms/package-folder.js";

/** Reads the version of this package from its `package.json`. */
export function version(): string {
  return JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")).version;
}
