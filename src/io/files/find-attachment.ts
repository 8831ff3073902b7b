import { statSync } from "node:fs";
import path from "node:path";
import { isInside } from "./is-inside.js";

/**
 * Whether a file that a document names lies beside it or in a folder below. It is only looked for, never opened.
 * @param document full path of the document
 */
export function hasAttachment(document: string, name: string): boolean {
  const home = path.dirname(document);
  const full = path.resolve(home, name.replaceAll("\\", "/"));
  if (!isInside(full, home)) return false;
  try {
    return statSync(full).isFile();
  } catch {
    return false; // a name the system does not take, or one nobody may look at
  }
}
