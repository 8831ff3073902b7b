import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { onInterrupt } from "./on-interrupt.js";

/** Number of files that this process has begun to write. It makes the temporary names different. */
let sequence = 0;

/** Temporary files that are being written. They are removed when the process is stopped. */
const unfinished = new Set<string>();
let unsubscribe: (() => void) | undefined;

/**
 * Writes a file completely or not at all: it writes a temporary file beside it and then renames it. Missing folders are
 * created. Temporary files that a killed run left behind are removed.
 * @param file full path
 * @throws the system's error, with `path` set to `file`
 */
export async function writeAtomically(file: string, content: Uint8Array | string): Promise<void> {
  const folder = path.dirname(file);
  sequence += 1;
  const temporary = path.join(folder, `.${path.basename(file)}.${process.pid}-${sequence}.tmp`);
  const { chmod, realpath, rename, rm, stat, writeFile } = await import("node:fs/promises");
  const there = await stat(file).catch(() => undefined);
  // a device or pipe cannot be replaced, so it is written directly; for a link its target is replaced
  if (there && !there.isFile() && !there.isDirectory()) return writeFile(file, content);
  const target = there?.isFile() ? await realpath(file) : file;
  await makeFolder(folder);
  removeLeftovers(file);
  addUnfinished(temporary);
  try {
    await writeFile(temporary, content);
    // the new file keeps the permissions of the old one
    if (there?.isFile()) await chmod(temporary, there.mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw Object.assign(error as Error, { path: file });
  } finally {
    removeUnfinished(temporary);
  }
}

function addUnfinished(temporary: string): void {
  unfinished.add(temporary);
  unsubscribe ??= onInterrupt(() => {
    for (const each of unfinished) rmSync(each, { force: true });
  });
}

function removeUnfinished(temporary: string): void {
  unfinished.delete(temporary);
  if (unfinished.size > 0) return;
  unsubscribe?.();
  unsubscribe = undefined;
}

/** Age in milliseconds at which a temporary file is certainly abandoned. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/** Names of ptc's temporary files in each folder. A folder is listed once, when the first file is written there. */
const leftovers = new Map<string, string[]>();

/** Removes the temporary files for `file` that a killed run left, because that run could not remove them itself. */
function removeLeftovers(file: string): void {
  const folder = path.dirname(file);
  try {
    const found = leftovers.get(folder) ?? readdirSync(folder).filter((name) => /^\..+\.\d+-\d+\.tmp$/u.test(name));
    leftovers.set(folder, found);
    const own = `.${path.basename(file)}.`;
    for (const name of found) {
      const full = path.join(folder, name);
      const isOwn = name.startsWith(own) && /^\d+-\d+\.tmp$/u.test(name.slice(own.length));
      if (isOwn && Date.now() - statSync(full).mtimeMs > ABANDONED_AFTER) rmSync(full, { force: true });
    }
  } catch {
    // a leftover that cannot be removed must not prevent the writing
  }
}

/** Creates a folder and its parents. Node's `recursive` option never returns where the system forbids new folders. */
async function makeFolder(folder: string): Promise<void> {
  const { mkdir, stat } = await import("node:fs/promises");
  if ((await stat(folder).catch(() => undefined))?.isDirectory()) return;
  const above = path.dirname(folder);
  if (above !== folder) await makeFolder(above);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // another process has created it meanwhile
    if (error.code !== "EEXIST") throw error;
  });
}
