import type { ParagraphContent } from "./parse-paragraphs.js";

/**
 * The `w:rPr` for the value of a tag: that of the tag's first Chinese character, told to use the Chinese font.
 * @param from offset of the tag in the paragraph's text
 * @param to offset past it
 * @param since an item that does not begin after the tag, and its offset: what is before it is passed over
 */
export function tagRunProperties(
  content: ParagraphContent[],
  from: number,
  to: number,
  since: { index: number; offset: number } = { index: 0, offset: 0 },
): string {
  let at = since.offset;
  let first: string | undefined;
  for (let index = since.index; index < content.length && at < to; index += 1) {
    const item = content[index] as ParagraphContent;
    if (!("text" in item)) continue;
    const inTag = item.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (inTag !== "") {
      first ??= item.runProperties;
      if (/\p{Script=Han}/u.test(inTag)) return withChineseFont(item.runProperties);
    }
    at += item.text.length;
  }
  return withChineseFont(first ?? "");
}

/** Without the hint, Word sets Chinese quotation marks in the Latin font. */
function withChineseFont(properties: string): string {
  if (properties.includes("w:hint=")) return properties;
  if (properties.includes("<w:rFonts")) return properties.replace("<w:rFonts", '<w:rFonts w:hint="eastAsia"');
  const fonts = '<w:rFonts w:hint="eastAsia"/>';
  if (properties === "" || properties === "<w:rPr/>") return `<w:rPr>${fonts}</w:rPr>`;
  return properties.replace(/<w:rPr>(<w:rStyle [^>]*\/>)?/u, (start) => start + fonts);
}
