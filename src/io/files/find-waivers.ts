import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { toDisplayPath, WAIVERS_FILE } from "./find-files.js";
import type { FileText } from "./read-files.js";

/**
 * Finds the waivers that hold in a folder: in it, or above it as far as the repository reaches.
 * @returns the file as seen from the folder, and how it names files that are seen from there
 */
export function findWaivers(folder: string): (FileText & { nameOf(file: string): string }) | undefined {
  for (let home = folder; ; home = path.dirname(home)) {
    const full = path.join(home, WAIVERS_FILE);
    if (existsSync(full)) {
      const nameOf = (file: string) => toDisplayPath(path.relative(home, path.resolve(folder, file)));
      return { file: toDisplayPath(path.relative(folder, full)), text: readFileSync(full, "utf8"), nameOf };
    }
    if (existsSync(path.join(home, ".git")) || path.dirname(home) === home) return undefined;
  }
}
