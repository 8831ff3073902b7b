import path from "node:path";
import { writeAtomically } from "../io/files/write-atomically.js";

/** Full path of the repository's folder. */
export const root = path.resolve(import.meta.dirname, "../..");

/** Writes a file of the repository. @param file path relative to the root */
export function write(file: string, content: Uint8Array | string): Promise<void> {
  return writeAtomically(path.join(root, file), content, root);
}
