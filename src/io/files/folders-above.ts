import { existsSync } from "node:fs";
import path from "node:path";
import { isInside } from "./is-inside.js";

/**
 * Lists a folder and those above it that belong to the same work: up to the root of the git repository; outside of a
 * repository, up to the user's home folder; anywhere else, only the folder itself. Beyond that, other people may have
 * put files.
 * @param folder full path
 * @param root full path of the repository's root, where it has no `.git`, as in a copy
 * @returns full paths, the folder first
 */
export function foldersAbove(folder: string, root?: string): string[] {
  const all = [folder];
  for (let above = path.dirname(folder); above !== all.at(-1); above = path.dirname(above)) all.push(above);
  const last = all.findIndex((each) => each === root || existsSync(path.join(each, ".git")));
  if (last >= 0) return all.slice(0, last + 1);
  // node's own function says the same, but loading it makes every start slower
  const home = process.env.HOME ?? process.env.USERPROFILE;
  return home && isInside(folder, home) ? all.filter((each) => each === home || isInside(each, home)) : [folder];
}
