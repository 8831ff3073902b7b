import { realpathSync } from "node:fs";
import path from "node:path";
import { GitError } from "../../model/errors.js";
import { printable } from "../../text/printable.js";

/**
 * Finds the files of a git repository that changed since it left another branch: files with later commits, files
 * changed in the working tree, and new files that are not ignored.
 * @param since branch, tag or commit, e.g. `origin/main`
 * @param folder full path of a folder in the repository
 * @returns a test for file names relative to that folder
 * @throws {GitError} when git is not installed, when the folder is in no repository, or when `since` is unknown
 */
export async function changedFiles(since: string, folder: string): Promise<(file: string) => boolean> {
  const { execFileSync } = await import("node:child_process");
  const git = (...args: string[]) => {
    try {
      return execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: "pipe", maxBuffer: 256 * 1024 * 1024 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new GitError("--since 要用 git,这台电脑上没有找到");
      return undefined;
    }
  };
  const top = git("rev-parse", "--show-toplevel")?.trimEnd();
  if (top === undefined) throw new GitError("--since 只能在 git 仓库里用,这个文件夹不在仓库里");
  if (since.startsWith("-") || git("rev-parse", "--verify", "--quiet", `${since}^{commit}`) === undefined)
    throw new GitError(
      printable`git 里没有“${since}”:检查分支名;CI 里要取全部历史(如 actions/checkout 的 fetch-depth: 0)`,
    );
  const changed = git("diff", "--name-only", "-z", "--merge-base", since);
  const added = git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", top);
  if (changed === undefined || added === undefined)
    throw new GitError(
      printable`git 比不出与“${since}”的差别:可能没有共同的历史,或历史没有取全(CI 里设 fetch-depth: 0)`,
    );
  const names = new Set(`${changed}${added}`.split("\0").map((name) => path.join(top, name)));
  const home = realpathSync(folder);
  return (file) => names.has(path.resolve(home, file));
}
