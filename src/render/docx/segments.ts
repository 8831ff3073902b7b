import type { TagUse } from "../../model/template-tags.js";
import { textRun } from "./block-xml.js";
import { type Paragraph, paragraphsOf } from "./paragraphs.js";
import { between, type Stretch, withRepeats } from "./repeats.js";

/** A stretch of XML as it stands, a place to fill, or what is there once for each entry of a list. */
export type Segment = string | Place | Repeat;

export interface Repeat {
  /** Tag of the list. */
  list: string;
  first: Segment[];
  /** The same for the second entry and those after it. */
  further: Segment[];
}

/** Where a value goes: within a paragraph, or as a paragraph of its own, which then serves as the model for more. */
export interface Place {
  tag: string;
  runProperties: string;
  alone?: {
    open: string;
    properties: string;
    /** Bookmarks and comments, whose other end may be elsewhere. */
    marks: string;
    /** Room in its column and on its page, in twentieths of a point. */
    width: number;
    height: number;
  };
}

/** A4 with an inch on each side. */
const USUAL_AREA = { width: 9026, height: 13958 };

/** A tag as people type it. Spaces are bounded: a line full of them is not to be tried in every division. */
export const TAG = /\{\{\s{0,20}([^{}\s](?:[^{}]{0,300}?[^{}\s])?)\s{0,20}\}\}/gu;

/** What Word leaves in a paragraph by itself, or a person who comments on it, and no reader is to see. */
const INVISIBLE =
  /^<(?:w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:(?:lastRenderedPageBreak|commentReference)|w:(?:bookmark|perm|commentRange)(?:Start|End)|w:proofErr)\b/su;

/** What looks like a tag but for its braces. */
export interface Braces {
  typed: string;
  tag: string;
  /** Text before it, to find it by. */
  place: string;
}

const NEARLY_TAG = /[{｛]{1,3}\s*([^{}｛｝\s]+)\s*[}｝]{1,3}/gu;

/** Of these, what Word makes anew each time. */
const PASSING = /^<(?:w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:lastRenderedPageBreak|w:proofErr)\b/su;

/** What stands in a template, as far as it has been read. */
export interface Findings {
  /** Every tag that can be filled in, as often as it stands there. */
  tags: TagUse[];
  /** What looks like a tag. */
  braces: Braces[];
  /** Tags of different lists that stand in one row or paragraph, which cannot be repeated for both. */
  mixed: string[][];
}

/**
 * Takes a part of a Word file apart at its tags, also where an editor has spread a tag over several runs.
 * @param lists tags of the lists of which each entry is printed
 * @param found takes up what stands there
 */
export function segmentsOf(xml: string, lists: string[], found: Findings): Segment[] {
  const stretches: Stretch[] = [];
  const page = textArea(xml);
  let before = "";
  for (const paragraph of paragraphsOf(xml)) {
    const text = paragraph.pieces.map((piece) => ("text" in piece ? piece.text : "")).join("");
    const matches = [...text.matchAll(TAG)];
    const around = text.replace(TAG, "…").trim();
    const says = around.replaceAll("…", "").trim() !== "";
    // what stands there once more for older programs is filled alike, and not another tag
    const own = paragraphSegments({ ...paragraph, ...page, width: paragraph.width ?? page.width }, text, matches);
    const alone = own.some((segment) => typeof segment === "object" && "alone" in segment);
    if (!paragraph.again)
      for (const [, tag = ""] of matches)
        found.tags.push({ tag, place: (says ? around : `${before}…`).slice(0, 40), alone });
    for (const [typed, tag = ""] of text.replace(TAG, "").matchAll(NEARLY_TAG))
      found.braces.push({ typed, tag, place: before });
    if (says) before = around;
    const { start, end } = paragraph;
    if (matches.length > 0) stretches.push({ start, end, segments: own, tags: matches.map(([, tag = ""]) => tag) });
  }
  return between(xml, { start: 0, end: xml.length }, withRepeats(xml, stretches, lists, found.mixed));
}

/** Room for text on the smallest page of this part, in twentieths of a point. */
function textArea(xml: string): { width: number; height: number } {
  const sections = [...xml.matchAll(/<w:sectPr[\s>].*?<\/w:sectPr>/gsu)].map(([section]) => {
    const value = (element: string, name: string) =>
      Number(new RegExp(`<w:${element} [^>]*w:${name}="(\\d+)"`, "u").exec(section)?.[1] ?? 0);
    const margins = (...names: string[]) => names.reduce((sum, name) => sum + value("pgMar", name), 0);
    return {
      width: value("pgSz", "w") - margins("left", "right", "gutter"),
      height: value("pgSz", "h") - margins("top", "bottom"),
    };
  });
  const real = sections.filter(({ width, height }) => width > 0 && height > 0);
  if (real.length === 0) return USUAL_AREA;
  return { width: Math.min(...real.map(({ width }) => width)), height: Math.min(...real.map(({ height }) => height)) };
}

function paragraphSegments(
  { open, properties, pieces, width, height }: Paragraph & { width: number; height: number },
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
    return [{ tag: only.tag, runProperties, alone: { open, properties, marks, width, height } }];
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
