import type { ParagraphContent, ParsedParagraph } from "./parse-paragraphs.js";
import { tagRunProperties } from "./run-properties.js";
import { textRun } from "./run-xml.js";
import type { Area, Placeholder, Segment } from "./segment.js";

/** A tag in the text of a paragraph, by offsets. */
export interface TagRange {
  tag: string;
  from: number;
  to: number;
}

/**
 * Divides a paragraph at its tags. When a tag has the paragraph to itself, the paragraph becomes one placeholder.
 * @param area room for text in its cell, or on the page
 */
export function paragraphSegments(paragraph: ParsedParagraph, tags: TagRange[], area: Area): Segment[] {
  const { startTag, properties, content } = paragraph;
  const [tag] = tags;
  if (tag && tags.length === 1 && hasParagraphToItself(tag, content))
    return [
      {
        tag: tag.tag,
        runProperties: tagRunProperties(content, tag.from, tag.to),
        paragraph: { startTag, properties, rangeMarkup: rangeMarkup(content), area },
      },
    ];
  return [startTag, properties, ...divideAtTags(content, tags), "</w:p>"];
}

/** What Word leaves in a paragraph by itself, or a person who comments on it; readers do not see it. */
const INVISIBLE =
  /^<(?:w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:(?:lastRenderedPageBreak|commentReference)|w:(?:bookmark|perm|commentRange)(?:Start|End)|w:proofErr)\b/su;

/** Of these, what Word makes anew each time. */
const MADE_ANEW = /^<(?:w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:lastRenderedPageBreak|w:proofErr)\b/su;

function hasParagraphToItself({ from, to }: TagRange, content: ParagraphContent[]): boolean {
  const text = textOf(content);
  return text.trim() === text.slice(from, to) && content.every((item) => "text" in item || INVISIBLE.test(item.xml));
}

function rangeMarkup(content: ParagraphContent[]): string {
  return content.flatMap((item) => ("xml" in item && !MADE_ANEW.test(item.xml) ? item.xml : [])).join("");
}

/** The text of a paragraph, without what is not text. */
export function textOf(content: ParagraphContent[]): string {
  return content.map((item) => ("text" in item ? item.text : "")).join("");
}

/** Runs of text between the tags, and a placeholder for each tag, also where an editor has spread it over several runs. */
function divideAtTags(content: ParagraphContent[], tags: TagRange[]): Segment[] {
  const segments: Segment[] = [];
  /** Offset of the item in the paragraph's text. */
  let start = 0;
  /** Index of the first tag that does not end before the item. */
  let next = 0;
  for (const [index, item] of content.entries()) {
    if ("xml" in item) {
      segments.push(item.xml);
      continue;
    }
    const end = start + item.text.length;
    const addRun = (from: number, to: number) => {
      if (from < to) segments.push(textRun(item.text.slice(from - start, to - start), item.runProperties));
    };
    let done = start;
    for (let range = tags[next]; range && range.from < end; range = tags[next]) {
      const { tag, from, to } = range;
      addRun(done, from);
      if (from >= start) {
        const runProperties = tagRunProperties(content, from, to, { index, offset: start });
        segments.push({ tag, runProperties } satisfies Placeholder);
      }
      done = Math.min(end, to);
      // the tag goes on in the next run
      if (to > end) break;
      next += 1;
    }
    addRun(done, end);
    start = end;
  }
  return segments;
}
