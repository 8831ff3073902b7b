/** Characters that must not begin a line, and those that must not end one: 避头尾. */
const NOT_FIRST = /[、。，．：；！？）〕》」』”’…—,.:;!?)\]}%]/u;
const NOT_LAST = /[（〔《「『“‘([{]/u;

/** Width of a Latin character in ems, with a share of the space between it and Chinese. */
const LATIN_WIDTH = 0.6;

/**
 * The narrowest width in which a text takes no more lines than in the width available. The lines are then about equally
 * long, and no single character is left over on the last one.
 * @param text a label of Chinese and Latin characters
 * @param available width in ems
 * @returns width in ems, at most the one available
 */
export function balancedWidth(text: string, available: number): number {
  const lines = lineCount(text, available);
  if (lines === 1) return available;
  // narrower than that, its longest word would not fit
  const least = Math.max(1, ...unbreakable(text).map(widthOf));
  let width = Math.floor(available * 2) / 2;
  while (width - 0.5 >= least && lineCount(text, width - 0.5) === lines) width -= 0.5;
  return width;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/\p{ASCII}/u.test(char) ? LATIN_WIDTH : 1), 0);
}

function lineCount(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const stretch of unbreakable(text)) {
    const own = widthOf(stretch);
    if (used > 0 && used + own > width) {
      lines += 1;
      used = 0;
    }
    used += own;
  }
  return lines;
}

/** Divides a text where lines may break: not within a number or a Latin word, not between a character and its mark. */
function unbreakable(text: string): string[] {
  const stretches: string[] = [];
  for (const char of text) {
    const before = stretches.at(-1)?.at(-1);
    const belongs =
      before !== undefined && (NOT_FIRST.test(char) || NOT_LAST.test(before) || /[\w][\w]$/u.test(before + char));
    if (belongs) stretches.push(`${stretches.pop()}${char}`);
    else stretches.push(char);
  }
  return stretches;
}
