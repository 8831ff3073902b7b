import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";

/** Why a file was not read: it is too large, or it is a folder, pipe or device, whose reading might never end. */
export interface ReadRefusal {
  refused: "not-a-file" | "too-large";
  /** Size in bytes as far as it was read or is known; 0 for `not-a-file`. */
  size: number;
}

/**
 * Reads a whole file if it is not too large. All files that come from users are read here.
 * @param maxBytes size that the file may have
 * @throws the system's error when the file does not exist or may not be read
 */
export function readBounded(file: string, maxBytes: number): Uint8Array | ReadRefusal {
  // this is checked before opening, because opening a pipe waits until a program writes to it
  if (!statSync(file).isFile()) return { refused: "not-a-file", size: 0 };
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    if (size > maxBytes) return { refused: "too-large", size };
    return readUpTo(descriptor, size, maxBytes);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads to the end of the file. `expected` may be wrong: a file may grow meanwhile, and some report no size. */
function readUpTo(descriptor: number, expected: number, maxBytes: number): Uint8Array | ReadRefusal {
  let bytes = new Uint8Array(expected + 1);
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, bytes, length, bytes.length - length, null);
    length += read;
    if (read === 0) return bytes.slice(0, length);
    if (length > maxBytes) return { refused: "too-large", size: length };
    if (length === bytes.length) {
      const longer = new Uint8Array(Math.min(length * 2, maxBytes) + 1);
      longer.set(bytes);
      bytes = longer;
    }
  }
}
