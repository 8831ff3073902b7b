/** Full-width letters, digits, marks and spaces as half-width ones; unlike NFKC it leaves ² and ① what they are. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/gu, " ");
}
