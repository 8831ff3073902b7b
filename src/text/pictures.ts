/**
 * A picture as Markdown has it: `![说明](文件名)`. Lengths are bounded, so that a text full of beginnings is not
 * read to its end at each of them.
 */
const TYPED =
  /!\[([^\]\n]{0,500})\]\([ \t]{0,99}(?:<([^<>\n]{1,500})>|((?=\S)(?:[^()\n"]|\([^()\n"]{0,99}\)){1,500}?))[ \t]{0,99}(?:"[^"\n]{0,500}")?\)/u;
/** As a Chinese keyboard types it. In prose such brackets follow each other too: these must name a picture. */
const FULL_WIDTH =
  /[!！][[［【]([^\]］】\n]{0,500})[\]］】][(（][ \t]{0,99}((?=\S)(?:[^()（）\n]|[(（][^()（）\n]{0,99}[)）]){1,500}?\.(?:png|jpe?g|gif|bmp|webp|tiff?|heic))[ \t]{0,99}[)）]/iu;
const PICTURE = new RegExp(`${TYPED.source}|${FULL_WIDTH.source}`, "giu");

function asPicture([raw, caption, bracketed, plainName, wideCaption, wideName]: RegExpExecArray) {
  return {
    raw,
    caption: (caption ?? wideCaption ?? "").replaceAll("**", "").trim(),
    file: bracketed ?? plainName ?? wideName ?? "",
  };
}

/** The picture that a text begins with. */
export function pictureAt(text: string): ReturnType<typeof asPicture> | undefined {
  const match = new RegExp(`^(?:${TYPED.source})`, "u").exec(text);
  return match ? asPicture(match) : undefined;
}

/** Where a narrative asks for pictures, also where none can be printed: file names with their place in the text. */
export function picturesIn(markdown: string): { file: string; start: number; end: number }[] {
  return [...markdown.matchAll(PICTURE)].map((match) => {
    const { raw, file } = asPicture(match);
    return { file, start: match.index, end: match.index + raw.length };
  });
}

/** A text with each place that asks for a picture replaced. */
export function replacePictures(markdown: string, put: () => string): string {
  return markdown.replace(PICTURE, put);
}

/** A text whose pictures are all typed as Markdown has them. */
export function halfWidthPictures(markdown: string): string {
  return markdown.replace(new RegExp(FULL_WIDTH, "giu"), "![$1]($2)");
}
