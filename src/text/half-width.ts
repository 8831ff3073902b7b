/** Converts full-width letters, digits, punctuation and spaces to half width. Unlike NFKC it keeps ² and ①. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/gu, " ");
}
