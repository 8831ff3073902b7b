import { existsSync } from "node:fs";
import path from "node:path";

/** Folder of the package: its forms, templates and pages. */
export const packageFolder: string = findPackage(import.meta.dirname);

/** The folder above this code, built or not, that holds the package. */
function findPackage(folder: string): string {
  return existsSync(path.join(folder, "package.json")) ? folder : findPackage(path.dirname(folder));
}
