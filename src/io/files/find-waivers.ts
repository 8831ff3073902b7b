import { existsSync } from "node:fs";
import path from "node:path";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { WaiversText } from "../../model/input.js";
import { toDisplayPath, WAIVERS_FILE } from "./find-inputs.js";
import { readFile } from "./read-input.js";

/** The waivers that hold in a folder, or why they cannot be read. */
export interface FoundWaivers {
  waivers?: WaiversText;
  problems: Diagnostic[];
}

/**
 * Finds the waivers that hold in a folder: in it, or above it as far as the repository reaches.
 * @returns the file as seen from the folder; neither waivers nor problems where there is none
 */
export function findWaivers(folder: string): FoundWaivers {
  for (let home = folder; ; home = path.dirname(home)) {
    const full = path.join(home, WAIVERS_FILE);
    if (existsSync(full)) {
      const { text, problems, problem } = readFile(toDisplayPath(path.relative(folder, full)), full);
      if (problem) return { problems: [problem] };
      const nameOf = (file: string) => toDisplayPath(path.relative(home, path.resolve(folder, file)));
      return { waivers: { ...text, nameOf }, problems };
    }
    if (existsSync(path.join(home, ".git")) || path.dirname(home) === home) return { problems: [] };
  }
}
