import { TemplateError } from "../../../model/errors.js";
import type { TagUse } from "../../../model/template-tags.js";
import { paragraphSegments, textOf } from "./paragraph-segments.js";
import { parseParagraphs } from "./parse-paragraphs.js";
import { makeRepeats, type TaggedParagraph } from "./repeats.js";
import type { Segment } from "./segment.js";
import { replaceSpans } from "./spans.js";
import { MISSPELT_TAG, TAG } from "./tag-syntax.js";
import { textArea } from "./text-area.js";

/** Tags that a template may have. A form has some hundred. */
const MAX_TAGS = 2000;

/** @throws {TemplateError} when a template has more tags than any form */
export function refuseManyTags(count: number): void {
  if (count > MAX_TAGS) throw new TemplateError(`模板里的标签超过 ${MAX_TAGS} 个,没有使用;检查是不是选错了文件`);
}

/** What looks like a tag, but for its braces. */
export interface MisspeltTag {
  typed: string;
  tag: string;
  /** Text before it, to find it by. */
  place: string;
}

/** The tags that stand in a template, or in a part of it. */
export interface FoundTags {
  /** Every tag that can be filled in, as often as it stands there. */
  tags: TagUse[];
  misspelt: MisspeltTag[];
  /** Tags of different lists that stand in one row or paragraph, which cannot be repeated for both. */
  mixed: string[][];
}

export interface CompiledPart extends FoundTags {
  /** Just one, when there is nothing to fill in. */
  segments: Segment[];
}

/**
 * Divides a part of a Word file at its tags, also where an editor has spread a tag over several runs.
 * @param lists tags of the lists of which each entry is printed
 * @throws {TemplateError} when it is larger than any program makes it
 * @throws {Error} when the XML is damaged
 */
export function compilePart(xml: string, lists: string[]): CompiledPart {
  const tags: TagUse[] = [];
  const misspelt: MisspeltTag[] = [];
  const tagged: TaggedParagraph[] = [];
  const paragraphs = parseParagraphs(xml);
  const page = textArea(xml);
  let textBefore = "";
  let count = 0;
  for (const paragraph of paragraphs) {
    const text = textOf(paragraph.content);
    const ranges = [...text.matchAll(TAG)].map(({ 0: typed, 1: tag = "", index }) => ({
      tag,
      from: index,
      to: index + typed.length,
    }));
    const segments = paragraphSegments(paragraph, ranges, { ...page, width: paragraph.cellWidth ?? page.width });
    const alone = segments.some((segment) => typeof segment === "object" && "paragraph" in segment);
    const otherText = text.replace(TAG, "…").trim();
    const hasOtherText = otherText.replaceAll("…", "").trim() !== "";
    const place = (hasOtherText ? otherText : `${textBefore}…`).slice(0, 40);
    // what stands there once more for older programs is filled in alike, but it is not another tag
    if (!paragraph.inFallback) {
      for (const { tag } of ranges) tags.push({ tag, place, alone });
      for (const [typed, tag = ""] of text.replace(TAG, "").matchAll(MISSPELT_TAG))
        misspelt.push({ typed, tag, place: textBefore.slice(0, 40) });
    }
    count += ranges.length;
    refuseManyTags(count + misspelt.length);
    if (hasOtherText) textBefore = otherText;
    const { start, end } = paragraph;
    if (ranges.length > 0) tagged.push({ start, end, segments, tags: ranges.map(({ tag }) => tag) });
  }
  const { replacements, mixed } = makeRepeats(xml, tagged, lists);
  return { segments: replaceSpans(xml, { start: 0, end: xml.length }, replacements), tags, misspelt, mixed };
}
