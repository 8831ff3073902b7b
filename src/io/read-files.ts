import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";

export interface FileText {
  /** Path as shown, with `/`. */
  file: string;
  text: string;
  /** Set when the file begins with a byte order mark, which is not in `text`. */
  mark?: true;
}

export interface ReadResult {
  texts: FileText[];
  /** Something about a file to say; it was read all the same. */
  problems: Diagnostic[];
  /** Arguments that name nothing that can be read. */
  unreadable: Diagnostic[];
}

/** Name of the file in a repository of applications that says which findings are waived, why, and until when. */
export const WAIVERS = "ptc-waivers.yaml";

/** How standard input is called when nothing else is said. */
export const STDIN = "<标准输入>";

/** Larger than any application by far: a form is some tens of kilobytes. */
export const LARGEST = 1024 * 1024;
const TOO_LARGE = "一份表格只有几十 KB,检查是不是选错了文件";
const NOT_A_FILE = "这不是普通文件";

/**
 * Reads what the arguments name: files, folders (searched for `*.yaml` and `*.yml`), globs, `-` for
 * standard input. Each file is read once; nothing that was named is passed over in silence. Files are
 * read synchronously: for one file, and for thousands of small ones, that is the fastest.
 * @param stdinName the name by which to report standard input, and for which it stands
 */
export async function readFiles(
  names: string[],
  cwd: string,
  stdin: () => Promise<Uint8Array>,
  stdinName?: string,
): Promise<ReadResult> {
  const result: ReadResult = { texts: [], problems: [], unreadable: [] };
  const seen = new Set<string>();
  if (names.includes("-")) {
    // what an editor has not saved yet goes before the file of that name
    if (stdinName !== undefined) seen.add(path.resolve(cwd, stdinName));
    const name = stdinName === undefined ? STDIN : shown(stdinName);
    const bytes = await stdin();
    if (bytes.length <= LARGEST) take(name, bytes, result);
    else fail(result, name, "标准输入超过 1 MB,没有检查", TOO_LARGE);
  }
  for (const name of names.filter((each) => each !== "-")) {
    for (const file of await expand(name, cwd, result)) {
      const full = path.resolve(cwd, file);
      if (seen.has(full)) continue;
      seen.add(full);
      const bytes = readBytes(full, shown(file), result);
      if (bytes) take(shown(file), bytes, result);
    }
  }
  return result;
}

/** A path as messages print it, on Windows too. */
export function shown(file: string): string {
  return file.split(path.sep).join("/");
}

async function expand(name: string, cwd: string, result: ReadResult): Promise<string[]> {
  if (name === "") {
    fail(result, "(空)", "文件名是空的", "写上文件名");
    return [];
  }
  const full = path.resolve(cwd, name);
  let found: Stats | undefined;
  try {
    found = statSync(full, { throwIfNoEntry: false });
  } catch (error) {
    failToRead(result, shown(name), error);
    return [];
  }
  if (found?.isFile()) return [name];
  if (found?.isDirectory()) {
    const files = search(full, name, result);
    if (files.length === 0 && result.unreadable.length === 0)
      fail(result, shown(name), "这个文件夹里没有 .yaml 或 .yml 文件", "检查文件夹是否选对");
    return files;
  }
  if (found) {
    fail(result, shown(name), NOT_A_FILE, "请给出 YAML 文件或文件夹");
    return [];
  }
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
    if (files.length === 0)
      fail(result, name, "没有文件与这个名称相符", "检查路径;* 代表任意文件名,** 代表任意层文件夹");
    return files;
  }
  fail(result, shown(name), "找不到这个文件", "检查路径和文件名(可用 ptc init 新建一份)");
  return [];
}

/** A pattern split before its first step with a wildcard: the folder it begins in, with its slash, and the rest. */
function splitPattern(name: string): [string, string] {
  const steps = name.split("/");
  const first = steps.findIndex((step) => /[*?[{]/u.test(step));
  const fixed = steps.slice(0, first).map((step) => `${step}/`);
  return [fixed.join(""), steps.slice(first).join("/")];
}

/** YAML files below a folder, in order of name; hidden folders and installed packages are left out. */
function search(full: string, name: string, result: ReadResult): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(full, { withFileTypes: true });
  } catch {
    fail(result, shown(name), "没有权限看这个文件夹", "检查文件夹的权限");
    return [];
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const inner = path.join(name, entry.name);
    if (entry.isDirectory()) for (const each of search(path.join(full, entry.name), inner, result)) files.push(each);
    else if (isDocument(entry.name)) files.push(inner);
  }
  return files;
}

