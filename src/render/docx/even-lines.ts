/** May not begin a line, may not end one: 避头尾. */
const NOT_FIRST = /[、。，．：；！？）〕》」』”’…—,.:;!?)\]}%]/u;
const NOT_LAST = /[（〔《「『“‘([{]/u;

/** Width of a Latin character in ems, with a share of the space that is set between it and Chinese. */
const LATIN = 0.6;

/**
 * The narrowest width in which a text takes no more lines than in the width it has, so that no single
 * character is left over on the last line.
 * @param text a label of Chinese and Latin characters
 * @param width in ems
 * @returns in ems, at most `width`
 */
export function evenWidth(text: string, width: number): number {
  const lines = lineCount(text, width);
  if (lines === 1) return width;
  let narrow = Math.floor(width * 2) / 2;
  while (narrow > 1 && lineCount(text, narrow - 0.5) === lines) narrow -= 0.5;
  return narrow;
}

function lineCount(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const unit of unbreakable(text)) {
    const wide = [...unit].reduce((sum, char) => sum + (/\p{ASCII}/u.test(char) ? LATIN : 1), 0);
    if (used > 0 && used + wide > width) {
      lines += 1;
      used = 0;
    }
    used += wide;
  }
  return lines;
}

/** Stretches that stay on one line: a character with the marks that cling to it, a number, a Latin word. */
function unbreakable(text: string): string[] {
  const units: string[] = [];
  for (const char of text) {
    const last = units.at(-1);
    const clings =
      last !== undefined &&
      (NOT_FIRST.test(char) || NOT_LAST.test(last.at(-1) as string) || /[\w][\w]$/u.test(last.at(-1) + char));
    if (clings) units.push(`${units.pop()}${char}`);
    else units.push(char);
  }
  return units;
}
