import { type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { createDiagnostic, type Diagnostic } from "../../model/diagnostic.js";
import { BEGINNING } from "../../model/place.js";

/** Something to read, before it is read: plain data, which a thread can hand to another. */
export interface InputFile {
  /** Path as shown, with `/`. */
  file: string;
  /** Where the file is. */
  path?: string;
  /** What came from standard input. */
  bytes?: Uint8Array;
  /** Why there is nothing to read. */
  trouble?: Diagnostic;
}

/** Name of the file in a repository of applications that says which findings are waived, why, and until when. */
export const WAIVERS_FILE = "ptc-waivers.yaml";

/** How standard input is called when nothing else is said. */
export const STDIN_NAME = "<标准输入>";

/**
 * Finds what the arguments name: files, folders (searched for `*.yaml` and `*.yml`), globs, `-` for standard input,
 * which is read at once. Each file is listed once; nothing that was named is passed over in silence.
 * @param stdinName the name by which to report standard input, and for which it stands
 */
export async function findFiles(
  names: string[],
  cwd: string,
  stdin: () => Promise<Uint8Array>,
  stdinName?: string,
): Promise<InputFile[]> {
  const found: InputFile[] = [];
  const seen = new Set<string>();
  if (names.includes("-")) {
    // what an editor has not saved yet goes before the file of that name
    if (stdinName !== undefined) seen.add(path.resolve(cwd, stdinName));
    found.push({ file: stdinName === undefined ? STDIN_NAME : toDisplayPath(stdinName), bytes: await stdin() });
  }
  for (const name of names.filter((each) => each !== "-")) {
    for (const each of await expand(name, cwd)) {
      if (each.path !== undefined && seen.has(each.path)) continue;
      if (each.path !== undefined) seen.add(each.path);
      found.push(each);
    }
  }
  return found;
}

/** A path as messages print it, on Windows too. */
export function toDisplayPath(file: string): string {
  return file.split(path.sep).join("/");
}

async function expand(name: string, cwd: string): Promise<InputFile[]> {
  if (name === "") return [nothing("(空)", "文件名是空的", "写上文件名")];
  const at = (file: string): InputFile => ({ file: toDisplayPath(file), path: path.resolve(cwd, file) });
  const full = path.resolve(cwd, name);
  let found: Stats | undefined;
  try {
    found = statSync(full, { throwIfNoEntry: false });
  } catch (error) {
    return [{ file: toDisplayPath(name), trouble: unreadableFile(toDisplayPath(name), error) }];
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
function search(full: string, name: string, at: (file: string) => InputFile): InputFile[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(full, { withFileTypes: true });
  } catch {
    return [nothing(toDisplayPath(name), "没有权限看这个文件夹", "检查文件夹的权限")];
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: InputFile[] = [];
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

function nothing(file: string, message: string, hint: string): InputFile {
  return { file, trouble: fileDiagnostic(file, "file/unreadable", message, hint) };
}

/** Why the system does not let a file be read. */
export function unreadableFile(file: string, error: unknown): Diagnostic {
  const { code = "" } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    EACCES: "没有权限读这个文件",
    ENOENT: "找不到这个文件:它是指向别处的链接,或刚被移走",
    ELOOP: "这是绕回自己的链接",
  };
  const message = reasons[code] ?? `读不了这个文件(${code})`;
  return fileDiagnostic(file, "file/unreadable", message, "检查文件是否被别的程序占用,或换个位置再试");
}

/** A finding about a file as a whole. */
export function fileDiagnostic(
  file: string,
  ruleId: "file/unreadable" | "file/encoding",
  message: string,
  hint: string,
): Diagnostic {
  return createDiagnostic({ ruleId, file, place: BEGINNING, message, hint });
}
