import { readFileSync, statSync } from "node:fs";

/**
 * Reads a file, unless it is too large or none: reading a pipe or a device would never end.
 * @returns undefined when it was not read
 */
export function readBounded(file: string, most: number): Uint8Array | undefined {
  const found = statSync(file);
  return found.isFile() && found.size <= most ? readFileSync(file) : undefined;
}
