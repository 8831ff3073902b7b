import { realpathSync } from "node:fs";
import path from "node:path";
import { MAX_TEXT_BYTES } from "../../model/limits.js";
import { WAIVERS_FILE } from "../files/find-inputs.js";
import { isInside } from "../files/is-inside.js";
import { readBounded } from "../files/read-bounded.js";
import type { Changes } from "./changes.js";

/**
 * Makes the test that tells which documents changes concern: those that changed themselves, those that name a changed
 * file (a picture, evidence), those to which changed waivers may apply, and those of which git cannot tell.
 * @param folder full path that the documents' file names are relative to
 * @param forms full path of the folder with the user's own forms: when something in it changes, every document is
 *   concerned
 */
export function concernedFiles(changes: Changes, folder: string, forms?: string): (file: string) => boolean {
  const changed = [...changes.changed];
  const waived = changed.filter((each) => path.basename(each) === WAIVERS_FILE).map((each) => path.dirname(each));
  const formsChanged = forms !== undefined && changed.some((each) => isInside(each, realPath(forms)));
  const namesOfOthers = changed
    .map((each) => path.basename(each).normalize())
    .filter((name) => !/\.ya?ml$/iu.test(name));
  return (file) => {
    if (formsChanged) return true;
    const named = path.resolve(folder, file);
    // a link counts by itself and by what it leads to
    const [link, target] = [path.join(realPath(path.dirname(named)), path.basename(named)), realPath(named)];
    if (changes.changed.has(link) || !changes.unchanged.has(target)) return true;
    if (waived.some((home) => isInside(link, home))) return true;
    return namesOfOthers.length > 0 && mentions(target, namesOfOthers);
  };
}

/** Tells whether a document mentions one of these file names. When it cannot be read, it counts as if it did. */
function mentions(document: string, names: string[]): boolean {
  try {
    const read = readBounded(document, MAX_TEXT_BYTES);
    if (!(read instanceof Uint8Array)) return true;
    const text = new TextDecoder().decode(read).normalize();
    return names.some((name) => text.includes(name));
  } catch {
    return true;
  }
}

/** Resolves links. What does not exist keeps the name it has, in the real folder that would hold it. */
function realPath(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    const home = path.dirname(file);
    return home === file ? file : path.join(realPath(home), path.basename(file));
  }
}
