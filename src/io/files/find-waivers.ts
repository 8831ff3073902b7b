import { lstatSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { createDiagnostic, type Diagnostic } from "../../model/diagnostic.js";
import type { WaiversText } from "../../model/input.js";
import { BEGINNING } from "../../model/place.js";
import { toDisplayPath, WAIVERS_FILE } from "./find-inputs.js";
import { foldersAbove } from "./folders-above.js";
import { readFile } from "./read-input.js";

/** The waivers that apply to a folder, or why they cannot be read. */
export interface FoundWaivers {
  waivers?: WaiversText;
  /** What was found while the file was read, such as a wrong encoding. */
  problems: Diagnostic[];
}

/**
 * Finds the waivers that apply to a folder: the nearest `ptc-waivers.yaml` in it or above it, see `foldersAbove`. A file
 * that another user has put there is not applied, and neither is a link that leads out of the file's folder.
 * @param folder full path
 * @param root where the search ends, see `foldersAbove`
 * @param user number of the user who runs this; undefined on a system without such numbers
 * @returns the file, named relative to `folder`; neither waivers nor problems when there is no such file
 */
export function findWaivers(folder: string, root?: string, user = process.getuid?.()): FoundWaivers {
  const home = foldersAbove(folder, root).find((each) =>
    lstatSync(path.join(each, WAIVERS_FILE), { throwIfNoEntry: false }),
  );
  if (home === undefined) return { problems: [] };
  const full = path.join(home, WAIVERS_FILE);
  const name = toDisplayPath(path.relative(folder, full));
  const { text, problems, problem } = readFile(name, full, home);
  if (!text) return { problems: problem ? [problem] : [] };
  if (user !== undefined && !isTrusted(statSync(full), folder, user)) return { problems: [ofAnotherUser(name)] };
  const nameOf = (file: string) => toDisplayPath(path.relative(home, path.resolve(folder, file)));
  // `ptc fix` corrects applications only, so nothing is offered here
  return { waivers: { ...text, nameOf }, problems: problems.map(({ fix: _, ...problem }) => problem) };
}

/** Whether a file is the user's own, the system's, or of whoever owns the folder that is checked. */
function isTrusted({ uid }: Stats, folder: string, user: number): boolean {
  return uid === user || uid === 0 || uid === statSync(folder).uid;
}

function ofAnotherUser(file: string): Diagnostic {
  return {
    ...createDiagnostic({
      ruleId: "waiver/invalid",
      file,
      place: BEGINNING,
      message: "这个豁免文件是别的用户放的,没有采用",
      hint: "确实要用,就把它的内容存成自己的文件;不要的话请它的主人移走",
    }),
    severity: "warning",
  };
}
