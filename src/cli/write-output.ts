import { constants, copyFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { toDisplayPath } from "../io/files/find-inputs.js";
import { isDevice, refuseLinkedOutput } from "../io/files/output-path.js";
import { readBounded } from "../io/files/read-bounded.js";
import { writeAtomically } from "../io/files/write-atomically.js";
import { printable } from "../text/printable.js";
import type { Context } from "./context.js";
import { UsageError } from "./exit-codes.js";

/**
 * Resolves the file name given with `-o`.
 * @param extension that the name must have, e.g. `.xlsx`; undefined when any is allowed
 * @param inputs files that were read, which must not be overwritten
 * @returns the full path
 * @throws {UsageError} when the extension is wrong, or when the file is one of the inputs
 */
export function resolveOutput(name: string, extension: string | undefined, inputs: string[], { cwd }: Context): string {
  const full = path.resolve(cwd, name);
  if (extension && path.extname(full).toLowerCase() !== extension) {
    throw new UsageError(printable`-o ${name}:文件名要以 ${extension} 结尾`);
  }
  refuseInputOverwrite([name], inputs, cwd);
  return full;
}

/**
 * Makes sure that no output overwrites a file that was read.
 * @param outputs paths, relative to `cwd` or full
 * @param inputs paths, relative to `cwd` or full
 * @throws {UsageError} when one does; the message names the file
 */
export function refuseInputOverwrite(outputs: string[], inputs: string[], cwd: string): void {
  const read = new Set(inputs.flatMap((input) => identities(path.resolve(cwd, input))));
  const overwritten = outputs.find((output) => identities(path.resolve(cwd, output)).some((each) => read.has(each)));
  if (overwritten !== undefined)
    throw new UsageError(printable`不能写到 ${toDisplayPath(overwritten)}:它是读入的文件;用 -o 换个位置`);
}

/** Returns what identifies a file: its path, and its inode, which is the same for links and other letter case. */
function identities(file: string): string[] {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found && found.ino !== 0n ? [file, `${found.dev}:${found.ino}`] : [file];
}

/** Says on stderr that a file was written. @param remark added in brackets */
export function printWritten(name: string, { err }: Context, remark = ""): void {
  err(printable`已写入 ${name}${remark && `(${remark})`}\n`);
}

/** Content that this run has written, by file. `--watch` writes a file again, and its own content needs no backup. */
const writtenByThisRun = new Map<string, Uint8Array>();

/**
 * Writes the result of a command to a file. All formats are written here, except Word and PDF files of `render`, which
 * are protected more strictly (see `document-writer.ts`). When the file has other content, a person may have worked on
 * it, so the old file is kept as `.bak` and the user is told.
 * @param file full path
 * @throws {OutputError} when a link stands in the way
 * @throws the system's error when the file cannot be written
 */
export async function writeOutput(file: string, content: Uint8Array | string, context: Context): Promise<void> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  refuseLinkedOutput(file, context.cwd);
  const existing = isDevice(file) ? undefined : statSync(file, { throwIfNoEntry: false });
  const needsNoBackup = !existing?.isFile() || hasContent(file, bytes) || hasContent(file, writtenByThisRun.get(file));
  if (needsNoBackup) await writeAtomically(file, bytes, context.cwd);
  else context.err(await replaceWithBackup(file, bytes, context));
  writtenByThisRun.set(file, bytes);
}

/** Tells whether the content of a file is exactly this. */
function hasContent(file: string, content: Uint8Array | undefined): boolean {
  if (!content || statSync(file).size !== content.length) return false;
  const bytes = readBounded(file, content.length);
  return bytes instanceof Uint8Array && Buffer.compare(bytes, content) === 0;
}

/**
 * Overwrites a file and keeps its old content under a free name with `.bak`. The old file is copied, not moved, so it
 * is still in its place when the writing fails. The name of the copy must be free, also of links.
 * @param file full path
 * @returns a Chinese sentence for the user that names the backup
 * @throws {OutputError} when a link stands in the way
 * @throws the system's error, with `path` set to `file`
 */
export async function replaceWithBackup(file: string, content: Uint8Array, { cwd }: Context): Promise<string> {
  refuseLinkedOutput(file, cwd);
  const backup = copyBeside(file);
  try {
    await writeAtomically(file, content, cwd);
  } catch (error) {
    rmSync(backup, { force: true });
    throw Object.assign(error as Error, { path: file });
  }
  return printable`原来的 ${toDisplayPath(path.relative(cwd, file))} 留作 ${path.basename(backup)}\n`;
}

/** Copies a file under the first free name with `.bak`. @returns full path of the copy */
function copyBeside(file: string): string {
  for (let number = 1; ; number += 1) {
    const backup = number === 1 ? `${file}.bak` : `${file}.${number}.bak`;
    try {
      copyFileSync(file, backup, constants.COPYFILE_EXCL);
      return backup;
    } catch (error) {
      // even a link that leads nowhere takes the name
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw Object.assign(error as Error, { path: file });
    }
  }
}
