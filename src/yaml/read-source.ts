import type { KnownKeys } from "../form/known-keys.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Locator, Source } from "../model/document.js";
import { BEGINNING, type TextRange } from "../model/place.js";
import { readWithLibrary } from "./library-reader.js";
import { exceedsLimits } from "./limits.js";
import { readPlainYaml } from "./plain-reader.js";

/**
 * Reads a YAML text. One that is plain is not given to the YAML library until somebody asks for a place in it:
 * most texts have nothing to be found, and need none.
 * @param keys those of the forms there are: only lines with one of them get a fix that makes them fields
 * @returns the source, or none when the text is too broken to look into, and every problem of the YAML itself.
 */
export function readSource(file: string, text: string, keys?: KnownKeys): { source?: Source; problems: Diagnostic[] } {
  const excess = exceedsLimits(file, text);
  if (excess) return { problems: [excess] };
  const data = readPlainYaml(text);
  if (!data) return readWithLibrary(file, text, keys);
  return { source: { ...lazyLocator(file, () => text), text, data }, problems: [] };
}

/**
 * The places of a file that could be read, looked up when they are asked for. The document with its thousands of
 * nodes is not kept, only the places found.
 * @param textOf gives its text; when that has changed meanwhile, a place may be off, or the file's beginning
 */
export function lazyLocator(file: string, textOf: () => string | undefined): Locator<TextRange> {
  let found: Map<string, TextRange> | undefined;
  return {
    file,
    locate(pointer, part) {
      found ??= new Map();
      const known = found.get(`${part} ${pointer}`);
      if (known) return known;
      const place = sourceOf(file, textOf())?.locate(pointer, part) ?? BEGINNING;
      found.set(`${part} ${pointer}`, place);
      return place;
    },
    locateText: (...at) => sourceOf(file, textOf())?.locateText(...at) ?? BEGINNING,
  };
}

/** The text read last: whoever has asked for one place in it will mostly ask for another. */
let last: { text: string; source?: Source } | undefined;

function sourceOf(file: string, text = ""): Source | undefined {
  if (last?.text !== text)
    last = { text, source: exceedsLimits(file, text) ? undefined : readWithLibrary(file, text).source };
  return last.source;
}
