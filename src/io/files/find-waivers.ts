import { existsSync } from "node:fs";
import path from "node:path";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { WaiversText } from "../../model/input.js";
import { toDisplayPath, WAIVERS_FILE } from "./find-inputs.js";
import { readFile } from "./read-input.js";

/** The waivers that apply to a folder, or why they cannot be read. */
export interface FoundWaivers {
  waivers?: WaiversText;
  /** What was found while the file was read, such as a wrong encoding. */
  problems: Diagnostic[];
}

/**
 * Finds the waivers that apply to a folder: the nearest `ptc-waivers.yaml` in it or above it, up to the root of the
 * git repository.
 * @param folder full path
 * @returns the file, named relative to `folder`; neither waivers nor problems when there is no such file
 */
export function findWaivers(folder: string): FoundWaivers {
  for (let home = folder; ; home = path.dirname(home)) {
    const full = path.join(home, WAIVERS_FILE);
    if (existsSync(full)) {
      const { text, problems, problem } = readFile(toDisplayPath(path.relative(folder, full)), full);
      if (problem) return { problems: [problem] };
      const nameOf = (file: string) => toDisplayPath(path.relative(home, path.resolve(folder, file)));
      // `ptc fix` corrects applications only, so nothing is offered here
      return { waivers: { ...text, nameOf }, problems: problems.map(({ fix: _, ...problem }) => problem) };
    }
    if (existsSync(path.join(home, ".git")) || path.dirname(home) === home) return { problems: [] };
  }
}
