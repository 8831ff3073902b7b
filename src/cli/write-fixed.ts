import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { writeAtomically } from "../io/files/write-atomically.js";
import type { FileText, Input } from "../model/input.js";
import type { Context } from "./context.js";
import { fileErrorText } from "./file-error-text.js";

/** Permission bits that let anybody write to a file. */
const WRITABLE = 0o222;

/**
 * Writes the fixed content of a file. A read-only file stays as it is, and so does one that has changed since it was
 * read, because somebody is working on it.
 * @param input the file
 * @param read its text, as it was when it was fixed
 * @param command what wrote it, to run again
 * @returns why nothing was written, in a Chinese sentence; undefined when the file was written
 */
export async function writeFixed(
  input: Input,
  read: FileText,
  content: string,
  { cwd }: Pick<Context, "cwd">,
  command = "ptc fix",
): Promise<string | undefined> {
  const full = path.resolve(cwd, input.file);
  try {
    const { mode } = statSync(full);
    if ((mode & WRITABLE) === 0) return `${input.file}:文件是只读的,没有改;要改先去掉“只读”`;
    accessSync(full, constants.W_OK);
    const { text: now } = input.read();
    if (now?.text !== read.text || now.bom !== read.bom)
      return `${input.file}:刚才有人改了这个文件,没有动它;再运行一次 ${command}`;
    await writeAtomically(full, content, cwd);
    return undefined;
  } catch (error) {
    const reason = fileErrorText(error, cwd);
    if (reason === undefined) throw error;
    return `${reason};没有改`;
  }
}
