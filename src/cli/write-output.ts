import { copyFileSync, existsSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { toDisplayPath } from "../io/files/find-inputs.js";
import { readBounded } from "../io/files/read-bounded.js";
import { writeAtomically } from "../io/files/write-atomically.js";
import { printable } from "../text/printable.js";
import type { Context } from "./context.js";
import { UsageError } from "./exit-codes.js";

/**
 * Where `-o` says a file goes.
 * @param extension what its name must end in, e.g. `.xlsx`; none when any will do
 * @param inputs files that were read, which must not be overwritten
 * @returns the full path
 * @throws {UsageError} when the name does not fit
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
 * Sees to it that no file is written over that was read.
 * @throws {UsageError} naming the file
 */
export function refuseInputOverwrite(outputs: string[], inputs: string[], cwd: string): void {
  const read = new Set(inputs.flatMap((input) => identities(path.resolve(cwd, input))));
  const taken = outputs.find((output) => identities(path.resolve(cwd, output)).some((each) => read.has(each)));
  if (taken !== undefined)
    throw new UsageError(printable`不能写到 ${toDisplayPath(taken)}:它是读入的文件;用 -o 换个位置`);
}

/** What a file is known by: its path and, through links and in whatever case it is typed, its place on the disk. */
function identities(file: string): string[] {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found && found.ino !== 0n ? [file, `${found.dev}:${found.ino}`] : [file];
}

/** Says on stderr that a file was written. @param aside what else is to be said of it, in brackets */
export function printWritten(name: string, { err }: Context, aside = ""): void {
  err(printable`已写入 ${name}${aside && `(${aside})`}\n`);
}

/** What this run has written, by file: writing over it again, as `--watch` does, is nobody's loss. */
const written = new Map<string, Uint8Array>();

/**
 * Writes the result that `-o` or a default name asks for: the one way for every format. When another content stands
 * there, somebody may have worked on it, so it is kept under a free name ending in `.bak`, and the user is told.
 * Word and PDF files of `render` are stricter, see `document-writer.ts`.
 */
export async function writeOutput(file: string, content: Uint8Array | string, context: Context): Promise<void> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const there = statSync(file, { throwIfNoEntry: false });
  const own = !there?.isFile() || holds(file, bytes) || holds(file, written.get(file));
  if (own) await writeAtomically(file, bytes);
  else context.err(await replaceWithBackup(file, bytes, context));
  written.set(file, bytes);
}

/** Whether a file has this content and no other. */
function holds(file: string, content: Uint8Array | undefined): boolean {
  if (!content || statSync(file).size !== content.length) return false;
  const bytes = readBounded(file, content.length);
  return bytes instanceof Uint8Array && Buffer.compare(bytes, content) === 0;
}

/**
 * Writes over a file and keeps what stood there under a free name ending in `.bak`. It is copied: when the writing
 * fails, the file is where it was.
 * @returns a sentence that says so
 */
export async function replaceWithBackup(file: string, content: Uint8Array, { cwd }: Context): Promise<string> {
  let kept = `${file}.bak`;
  for (let number = 2; existsSync(kept); number += 1) kept = `${file}.${number}.bak`;
  try {
    copyFileSync(file, kept);
    await writeAtomically(file, content);
  } catch (error) {
    rmSync(kept, { force: true });
    throw Object.assign(error as Error, { path: file });
  }
  return printable`原来的 ${toDisplayPath(path.relative(cwd, file))} 留作 ${path.basename(kept)}\n`;
}
