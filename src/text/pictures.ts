/**
 * Matches a picture as Markdown writes it: `![说明](文件名)`. All lengths are bounded: otherwise a text with many `![`
 * would be searched to its end at each of them.
 */
const STANDARD =
  /!\[([^\]\n]{0,500})\]\([ \t]{0,99}(?:<([^<>\n]{1,500})>|((?=\S)(?:[^()\n"]|\([^()\n"]{0,99}\)){1,500}?))[ \t]{0,99}(?:"[^"\n]{0,500}")?\)/u;
/**
 * Matches a picture typed with a Chinese keyboard: ！［说明］（文件名.jpg）. Such brackets also follow each other in prose,
 * so the name must end like that of a picture file.
 */
const FULL_WIDTH =
  /[!！][[［【]([^\]］】\n]{0,500})[\]］】][(（][ \t]{0,99}((?=\S)(?:[^()（）\n]|[(（][^()（）\n]{0,99}[)）]){1,500}?\.(?:png|jpe?g|gif|bmp|webp|tiff?|heic))[ \t]{0,99}[)）]/iu;
const PICTURE = new RegExp(`${STANDARD.source}|${FULL_WIDTH.source}`, "giu");

/** Reads caption and file name from a match of `PICTURE`. */
function asPicture([raw, caption, bracketed, plainName, wideCaption, wideName]: RegExpExecArray) {
  return {
    raw,
    caption: (caption ?? wideCaption ?? "").replaceAll("**", "").trim(),
    file: bracketed ?? plainName ?? wideName ?? "",
  };
}

/** Reads the picture that a text begins with; undefined when it does not begin with one. */
export function pictureAt(text: string): ReturnType<typeof asPicture> | undefined {
  const match = new RegExp(`^(?:${STANDARD.source})`, "u").exec(text);
  return match ? asPicture(match) : undefined;
}

/**
 * Finds the pictures in a narrative, also those that cannot be printed where they stand.
 * @returns file names as typed, with their offsets in the text; `end` is exclusive
 */
export function picturesIn(markdown: string): { file: string; start: number; end: number }[] {
  return [...markdown.matchAll(PICTURE)].map((match) => {
    const { raw, file } = asPicture(match);
    return { file, start: match.index, end: match.index + raw.length };
  });
}

/** Replaces each picture in a text. @param replacement called for each picture in order; returns its replacement */
export function replacePictures(markdown: string, replacement: () => string): string {
  return markdown.replace(PICTURE, replacement);
}

/** Rewrites pictures that were typed with a Chinese keyboard as Markdown. The rest of the text stays as it is. */
export function halfWidthPictures(markdown: string): string {
  return markdown.replace(new RegExp(FULL_WIDTH, "giu"), "![$1]($2)");
}
