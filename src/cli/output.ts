import { existsSync, readFileSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { shown, writeWhole } from "../index.js";
import { type Context, UsageError } from "./context.js";

/**
 * Where `-o` says a file goes.
 * @param extension what its name must end in, e.g. `.xlsx`; none when any will do
 * @param inputs files that were read, which must not be overwritten
 * @returns the full path
 * @throws {UsageError} when the name does not fit
 */
export function outputFile(name: string, extension: string | undefined, inputs: string[], { cwd }: Context): string {
  const full = path.resolve(cwd, name);
  if (extension && path.extname(full).toLowerCase() !== extension) {
    throw new UsageError(`-o ${name}:文件名要以 ${extension} 结尾`);
  }
  if (inputs.some((input) => isSame(path.resolve(cwd, input), full))) {
    throw new UsageError(`-o ${shown(name)}:这是读入的文件,不能写到它上面`);
  }
  return full;
}

/** Whether two paths lead to one file, through links and whatever case they are typed in. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }));
  return (
    a === b ||
    (one !== undefined && other !== undefined && one.ino !== 0n && one.ino === other.ino && one.dev === other.dev)
  );
}

/** Writes a workbook, and keeps what stood there when it was another: somebody may have worked on it. */
export async function writeKeeping(file: string, content: Uint8Array, context: Context): Promise<void> {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() && Buffer.compare(readFileSync(file), content) !== 0)
    context.err(putAside(file, context));
  await writeWhole(file, content);
}

/** Renames a file to a free name ending in `.bak`. @returns a sentence that says so */
export function putAside(file: string, { cwd }: Context): string {
  let kept = `${file}.bak`;
  for (let number = 2; existsSync(kept); number += 1) kept = `${file}.${number}.bak`;
  renameSync(file, kept);
  return `原来的 ${shown(path.relative(cwd, file))} 留作 ${path.basename(kept)}\n`;
}
