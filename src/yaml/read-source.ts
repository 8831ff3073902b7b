import type { KnownKeys } from "../form/known-keys.js";
import type { Diagnostic, Range } from "../model/diagnostic.js";
import type { Locator, Source } from "../model/document.js";
import { readWithLibrary } from "./library-reader.js";
import { exceedsLimits } from "./limits.js";
import { rangeFinder } from "./line-starts.js";
import { nodeLocator } from "./locator.js";
import { readPlainYaml } from "./plain-reader.js";

/**
 * Reads a YAML text. Only one that is not plainly written is given to the YAML library.
 * @param keys those of the forms there are: only lines with one of them get a fix that makes them fields
 * @returns the source, or none when the text is too broken to look into, and every problem of the YAML itself.
 */
export function readSource(file: string, text: string, keys?: KnownKeys): { source?: Source; problems: Diagnostic[] } {
  const excess = exceedsLimits(file, text);
  if (excess) return { problems: [excess] };
  const plain = readPlainYaml(text);
  if (!plain) return readWithLibrary(file, text, keys);
  const places = nodeLocator(plain, text, rangeFinder(plain.lineStarts));
  return { source: { file, text, data: plain.data, ...places }, problems: [] };
}

/**
 * The places of a file that was read before, looked up when they are asked for by reading it again. Nothing is kept
 * of it but the places found.
 * @param textOf gives its text; when that has changed meanwhile, a place may be off, or the file's beginning
 */
export function lazyLocator(file: string, textOf: () => string | undefined): Locator {
  let found: Map<string, Range> | undefined;
  return {
    file,
    locate(pointer, part) {
      found ??= new Map();
      const known = found.get(`${part} ${pointer}`);
      if (known) return known;
      const range = sourceOf(file, textOf())?.locate(pointer, part) ?? BEGINNING;
      found.set(`${part} ${pointer}`, range);
      return range;
    },
    locateText: (...at) => sourceOf(file, textOf())?.locateText(...at) ?? BEGINNING,
  };
}

const BEGINNING: Range = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

/** The text read last: whoever has asked for one place in it will mostly ask for another. */
let last: { text: string; source?: Source } | undefined;

function sourceOf(file: string, text = ""): Source | undefined {
  if (last?.text !== text) last = { text, source: readSource(file, text).source };
  return last.source;
}
