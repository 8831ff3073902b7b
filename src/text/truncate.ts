/** A text in so many characters at most: its beginning and its end, where the rest was left out. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 1) / 2);
  // a cut through a character of two units leaves half of it
  return `${text.slice(0, half)}…${text.slice(-half)}`.replace(/\p{Cs}/gu, "");
}
