/** How far ahead a character is looked for: indentation and markup are short. */
const REACH = 120;

/**
 * Finds each character of a text in the source it was read from, where quoting, escapes, markup,
 * line folding and indentation stand between them.
 * @returns for each UTF-16 unit its offset in `source`, or the offset where it would stand.
 */
export function alignOffsets(text: string, source: string): number[] {
  let next = 0;
  return Array.from({ length: text.length }, (_, index) => {
    const char = text[index] as string;
    if (/\s/u.test(char)) return next;
    const found = source.indexOf(char, next);
    if (found < 0 || found - next > REACH) return next;
    next = found + 1;
    return found;
  });
}
