import type { KnownKeys } from "../../src/form/known-keys.js";
import { readWithLibrary } from "../../src/yaml/library-reader.js";
import { type ReadResult, readPlainSource } from "../../src/yaml/read-source.js";
import { asSeen } from "../../src/yaml/seen-text.js";

/** Reads a text as `readSource` does, at once: the library is loaded already. */
export function readYaml(file: string, text: string, keys?: KnownKeys): ReadResult {
  const seen = asSeen(text);
  return readPlainSource(file, text) ?? seen.typed(readWithLibrary(file, seen.text, keys));
}
