import { existsSync } from "node:fs";
import path from "node:path";

/** Full path of the package's folder, which holds its forms, templates and pages. */
export const packageFolder: string = findPackage(import.meta.dirname);

/** Finds the nearest folder above this code that has a `package.json`. The code may be built or run from `src/`. */
function findPackage(folder: string): string {
  return existsSync(path.join(folder, "package.json")) ? folder : findPackage(path.dirname(folder));
}
