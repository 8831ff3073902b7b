import { execFileSync } from "node:child_process";
import path from "node:path";
import { GitError } from "../../model/errors.js";
import { printable } from "../../text/printable.js";

/** A git repository whose commands can be run. */
export interface Repository {
  /** Full real path of its working tree. */
  top: string;
  /** Runs git in the top folder and returns what it prints; undefined when the command fails. */
  git(...args: string[]): string | undefined;
  /** Does the same, and returns the bytes that git prints. */
  gitBytes(...args: string[]): Uint8Array | undefined;
  /** Does the same and gives git an input. */
  gitWithInput(input: string, ...args: string[]): string | undefined;
}

/**
 * Opens the repository that a folder is in.
 * @param folder full path
 * @param option what needs git, as typed, for the messages
 * @throws {GitError} when git is not installed, when the folder is in no repository, or when git does not trust it
 */
export function openRepository(folder: string, option: string): Repository {
  const found = run(folder, option, ["rev-parse", "--show-toplevel"]);
  if (found.output === undefined) throw new GitError(reason(found.error, option));
  // git prints the real path; on Windows with slashes
  const top = path.resolve(found.output.replace(/\r?\n$/u, ""));
  return {
    top,
    git: (...args) => run(top, option, args).output,
    gitBytes: (...args) => runForBytes(top, option, args).output,
    gitWithInput: (input, ...args) => run(top, option, args, input).output,
  };
}

/** Says why a folder has no repository that can be asked. @param error what git printed */
function reason(error: string, option: string): string {
  const remedy = /^\s*(git config --global --add safe\.directory .*)$/mu.exec(error)?.[1];
  if (remedy !== undefined)
    return printable`${option} 要问 git,但这个仓库属于别的用户,git 不读。确认可信后运行:${remedy}`;
  return `${option} 只能在 git 仓库里用,这个文件夹不在仓库里`;
}

function run(cwd: string, option: string, args: string[], input = ""): { output?: string; error: string } {
  const { output, error } = runForBytes(cwd, option, args, input);
  return output === undefined ? { error } : { output: output.toString("utf8"), error };
}

function runForBytes(cwd: string, option: string, args: string[], input = ""): { output?: Buffer; error: string } {
  // the user's language must not decide what git prints
  const env = { ...process.env, LC_ALL: "C" };
  try {
    const output = execFileSync("git", args, { cwd, env, input, stdio: "pipe", maxBuffer: 1 << 28 });
    return { output, error: "" };
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: Buffer };
    if (code === "ENOENT") throw new GitError(`${option} 要用 git,这台电脑上没有找到`);
    return { error: stderr?.toString("utf8") ?? "" };
  }
}
