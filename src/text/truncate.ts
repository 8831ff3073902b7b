/**
 * Shortens a long text: keeps its beginning and its end, with … between them.
 * @param maxLength UTF-16 units that the result may have
 */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const half = Math.max(0, Math.floor((maxLength - 1) / 2));
  // a cut may leave half of a surrogate pair, which is removed
  return `${text.slice(0, half)}…${text.slice(text.length - half)}`.replace(/\p{Cs}/gu, "");
}
