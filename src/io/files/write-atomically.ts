import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { onInterrupt } from "./on-interrupt.js";

/** How many files this process has begun to write: keeps their temporary names apart. */
let written = 0;

/** Temporary files being written: they go when the process is stopped. */
const unfinished = new Set<string>();
let over: (() => void) | undefined;

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its name.
 * Folders that are missing are made. What an earlier run left behind that was killed is removed.
 */
export async function writeAtomically(file: string, content: Uint8Array | string): Promise<void> {
  const folder = path.dirname(file);
  written += 1;
  const temporary = path.join(folder, `.${path.basename(file)}.${process.pid}-${written}.tmp`);
  const { chmod, realpath, rename, rm, stat, writeFile } = await import("node:fs/promises");
  const there = await stat(file).catch(() => undefined);
  // a device or pipe is written to, not replaced; a link keeps pointing where it did
  if (there && !there.isFile() && !there.isDirectory()) return writeFile(file, content);
  const target = there?.isFile() ? await realpath(file) : file;
  await makeFolder(folder);
  removeLeftovers(file);
  begin(temporary);
  try {
    await writeFile(temporary, content);
    // who may read it is not for us to change
    if (there?.isFile()) await chmod(temporary, there.mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw Object.assign(error as Error, { path: file });
  } finally {
    end(temporary);
  }
}

function begin(temporary: string): void {
  unfinished.add(temporary);
  over ??= onInterrupt(() => {
    for (const each of unfinished) rmSync(each, { force: true });
  });
}

function end(temporary: string): void {
  unfinished.delete(temporary);
  if (unfinished.size > 0) return;
  over?.();
  over = undefined;
}

/** Milliseconds after which nobody is writing a temporary file any more. */
const OLD = 60 * 60 * 1000;

/** Names in each folder that are temporary files of ours, as they were found when the first file was written there. */
const leftovers = new Map<string, string[]>();

/** Removes the temporary files of a target that a killed run left; nothing could remove them then. */
function removeLeftovers(file: string): void {
  const folder = path.dirname(file);
  try {
    const found = leftovers.get(folder) ?? readdirSync(folder).filter((name) => /^\..+\.\d+-\d+\.tmp$/u.test(name));
    leftovers.set(folder, found);
    const own = `.${path.basename(file)}.`;
    for (const name of found) {
      const full = path.join(folder, name);
      const isOwn = name.startsWith(own) && /^\d+-\d+\.tmp$/u.test(name.slice(own.length));
      if (isOwn && Date.now() - statSync(full).mtimeMs > OLD) rmSync(full, { force: true });
    }
  } catch {
    // a file that stays is no reason not to write another
  }
}

/** Makes a folder and those above it. Node's own way of doing so never ends where the system lets nobody make any. */
async function makeFolder(folder: string): Promise<void> {
  const { mkdir, stat } = await import("node:fs/promises");
  if ((await stat(folder).catch(() => undefined))?.isDirectory()) return;
  const above = path.dirname(folder);
  if (above !== folder) await makeFolder(above);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // somebody else was faster
    if (error.code !== "EEXIST") throw error;
  });
}
