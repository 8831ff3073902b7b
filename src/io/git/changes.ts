import path from "node:path";
import { GitError } from "../../model/errors.js";
import { printable } from "../../text/printable.js";
import type { Repository } from "./repository.js";

/** What changed in a repository. */
export interface Changes {
  /** Full paths that changed: altered, new, deleted; of something renamed the old and the new path. */
  changed: ReadonlySet<string>;
  /** Full paths of which git can tell that they did not change. What is in neither set counts as changed. */
  unchanged: ReadonlySet<string>;
}

/** The user's settings must not decide what is listed, and names are wanted as they are. */
const DIFF = [
  "diff",
  "--name-only",
  "-z",
  "--no-renames",
  "--no-relative",
  "--no-ext-diff",
  "--ignore-submodules=none",
];

/**
 * Lists what changed since the current branch left another one: later commits, changes in the working tree, new files.
 * @param since branch, tag or commit, e.g. `origin/main`
 * @throws {GitError} when `since` is unknown, or has no common history with the current branch
 */
export function changesSince(repository: Repository, since: string): Changes {
  const { git } = repository;
  if (since.startsWith("-") || git("rev-parse", "--verify", "--quiet", `${since}^{commit}`) === undefined)
    throw new GitError(
      printable`git 里没有“${since}”:检查分支名;CI 里要取全部历史(如 actions/checkout 的 fetch-depth: 0)`,
    );
  const changed = git(...DIFF, "--merge-base", since);
  if (changed === undefined)
    throw new GitError(
      printable`git 比不出与“${since}”的差别:可能没有共同的历史,或历史没有取全(CI 里设 fetch-depth: 0)`,
    );
  const added = git("ls-files", "--others", "--exclude-standard", "-z") ?? "";
  return changesOf(repository, changed + added);
}

/**
 * Lists what is staged for the next commit.
 * @param copy full path of the folder that holds a copy of the index; the paths are those of the copy
 * @throws {GitError} when git cannot read the index
 */
export function stagedChanges(repository: Repository, copy: string): Changes {
  const changed = repository.git(...DIFF, "--cached");
  if (changed === undefined) throw new GitError("git 读不出暂存了哪些文件");
  return changesOf(repository, changed, copy);
}

/** @param folder that the names of git are relative to */
function changesOf({ git, top }: Repository, diff: string, folder = top): Changes {
  const full = (name: string) => path.join(folder, name);
  const changed = new Set(names(diff).map(full));
  // Git compares only files that it tracks, and not those that it was told to take for unchanged (a small letter or S).
  // A submodule is a line of its own here, and the files in it are not.
  const tracked = names(git("ls-files", "-z", "-v") ?? "").filter((line) => line.startsWith("H "));
  const unchanged = new Set(tracked.map((line) => full(line.slice(2))).filter((file) => !changed.has(file)));
  return { changed, unchanged };
}

/** Splits a list of names that git ends with NUL. */
function names(list: string): string[] {
  return list.split("\0").filter((name) => name !== "");
}
