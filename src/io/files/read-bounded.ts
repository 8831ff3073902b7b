import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";

/** Why a file was not read: it is a folder, pipe or device, whose reading might never end, or it is too large. */
export interface ReadRefusal {
  refused: "not-a-file" | "too-large";
  /** Bytes, as far as they are known. */
  size: number;
}

/**
 * Reads a file whole: the one way in which files come in.
 * @param most bytes it may have
 * @throws the system's error when the file is not there or nobody may read it
 */
export function readBounded(file: string, most: number): Uint8Array | ReadRefusal {
  // asked before it is opened: opening a pipe waits until somebody writes to it
  if (!statSync(file).isFile()) return { refused: "not-a-file", size: 0 };
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    if (size > most) return { refused: "too-large", size };
    return readUpTo(descriptor, size, most);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads to the end, wherever that is by now: a file may grow meanwhile, and some do not tell their size. */
function readUpTo(descriptor: number, expected: number, most: number): Uint8Array | ReadRefusal {
  let bytes = new Uint8Array(expected + 1);
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, bytes, length, bytes.length - length, null);
    length += read;
    if (read === 0) return bytes.subarray(0, length);
    if (length > most) return { refused: "too-large", size: length };
    if (length === bytes.length) {
      const longer = new Uint8Array(Math.min(length * 2, most) + 1);
      longer.set(bytes);
      bytes = longer;
    }
  }
}
