import { realpathSync } from "node:fs";
import path from "node:path";
import { GitError } from "../../model/errors.js";
import { printable } from "../../text/printable.js";
import { openRepository } from "./repository.js";

/**
 * Reads a file as it was in a commit.
 * @param revision branch, tag or commit
 * @param file relative to `cwd`, or full; it need not exist any more
 * @param cwd full path of a folder in the repository
 * @throws {GitError} when there is no repository, no such commit, or no such file in it
 */
export function showFile(revision: string, file: string, cwd: string): Uint8Array {
  const { top, git, gitBytes } = openRepository(cwd, printable`${revision}:${file}`);
  const commit = revision.startsWith("-") ? undefined : git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`);
  if (commit === undefined) throw new GitError(printable`git 里没有“${revision}”:检查分支名或提交`);
  const name = path
    .relative(top, path.resolve(realpathSync.native(cwd), file))
    .split(path.sep)
    .join("/");
  const bytes = gitBytes("cat-file", "blob", `${commit.trim()}:${name}`);
  if (bytes === undefined) throw new GitError(printable`“${revision}”里没有 ${name}:检查文件名`);
  return bytes;
}
