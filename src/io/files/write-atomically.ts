import { closeSync, fchmodSync, fsyncSync, lstatSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { onInterrupt } from "./on-interrupt.js";
import { isDevice, refuseLinkedOutput } from "./output-path.js";

/** Temporary files that are being written. They are removed when the process is stopped. */
const unfinished = new Set<string>();
let unsubscribe: (() => void) | undefined;

/**
 * Writes a file completely or not at all: it writes a temporary file beside it and then renames it. Missing folders are
 * created. Temporary files that a killed run left behind are removed. No link is followed, see `refuseLinkedOutput`.
 * @param file full path
 * @param home full path of the folder that messages name the file from, and out of which no link may lead
 * @throws {OutputError} when a link stands in the way
 * @throws the system's error, with `path` set to `file`
 */
export async function writeAtomically(file: string, content: Uint8Array | string, home: string): Promise<void> {
  const { rename, writeFile } = await import("node:fs/promises");
  if (isDevice(file)) return writeFile(file, content);
  refuseLinkedOutput(file, home);
  const there = lstatSync(file, { throwIfNoEntry: false });
  const folder = path.dirname(file);
  await makeFolder(folder);
  removeLeftovers(file);
  // nobody can know the name and put a link there before
  const temporary = path.join(folder, `.${path.basename(file)}.${randomHex()}.tmp`);
  addUnfinished(temporary);
  let isOurs = false;
  try {
    // At once, not in the background: when the process is stopped, a file that is just being created would come after the
    // cleaning up.
    const created = openSync(temporary, "wx");
    isOurs = true;
    try {
      writeFileSync(created, content);
      // the new file keeps the permissions of the old one
      if (there?.isFile()) fchmodSync(created, there.mode);
      flush(created);
    } finally {
      closeSync(created);
    }
    await rename(temporary, file);
  } catch (error) {
    if (isOurs) rmSync(temporary, { force: true });
    throw Object.assign(error as Error, { path: file });
  } finally {
    removeUnfinished(temporary);
  }
}

/** Makes sure that a file is on the disk. Some file systems know no such thing, and report it; a disk that fails is an error. */
function flush(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (["EIO", "ENOSPC", "EDQUOT"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** Random digits for a name that nobody can guess. */
function randomHex(): string {
  return Buffer.from(globalThis.crypto.getRandomValues(new Uint8Array(8))).toString("hex");
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

/** Names of temporary files; until version 0.1 they had the number of the process. */
const TEMPORARY = /^\..+\.(?:[0-9a-f]{16}|\d+-\d+)\.tmp$/u;

/** Age in milliseconds at which a temporary file is certainly abandoned. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/** Names of ptc's temporary files in each folder. A folder is listed once, when the first file is written there. */
const leftovers = new Map<string, string[]>();

/** Removes the temporary files for `file` that a killed run left, because that run could not remove them itself. */
function removeLeftovers(file: string): void {
  const folder = path.dirname(file);
  try {
    const found = leftovers.get(folder) ?? readdirSync(folder).filter((name) => TEMPORARY.test(name));
    leftovers.set(folder, found);
    const own = `.${path.basename(file)}.`;
    for (const name of found) {
      const full = path.join(folder, name);
      const isOwn = name.startsWith(own) && TEMPORARY.test(`.x.${name.slice(own.length)}`);
      if (isOwn && Date.now() - lstatSync(full).mtimeMs > ABANDONED_AFTER) rmSync(full, { force: true });
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
