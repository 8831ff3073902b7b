const BLANK = /^\s*$/u;
const COMMENT = /^\s*#/u;
/** A field with nothing after its colon. */
const EMPTY_FIELD = /^\s*(?:- +)*["']?[^\s:："'#|>{}[\]]+["']?\s*[:：]\s*(?:[|>][-+]?\s*)?(?:#.*)?$/u;
const FIELD = /^\s*(?:- +)*["']?[^\s:："'#|>{}[\]]+["']?\s*[:：]/u;

/**
 * Whether a line that edits give to the field above may be meant for the field below: it stands between a comment, such
 * as a hint of the form, and a field that is empty. A line that gets a key of its own is not given to the field above.
 * @param edited the lines that edits change, from 0
 * @param mended gives a line as it is after the edits
 */
export function mayBelongToNext(
  lines: readonly string[],
  edited: ReadonlySet<number>,
  mended: (line: number) => string,
): boolean {
  const isLoose = (at: number) =>
    edited.has(at) && !FIELD.test(mended(at)) && !BLANK.test(lines[at] ?? "") && !FIELD.test(lines[at] ?? "");
  return [...edited].some((at) => {
    if (!isLoose(at) || COMMENT.test(lines[at] ?? "")) return false;
    let first = at;
    while (first > 0 && (isLoose(first - 1) || BLANK.test(lines[first - 1] ?? ""))) first -= 1;
    let last = at;
    while (last < lines.length - 1 && (isLoose(last + 1) || BLANK.test(lines[last + 1] ?? ""))) last += 1;
    return COMMENT.test(lines[first - 1] ?? "") && EMPTY_FIELD.test(lines[last + 1] ?? "");
  });
}
