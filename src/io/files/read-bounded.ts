import { readFileSync, statSync } from "node:fs";

/** Bytes an Office file may have that is read in: a template, or the file that stands where one is to be written. */
export const MAX_OFFICE_BYTES = 50 * 1024 * 1024;

/**
 * Reads a file, unless it is too large or none: reading a pipe or a device would never end.
 * @returns undefined when it was not read
 */
export function readBounded(file: string, most: number): Uint8Array | undefined {
  const found = statSync(file);
  return found.isFile() && found.size <= most ? readFileSync(file) : undefined;
}
