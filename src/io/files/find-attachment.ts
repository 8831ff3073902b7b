import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { isInside } from "./is-inside.js";

/**
 * Tells whether a file that a document names exists beside the document or in a folder below. It is never opened.
 * @param document full path of the document
 * @param name as typed in the document; `\` is read as `/`
 */
export function hasAttachment(document: string, name: string): boolean {
  const home = path.dirname(document);
  const full = path.resolve(home, name.replaceAll("\\", "/"));
  if (!isInside(full, home)) return false;
  try {
    // a link inside the folder must not lead out of it
    return statSync(full).isFile() && isInside(realpathSync(full), realpathSync(home));
  } catch {
    return false; // the system does not accept the name, or the folder may not be read
  }
}
