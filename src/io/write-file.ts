import path from "node:path";

/** How many files this process has begun to write: keeps their temporary names apart. */
let written = 0;

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its name.
 * Folders that are missing are made.
 */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const folder = path.dirname(file);
  written += 1;
  const temporary = path.join(folder, `.${path.basename(file)}.${process.pid}-${written}.tmp`);
  const { chmod, realpath, rename, rm, stat, writeFile } = await import("node:fs/promises");
  const there = await stat(file).catch(() => undefined);
  // a device or pipe is written to, not replaced; a link keeps pointing where it did
  if (there && !there.isFile() && !there.isDirectory()) return writeFile(file, content);
  const target = there?.isFile() ? await realpath(file) : file;
  await makeFolder(folder);
  try {
    await writeFile(temporary, content);
    // who may read it is not for us to change
    if (there?.isFile()) await chmod(temporary, there.mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw Object.assign(error as Error, { path: file });
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
