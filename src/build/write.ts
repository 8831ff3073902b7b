import path from "node:path";
import { writeAtomically } from "../io/files/write-atomically.js";

/** Folder of the repository. */
export const root = path.resolve(import.meta.dirname, "../..");

/** Writes a file of the repository. @param file its path from the root */
export function write(file: string, content: Uint8Array | string): Promise<void> {
  return writeAtomically(path.join(root, file), content);
}
