import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { isInside } from "./is-inside.js";

/**
 * Why a file was not read: it is too large; it is a folder, pipe or device, whose reading might never end; or it is
 * behind a link that leads out of the folder it must be in.
 */
export interface ReadRefusal {
  refused: "not-a-file" | "too-large" | "outside";
  /** Size in bytes as far as it was read or is known; 0 unless the file is too large. */
  size: number;
}

const NOT_A_FILE: ReadRefusal = { refused: "not-a-file", size: 0 };

/** Opens without waiting: a pipe would wait for a program that writes to it. Windows has no such pipes. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a whole file if it is not too large. All files that come from users are read here.
 * @param maxBytes size that the file may have
 * @param within full path of the folder that the file must be in or below, also when it is a link; undefined for a file
 *   that the user has named, who may name any
 * @throws the system's error when the file does not exist or may not be read
 */
export function readBounded(file: string, maxBytes: number, within?: string): Uint8Array | ReadRefusal {
  const full = within === undefined ? file : realpathSync(file);
  if (within !== undefined && !isInside(full, realpathSync(within))) return { refused: "outside", size: 0 };
  // opening a device may do something by itself, so it is not even opened
  if (!statSync(full).isFile()) return NOT_A_FILE;
  const descriptor = openSync(full, OPEN_FLAGS);
  try {
    // what has been opened decides: the name may mean something else by now
    const found = fstatSync(descriptor);
    if (!found.isFile()) return NOT_A_FILE;
    if (found.size > maxBytes) return { refused: "too-large", size: found.size };
    return readUpTo(descriptor, found.size, maxBytes);
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes by which a file is read that has more than it said. */
const STEP = 64 * 1024;

/** Reads to the end of the file. `expected` may be wrong: a file may grow meanwhile. */
function readUpTo(descriptor: number, expected: number, maxBytes: number): Uint8Array | ReadRefusal {
  let bytes = new Uint8Array(expected + STEP);
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, bytes, length, bytes.length - length, null);
    length += read;
    if (read === 0) return bytes.slice(0, length);
    // the system's own pseudo-files say that they are empty: they hold the environment and the memory of programs
    if (expected === 0 && fstatSync(descriptor).size === 0) return NOT_A_FILE;
    if (length > maxBytes) return { refused: "too-large", size: length };
    if (length === bytes.length) {
      const longer = new Uint8Array(Math.min(length * 2, maxBytes) + STEP);
      longer.set(bytes);
      bytes = longer;
    }
  }
}
