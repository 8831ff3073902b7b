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
  const { mkdir, rename, rm, writeFile } = await import("node:fs/promises");
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw Object.assign(error as Error, { path: file });
  }
}
