import type { TagUse } from "../model/template-tags.js";
import { textRun } from "./docx-blocks.js";
import { type Paragraph, paragraphsOf } from "./paragraphs.js";

/** A stretch of XML as it stands, or a place to fill. */
export type Segment = string | Place;

/** Where a value goes: within a paragraph, or as a paragraph of its own, which then serves as the model for more. */
export interface Place {
  tag: string;
  runProperties: string;
  alone?: {
    open: string;
    properties: string;
    /** Bookmarks and comments, whose other end may be elsewhere. */
    marks: string;
    width: number;
  };
}

/** A4 with an inch on both sides. */
const USUAL_TEXT_WIDTH = 9026;

/** A tag as people type it. Spaces are bounded: a line full of them is not to be tried in every division. */
export const TAG = /\{\{\s{0,20}([^{}\s](?:[^{}]{0,300}?[^{}\s])?)\s{0,20}\}\}/gu;

/** What Word leaves in a paragraph by itself, or a person who comments on it, and no reader is to see. */
const INVISIBLE =
  /^<(?:w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:(?:lastRenderedPageBreak|commentReference)|w:(?:bookmark|perm|commentRange)(?:Start|End)|w:proofErr)\b/su;

/** Of these, what Word makes anew each time. */
const PASSING = /^<(?:w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:lastRenderedPageBreak|w:proofErr)\b/su;

/**
 * Takes a part of a Word file apart at its tags, also where an editor has spread a tag over several runs.
 * @param tags takes up every tag found
 */
export function segmentsOf(xml: string, tags: TagUse[]): Segment[] {
  const segments: Segment[] = [];
  const pageWidth = textWidth(xml);
  let done = 0;
  let before = "";
  for (const paragraph of paragraphsOf(xml)) {
    const text = paragraph.pieces.map((piece) => ("text" in piece ? piece.text : "")).join("");
    const found = [...text.matchAll(TAG)];
    const around = text.replace(TAG, "…").trim();
    const says = around.replaceAll("…", "").trim() !== "";
    // what stands there once more for older programs is filled alike, and not another tag
    const own = paragraphSegments({ ...paragraph, width: paragraph.width ?? pageWidth }, text, found);
    const alone = own.some((segment) => typeof segment === "object" && segment.alone);
    if (!paragraph.again)
      for (const [, tag = ""] of found) tags.push({ tag, place: (says ? around : `${before}…`).slice(0, 40), alone });
    if (says) before = around;
    if (found.length === 0) continue;
    segments.push(xml.slice(done, paragraph.start), ...own);
    done = paragraph.end;
  }
  segments.push(xml.slice(done));
  return segments;
}

/** Width of the text on a page of this part, in twentieths of a point. */
function textWidth(xml: string): number {
  const value = (element: string, name: string) =>
    Number(new RegExp(`<w:${element} [^>]*w:${name}="(\\d+)"`, "u").exec(xml)?.[1] ?? 0);
  const width = value("pgSz", "w") - ["left", "right", "gutter"].reduce((sum, each) => sum + value("pgMar", each), 0);
  return width > 0 ? width : USUAL_TEXT_WIDTH;
}

function paragraphSegments(
  { open, properties, pieces, width }: Paragraph & { width: number },
  text: string,
  found: RegExpMatchArray[],
): Segment[] {
  const ranges = found.map((match) => ({
    tag: match[1] as string,
    from: match.index as number,
    to: (match.index as number) + match[0].length,
  }));
  const [only] = ranges;
  if (
    ranges.length === 1 &&
    only &&
    text.trim() === text.slice(only.from, only.to) &&
    pieces.every((piece) => "text" in piece || INVISIBLE.test(piece.raw))
  ) {
    const marks = pieces.flatMap((piece) => ("raw" in piece && !PASSING.test(piece.raw) ? piece.raw : [])).join("");
    const runProperties = propertiesAt(pieces, only.from, only.to);
    return [{ tag: only.tag, runProperties, alone: { open, properties, marks, width } }];
  }
  const segments: Segment[] = [open, properties];
  let at = 0;
  for (const piece of pieces) {
    if ("raw" in piece) {
      segments.push(piece.raw);
      continue;
    }
    let rest = at;
    const end = at + piece.text.length;
    for (const range of ranges.filter(({ from, to }) => to > at && from < end)) {
      if (range.from > rest) segments.push(textRun(text.slice(rest, range.from), piece.runProperties));
      if (range.from >= at)
        segments.push({ tag: range.tag, runProperties: propertiesAt(pieces, range.from, range.to) });
      rest = Math.min(end, range.to);
    }
    if (rest < end) segments.push(textRun(text.slice(rest, end), piece.runProperties));
    at = end;
  }
  segments.push("</w:p>");
  return segments;
}

/** Properties of a tag's run: those of its first Chinese character, told to use the Chinese font. */
function propertiesAt(pieces: Paragraph["pieces"], from: number, to: number): string {
  let at = 0;
  let first: string | undefined;
  for (const piece of pieces) {
    if (!("text" in piece)) continue;
    const inside = piece.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (inside !== "") {
      first ??= piece.runProperties;
      if (/\p{Script=Han}/u.test(inside)) return inChineseFont(piece.runProperties);
    }
    at += piece.text.length;
  }
  return inChineseFont(first ?? "");
}

/** Without the hint, Word sets Chinese quotation marks in the Latin font. */
function inChineseFont(properties: string): string {
  if (properties.includes("w:hint=")) return properties;
  if (properties.includes("<w:rFonts")) return properties.replace("<w:rFonts", '<w:rFonts w:hint="eastAsia"');
  const fonts = '<w:rFonts w:hint="eastAsia"/>';
  if (properties === "" || properties === "<w:rPr/>") return `<w:rPr>${fonts}</w:rPr>`;
  return properties.replace(/<w:rPr>(<w:rStyle [^>]*\/>)?/u, (start) => start + fonts);
}
