/** How many units ahead a character is searched for. Indentation and markup between two characters are short. */
const MAX_GAP = 120;

/**
 * Maps each character of a text to its place in the source that it was read from. In the source, quotation marks,
 * escapes, markup, folded lines and indentation may stand between the characters.
 * @param text as it was read, e.g. the value of a YAML field
 * @param source the part of the file that holds the text
 * @returns for each UTF-16 unit of `text` its offset in `source`; for a unit that is not found, the offset where the
 *   search for it began
 */
export function alignOffsets(text: string, source: string): number[] {
  let next = 0;
  return Array.from({ length: text.length }, (_, index) => {
    const char = text[index] as string;
    if (/\s/u.test(char)) return next;
    const found = source.slice(next, next + MAX_GAP + 1).indexOf(char);
    if (found < 0) return next;
    next += found + 1;
    return next - 1;
  });
}
