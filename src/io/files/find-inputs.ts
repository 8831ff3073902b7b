import { type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { ANNOTATED_ENDING, RETURN_NOTE } from "../../model/annotation.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Input } from "../../model/input.js";
import { fileDiagnostic, unreadableFile } from "./file-problems.js";
import { bytesInput, fileInput } from "./read-input.js";

/** Name of the file in a repository of applications that lists the waived findings, with reason and expiry date. */
export const WAIVERS_FILE = "ptc-waivers.yaml";

/** Name of standard input in messages, unless `--stdin-filename` gives another. */
export const STDIN_NAME = "<标准输入>";

/** Where names are searched, and where standard input comes from. */
export interface FindOptions {
  /** Folder that relative names start from. */
  cwd: string;
  /** Reads the whole standard input. */
  stdin: () => Promise<Uint8Array>;
  /** Whether the names were not typed by the user but found in `cwd`: then none may be a link that leads out of it. */
  found?: boolean | undefined;
  /** Name of the file whose text comes from standard input. Messages use it, and the file itself is not read. */
  stdinName?: string | undefined;
}

/**
 * Finds the inputs that the arguments name: files, folders (searched for `*.yaml` and `*.yml`), globs, and `-` for
 * standard input, which is read at once. Each file is listed once. A name that matches nothing becomes an input with a
 * problem, so no name is ignored silently.
 */
export async function findInputs(
  names: string[],
  { cwd, stdin, stdinName, found: wereFound }: FindOptions,
): Promise<Input[]> {
  const inputs: Input[] = [];
  const seen = new Set<string>();
  if (names.includes("-")) {
    // standard input holds the unsaved text of this file, so the file itself must not be read too
    if (stdinName !== undefined) seen.add(path.resolve(cwd, stdinName));
    inputs.push(bytesInput(stdinName === undefined ? STDIN_NAME : toDisplayPath(stdinName), await stdin()));
  }
  for (const name of names.filter((each) => each !== "-")) {
    for (const found of await expand(name, cwd, wereFound ? cwd : undefined)) {
      if (found.path !== undefined && seen.has(found.path)) continue;
      if (found.path !== undefined) seen.add(found.path);
      inputs.push(found);
    }
  }
  return inputs;
}

/** An input that may be a file on the disk. */
interface FoundInput extends Input {
  /** Full path; undefined when nothing was found. */
  path?: string;
}

/** Writes a path with `/`, as messages show it on every system. */
export function toDisplayPath(file: string): string {
  return file.split(path.sep).join("/");
}

/**
 * Finds what one name stands for.
 * @param home full path of the folder that a file of this name must be in; undefined when it may be anywhere
 */
async function expand(name: string, cwd: string, home: string | undefined): Promise<FoundInput[]> {
  if (name === "") return [notFound("(空)", "文件名是空的", "写上文件名")];
  const at = (file: string, within = home) => fileInput(toDisplayPath(file), path.resolve(cwd, file), within);
  const full = path.resolve(cwd, name);
  let found: Stats | undefined;
  try {
    found = statSync(full, { throwIfNoEntry: false });
  } catch (error) {
    return [problemInput(unreadableFile(toDisplayPath(name), error))];
  }
  if (found?.isDirectory()) {
    const files = searchFolder(full, name, (file) => at(file, full));
    return files.length > 0
      ? files
      : [notFound(toDisplayPath(name), "这个文件夹里没有 .yaml 或 .yml 文件", "检查文件夹是否选对")];
  }
  // a pipe or device is refused later, when it would be read
  if (found) return [at(name)];
  if (/[*?[{]/u.test(name)) {
    const { glob } = await import("tinyglobby");
    // folders before the first wildcard are names, not patterns: 株洲(2024) is a folder
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
    if (files.length > 0) return files.map((file) => at(file, options.cwd));
    return [notFound(name, "没有文件与这个名称相符", "检查路径;* 代表任意文件名,** 代表任意层文件夹")];
  }
  return [notFound(toDisplayPath(name), "找不到这个文件", "检查路径和文件名(可用 ptc init 新建一份)")];
}

/** Splits a pattern before its first step with a wildcard. @returns the fixed folder with its slash, and the rest */
function splitPattern(name: string): [string, string] {
  const steps = name.split("/");
  const first = steps.findIndex((step) => /[*?[{]/u.test(step));
  const fixed = steps.slice(0, first).map((step) => `${step}/`);
  return [fixed.join(""), steps.slice(first).join("/")];
}

/** Finds the YAML and Word files below a folder, sorted by name. Hidden folders and `node_modules` are skipped. */
function searchFolder(full: string, name: string, at: (file: string) => FoundInput): FoundInput[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(full, { withFileTypes: true });
  } catch {
    return [notFound(toDisplayPath(name), "没有权限看这个文件夹", "检查文件夹的权限")];
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: FoundInput[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const inner = path.join(name, entry.name);
    if (entry.isDirectory()) for (const each of searchFolder(path.join(full, entry.name), inner, at)) files.push(each);
    else if (isDocument(entry.name)) files.push(at(inner));
  }
  return files;
}

function isDocument(name: string): boolean {
  // Word keeps a small file of this name beside a document that is open
  return /\.(?:ya?ml|docx)$/iu.test(name) && !name.startsWith("~$") && !isWaivers(name) && !isAnswer(name);
}

/** Whether a file is what `--annotate` writes beside documents. */
function isAnswer(name: string): boolean {
  return name.endsWith(ANNOTATED_ENDING) || name === RETURN_NOTE;
}

function isWaivers(file: string): boolean {
  return path.basename(file) === WAIVERS_FILE;
}

/** Makes an input for a name that stands for no file. */
function notFound(file: string, message: string, hint: string): FoundInput {
  return problemInput(fileDiagnostic(file, "file/unreadable", message, hint));
}

function problemInput(problem: Diagnostic): FoundInput {
  return { file: problem.file, read: () => ({ problem }) };
}
