/**
 * Folds a name so that spellings a reader takes for the same compare equal: full width and half
 * width, spaces, quotation marks, dots and case.
 */
export function fold(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s"'“”‘’「」·•・]/gu, "")
    .toLowerCase();
}
