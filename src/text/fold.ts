/**
 * Folds a name so that spellings a reader takes for the same compare equal: full width and half
 * width, spaces, quotation marks, dots and case.
 */
export function fold(name: string): string {
  // what is in most names, and stays as it is
  if (/^[\u4e00-\u9fffa-z\d]*$/u.test(name)) return name;
  return name
    .normalize("NFKC")
    .replace(/[\s"'“”‘’「」·•・]/gu, "")
    .toLowerCase();
}
