import { withoutAnyInvisible } from "./invisible.js";

/**
 * Folds a name so that spellings which people read as the same name become equal strings. The result ignores full
 * and half width, spaces, quotation marks, dots between names, case, and characters that nobody sees.
 */
export function fold(name: string): string {
  // most names contain only these characters and need no change
  if (/^[\u4e00-\u9fffa-z\d]*$/u.test(name)) return name;
  return withoutAnyInvisible(name.normalize("NFKC"))
    .replace(/[\s"'“”‘’「」·•・]/gu, "")
    .toLowerCase();
}
