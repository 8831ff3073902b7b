import type { KnownKeys } from "../form/known-keys.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Locator, Source } from "../model/document.js";
import { BEGINNING, type TextRange } from "../model/place.js";
import { exceedsLimits } from "./limits.js";
import { rangeFinder } from "./line-starts.js";
import { nodeLocator } from "./locator.js";
import { readPlainYaml } from "./plain-reader.js";
import type { ReadResult } from "./read-result.js";
import { asSeen } from "./seen-text.js";

export type { ReadResult };

/** The reader that uses the YAML library, once a text has needed it: loading it takes longer than reading most forms. */
let libraryReader: typeof import("./library-reader.js") | undefined;

/**
 * Reads a YAML text. Only one that is not plainly written is given to the YAML library.
 * @param keys those of the forms there are: only lines with one of them get a fix that makes them fields
 */
export async function readSource(file: string, text: string, keys?: KnownKeys): Promise<ReadResult> {
  const seen = asSeen(text);
  const plain = readPlainSeen(file, seen.text);
  if (plain) return seen.typed(plain);
  libraryReader ??= await import("./library-reader.js");
  return seen.typed({ ...libraryReader.readWithLibrary(file, seen.text, keys), isIntricate: true });
}

/**
 * Finds lines of a text that parses which do not stand where the form has them, or which YAML reads as part of a value
 * above them.
 * @returns none unless the text fits the form better when they are moved
 */
export async function findMisplacedLines({ file, text, data }: Source, keys: KnownKeys): Promise<Diagnostic[]> {
  const seen = asSeen(text);
  libraryReader ??= await import("./library-reader.js");
  return seen.typed({ problems: libraryReader.misplacedWithLibrary(file, seen.text, data, keys) }).problems;
}

/** Reads a text without the library; undefined when it takes the library to read it. */
export function readPlainSource(file: string, text: string): ReadResult | undefined {
  const seen = asSeen(text);
  return seen.typed(readPlainSeen(file, seen.text));
}

function readPlainSeen(file: string, text: string): ReadResult | undefined {
  const excess = exceedsLimits(file, text);
  if (excess) return { problems: [excess] };
  const plain = readPlainYaml(text);
  if (!plain) return undefined;
  const places = nodeLocator(plain, text, rangeFinder(plain.lineStarts));
  return { source: { file, text, data: plain.data, ...places }, problems: [] };
}

/**
 * The places of a file that was read before, looked up when they are asked for by reading it again. Nothing is kept
 * of it but the places found.
 * @param textOf gives its text; when that has changed meanwhile, a place may be off, or the file's beginning
 * @param withEntries makes the source find the entries of lists, too
 */
export function lazyLocator(
  file: string,
  textOf: () => string | undefined,
  withEntries: (source: Source) => Source,
): Locator<TextRange> {
  const sourceNow = () => sourceOf(file, textOf(), withEntries);
  let found: Map<string, TextRange> | undefined;
  return {
    file,
    locate(pointer, part) {
      found ??= new Map();
      const known = found.get(`${part} ${pointer}`);
      if (known) return known;
      const place = sourceNow()?.locate(pointer, part) ?? BEGINNING;
      found.set(`${part} ${pointer}`, place);
      return place;
    },
    locateText: (...at) => sourceNow()?.locateText(...at) ?? BEGINNING,
  };
}

/** The text read last: whoever has asked for one place in it will mostly ask for another. */
let last: { text: string; source: Source | undefined } | undefined;

function sourceOf(file: string, text = "", withEntries: (source: Source) => Source): Source | undefined {
  // what was read with the library before has loaded it
  if (last?.text !== text) {
    const seen = asSeen(text);
    const read = seen.typed(readPlainSeen(file, seen.text) ?? libraryReader?.readWithLibrary(file, seen.text));
    last = { text, source: read?.source && withEntries(read.source) };
  }
  return last.source;
}