function isDocument(name: string): boolean {
  return /\.ya?ml$/iu.test(name) && !isWaivers(name);
}

function isWaivers(file: string): boolean {
  return path.basename(file) === WAIVERS;
}

function readBytes(full: string, file: string, result: ReadResult): Uint8Array | undefined {
  try {
    const found = statSync(full);
    // reading a pipe or a device would never end
    if (!found.isFile()) fail(result, file, NOT_A_FILE, "请给出 YAML 文件或文件夹");
    else if (found.size > LARGEST)
      fail(result, file, `文件有 ${Math.ceil((found.size / 1024 / 1024) * 10) / 10} MB,超过 1 MB,没有读取`, TOO_LARGE);
    else return readFileSync(full);
  } catch (error) {
    failToRead(result, file, error);
  }
  return undefined;
}

function failToRead(result: ReadResult, file: string, error: unknown): void {
  const { code = "" } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    EACCES: "没有权限读这个文件",
    ENOENT: "找不到这个文件:它是指向别处的链接,或刚被移走",
    ELOOP: "这是绕回自己的链接",
  };
  fail(result, file, reasons[code] ?? `读不了这个文件(${code})`, "检查文件是否被别的程序占用,或换个位置再试");
}

/** What other programs' files begin with. */
const OTHERS: [start: string, name: string][] = [
  ["PK\u0003\u0004", " Word、Excel 或压缩文件"],
  ["\u00d0\u00cf\u0011\u00e0", "旧的 Word、Excel 文件"],
  ["%PDF-", " PDF 文件"],
  ["\u0089PNG", "图片"],
  ["\u00ff\u00d8\u00ff", "图片"],
];

function take(file: string, bytes: Uint8Array, result: ReadResult): void {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const other = OTHERS.find(([each]) => start.startsWith(each));
  if (other) {
    fail(result, file, `这是${other[1]},不是 YAML`, "请给出填写的 .yaml 文件");
    return;
  }
  const { text, encoding, damaged } = decode(bytes);
  if (encoding) {
    const hint = "用记事本打开,“文件→另存为”,编码选 UTF-8,保存";
    result.problems.push({
      ...fileProblem(file, "file/encoding", `文件是 ${encoding} 编码,已按此读取`, hint),
      severity: "warning",
      // a character that could not be read would be lost for good
      ...(!text.includes("\ufffd") && { fix: { title: "改存为 UTF-8", edits: [] } }),
    });
  }
  if (damaged !== undefined) {
    const line = text.slice(0, damaged).split("\n").length;
    const hint = "用编辑器打开,删去显示成“�”的字符,重新输入";
    result.problems.push(fileProblem(file, "file/encoding", `第 ${line} 行有损坏的字符(不是 UTF-8)`, hint));
  }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  result.texts.push({ file, text, ...(mark && { mark }) });
}

/** Notepad and WPS save UTF-8 with and without a mark, UTF-16 and GBK. */
function decode(bytes: Uint8Array): { text: string; encoding?: string; damaged?: number } {
  const wide = utf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder("utf-8").decode(bytes);
    const bad = text.match(/\ufffd/gu)?.length ?? 0;
    // a few bad bytes in good UTF-8 are damage; GBK gives a bad one at nearly every character
    if (bad * 50 < text.length) return { text, damaged: text.indexOf("\ufffd") };
    return { text: new TextDecoder("gb18030").decode(bytes), encoding: "GBK" };
  }
}

/** UTF-16 by its mark, or without one by the zero bytes of its line breaks and digits. */
function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = (odd: 0 | 1) => bytes.subarray(0, 4096).filter((byte, index) => byte === 0 && index % 2 === odd).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (Math.max(even, odd) < 8 || Math.min(even, odd) > 0) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

function fail(result: ReadResult, file: string, message: string, hint: string): void {
  result.unreadable.push(fileProblem(file, "file/unreadable", message, hint));
}

function fileProblem(file: string, ruleId: string, message: string, hint: string): Diagnostic {
  const start = { line: 1, column: 1, offset: 0 };
  return { ruleId, severity: "error", file, pointer: "", range: { start, end: start }, message, hint, related: [] };
}
