import type { Diagnostic } from "../model/diagnostic.js";
import type { Source } from "../model/document.js";
import type { Place } from "./place.js";
import { readPlain } from "./plain-yaml.js";
import { tooMuch } from "./yaml-limits.js";
import { readYaml } from "./yaml-source.js";

/**
 * Reads a YAML text. One that is plain is not given to the YAML library until somebody asks for a place in it:
 * most texts have nothing to be found, and need none.
 * @param isKey whether a form has a field of this name: only such lines get a fix that makes them fields
 * @returns the source, or none when the text is too broken to look into, and every problem of the YAML itself.
 */
export function readSource(
  file: string,
  text: string,
  isKey?: Place["isKey"],
): { source?: Source; problems: Diagnostic[] } {
  const excess = tooMuch(file, text);
  if (excess) return { problems: [excess] };
  const data = readPlain(text);
  return data ? { source: { file, text, data, ...placesIn(file, text) }, problems: [] } : readYaml(file, text, isKey);
}

/** The places of a text that is known to have no problems, found when they are asked for. */
function placesIn(file: string, text: string): Pick<Source, "locate" | "locateText"> {
  let read: Source | undefined;
  const source = () => {
    read ??= readYaml(file, text).source as Source;
    return read;
  };
  return {
    locate: (...at) => source().locate(...at),
    locateText: (...at) => source().locateText(...at),
  };
}
