/** A file name as it is typed in a command. */
export function shellQuote(file: string): string {
  return /\s/u.test(file) ? `"${file}"` : file;
}
