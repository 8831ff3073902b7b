import { type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Input } from "../../model/input.js";
import { fileDiagnostic, unreadableFile } from "./file-problems.js";
import { bytesInput, fileInput } from "./read-input.js";

/** Name of the file in a repository of applications that says which findings are waived, why, and until when. */
export const WAIVERS_FILE = "ptc-waivers.yaml";

/** How standard input is called when nothing else is said. */
export const STDIN_NAME = "<标准输入>";

/** Where names are looked up. */
export interface FindOptions {
  /** Folder the names are relative to. */
  cwd: string;
  stdin: () => Promise<Uint8Array>;
  /** The name by which to report standard input, and for which it stands. */
  stdinName?: string;
}

/**
 * Finds what the arguments name: files, folders (searched for `*.yaml` and `*.yml`), globs, `-` for standard input,
 * which is read at once. Each file is listed once; nothing that was named is passed over in silence.
 */
export async function findInputs(names: string[], { cwd, stdin, stdinName }: FindOptions): Promise<Input[]> {
  const inputs: Input[] = [];
  const seen = new Set<string>();
  if (names.includes("-")) {
    // what an editor has not saved yet takes the place of the file of that name
    if (stdinName !== undefined) seen.add(path.resolve(cwd, stdinName));
    inputs.push(bytesInput(stdinName === undefined ? STDIN_NAME : toDisplayPath(stdinName), await stdin()));
  }
  for (const name of names.filter((each) => each !== "-")) {
    for (const found of await expand(name, cwd)) {
      if (found.path !== undefined && seen.has(found.path)) continue;
      if (found.path !== undefined) seen.add(found.path);
      inputs.push(found);
    }
  }
  return inputs;
}

/** An input that may be a file on the disk. */
interface FoundInput extends Input {
  /** Full path; none where nothing was found. */
  path?: string;
}

/** A path as messages print it, on Windows too. */
export function toDisplayPath(file: string): string {
  return file.split(path.sep).join("/");
}

async function expand(name: string, cwd: string): Promise<FoundInput[]> {
  if (name === "") return [nothing("(空)", "文件名是空的", "写上文件名")];
  const at = (file: string) => fileInput(toDisplayPath(file), path.resolve(cwd, file));
  const full = path.resolve(cwd, name);
  let found: Stats | undefined;
  try {
    found = statSync(full, { throwIfNoEntry: false });
  } catch (error) {
    return [problemInput(unreadableFile(toDisplayPath(name), error))];
  }
  if (found?.isDirectory()) {
    const files = search(full, name, at);
    return files.length > 0
      ? files
      : [nothing(toDisplayPath(name), "这个文件夹里没有 .yaml 或 .yml 文件", "检查文件夹是否选对")];
  }
  // a pipe or device is refused where it would be read
  if (found) return [at(name)];
  if (/[*?[{]/u.test(name)) {
    const { glob } = await import("tinyglobby");
    // folders before the first wildcard are taken by name: 株洲(2024) is one, not a pattern
    const [fixed, pattern] = splitPattern(name.replaceAll("\\", "/"));
    const options = {
      cwd: path.resolve(cwd, fixed),
      onlyFiles: true,
      expandDirectories: false,
      followSymbolicLinks: false,
    };
    const files = (await glob(pattern, options))
      .filter((file) => !isWaivers(file))
      .sort()
      .map((file) => fixed + file);
    if (files.length > 0) return files.map(at);
    return [nothing(name, "没有文件与这个名称相符", "检查路径;* 代表任意文件名,** 代表任意层文件夹")];
  }
  return [nothing(toDisplayPath(name), "找不到这个文件", "检查路径和文件名(可用 ptc init 新建一份)")];
}

/** A pattern split before its first step with a wildcard: the folder it begins in, with its slash, and the rest. */
function splitPattern(name: string): [string, string] {
  const steps = name.split("/");
  const first = steps.findIndex((step) => /[*?[{]/u.test(step));
  const fixed = steps.slice(0, first).map((step) => `${step}/`);
  return [fixed.join(""), steps.slice(first).join("/")];
}

/** YAML files below a folder, in order of name; hidden folders and installed packages are left out. */
function search(full: string, name: string, at: (file: string) => FoundInput): FoundInput[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(full, { withFileTypes: true });
  } catch {
    return [nothing(toDisplayPath(name), "没有权限看这个文件夹", "检查文件夹的权限")];
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: FoundInput[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const inner = path.join(name, entry.name);
    if (entry.isDirectory()) for (const each of search(path.join(full, entry.name), inner, at)) files.push(each);
    else if (isDocument(entry.name)) files.push(at(inner));
  }
  return files;
}

function isDocument(name: string): boolean {
  return /\.ya?ml$/iu.test(name) && !isWaivers(name);
}

function isWaivers(file: string): boolean {
  return path.basename(file) === WAIVERS_FILE;
}

function nothing(file: string, message: string, hint: string): FoundInput {
  return problemInput(fileDiagnostic(file, "file/unreadable", message, hint));
}

function problemInput(problem: Diagnostic): FoundInput {
  return { file: problem.file, read: () => ({ problem }) };
}
