/** Quotes a file name for a command that a message suggests. A name without spaces needs no quotes. */
export function shellQuote(file: string): string {
  return /\s/u.test(file) ? `"${file}"` : file;
}
