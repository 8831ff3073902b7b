import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { GitError } from "../../model/errors.js";
import { onInterrupt } from "../files/on-interrupt.js";
import type { Repository } from "./repository.js";

/** What a check reads: documents, waivers and pictures. */
const READ = /\.(?:ya?ml|png|jpe?g)$/iu;

/**
 * Copies what is staged, as it is staged, into a temporary folder. The working tree may hold later changes.
 * @param work is given the full path of the copy; when it ends, the copy is removed
 * @throws {GitError} when git cannot read the index
 */
export async function withStagedFiles<T>(repository: Repository, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = realpathSync.native(mkdtempSync(path.join(tmpdir(), "ptc-staged-")));
  const remove = () => rmSync(copy, { recursive: true, force: true });
  const unsubscribe = onInterrupt(remove);
  try {
    const tracked = (repository.git("ls-files", "-z") ?? "").split("\0").filter((name) => READ.test(name));
    const input = tracked.map((name) => `${name}\0`).join("");
    const prefix = `--prefix=${copy.split(path.sep).join("/")}/`;
    if (repository.gitWithInput(input, "checkout-index", "-z", "--stdin", prefix) === undefined)
      throw new GitError("git 取不出暂存的内容:有没有还没解决的合并冲突?(git status)");
    return await work(copy);
  } finally {
    unsubscribe();
    remove();
  }
}
