import { createHash } from "node:crypto";
import { strFromU8, strToU8 } from "fflate";
import { TemplateError } from "../model/errors.js";
import type { Block, Run } from "../text/markdown.js";
import { type Paragraph, paragraphsOf } from "./paragraphs.js";
import { escapeXml } from "./xml.js";
import { pack, unpack } from "./zip.js";

/** Tag of the line that says a document is not to be filed; every template may have it. */
export const NOTE_TAG = "草稿说明";

/** A Word template taken apart once, to be filled many times. */
export interface CompiledTemplate {
  /** Every tag found, as often as it stands there. */
  tags: FoundTag[];
  /** Fills in what is printed and packs the document; the same content gives the same bytes. */
  fill(printed: ReadonlyMap<string, Block[]>, options: { form: string; note?: string }): Uint8Array;
}

export interface FoundTag {
  tag: string;
  /** Text around the tag, to find it by. */
  place: string;
}

/** A stretch of XML as it stands, or a place to fill. */
type Segment = string | { tag: string; runProperties: string; alone?: { open: string; properties: string } };

const TAG = /\{\{\s*([^{}]+?)\s*\}\}/gu;
const PARTS = /^word\/(?:document|header\d*|footer\d*|footnotes)\.xml$/u;

/**
 * Takes a template apart: finds its tags, also where an editor has spread one over several runs.
 * @throws {TemplateError} when the bytes are no Word file
 */
export function compileTemplate(bytes: Uint8Array): CompiledTemplate {
  const parts = openPackage(bytes);
  const compiled = new Map<string, Segment[]>();
  const tags: FoundTag[] = [];
  for (const [name, content] of Object.entries(parts).filter(([name]) => PARTS.test(name))) {
    const segments = segmentsOf(strFromU8(content), tags);
    if (segments.length > 1) compiled.set(name, segments);
  }
  return {
    tags,
    fill(printed, { form, note }) {
      const noted = note !== undefined && tags.some(({ tag }) => tag === NOTE_TAG);
      const values =
        note === undefined
          ? printed
          : new Map([...printed, [NOTE_TAG, [{ kind: "paragraph", runs: [{ text: note }] }] as Block[]]]);
      const filled = { ...parts };
      for (const [name, segments] of compiled)
        filled[name] = strToU8(segments.map((segment) => fillSegment(segment, values)).join(""));
      if (note !== undefined && !noted)
        filled["word/document.xml"] = withNote(filled["word/document.xml"] as Uint8Array, note);
      return pack(withProperties(filled, { "ptc-form": form, "ptc-content": digest(values) }));
    },
  };
}

/**
 * Compares the tags of a template with those the form prints.
 * @param known every tag the form has
 * @param expected tags that must be there, as often as the form prints them
 * @throws {TemplateError} naming each unknown, missing and surplus tag with its place
 */
export function checkTags(found: FoundTag[], known: string[], expected: string[]): void {
  const troubles: string[] = [];
  const times = (tag: string, list: string[]) => list.filter((each) => each === tag).length;
  const present = found.map(({ tag }) => tag);
  for (const { tag, place } of found) {
    if (tag !== NOTE_TAG && !known.includes(tag)) troubles.push(`没有“${tag}”这个栏目(在“${place}”附近)`);
  }
  for (const tag of new Set(expected)) if (!present.includes(tag)) troubles.push(`缺少 {{${tag}}}`);
  for (const tag of new Set(present)) {
    const allowed = Math.max(1, times(tag, expected));
    if (tag !== NOTE_TAG && times(tag, present) > allowed) {
      const places = found.filter((each) => each.tag === tag).map(({ place }) => `“${place}”`);
      troubles.push(`{{${tag}}} 出现了 ${times(tag, present)} 次,应为 ${allowed} 次:${places.join("、")}`);
    }
  }
  if (troubles.length > 0)
    throw new TemplateError(`Word 模板与表格不符:\n${troubles.map((each) => `  - ${each}`).join("\n")}`);
}

function openPackage(bytes: Uint8Array): Record<string, Uint8Array> {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unpack(bytes);
  } catch {
    throw new TemplateError("模板不是 Word 文件(.docx);旧的 .doc 请用 Word 或 WPS 另存为 .docx");
  }
  if (!parts["word/document.xml"]) throw new TemplateError("模板不是 Word 文件:里面没有正文");
  return parts;
}

function segmentsOf(xml: string, tags: FoundTag[]): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  let before = "";
  for (const paragraph of paragraphsOf(xml)) {
    const text = paragraph.pieces.map((piece) => ("text" in piece ? piece.text : "")).join("");
    const found = [...text.matchAll(TAG)];
    for (const match of found)
      tags.push({
        tag: match[1] as string,
        place: (text.replace(match[0], "…").trim() === "…" ? `${before}…` : text).slice(0, 40),
      });
    if (text.trim() !== "") before = text.replace(TAG, "…").trim();
    if (found.length === 0) continue;
    segments.push(xml.slice(done, paragraph.start), ...paragraphSegments(paragraph, text, found));
    done = paragraph.end;
  }
  segments.push(xml.slice(done));
  return segments;
}

function paragraphSegments(
  { open, properties, pieces }: Paragraph,
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
    pieces.every((piece) => "text" in piece)
  ) {
    return [{ tag: only.tag, runProperties: propertiesAt(pieces, only.from, only.to), alone: { open, properties } }];
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
      if (range.from > rest) segments.push(run(text.slice(rest, range.from), piece.runProperties));
      if (range.from >= at)
        segments.push({ tag: range.tag, runProperties: propertiesAt(pieces, range.from, range.to) });
      rest = Math.min(end, range.to);
    }
    if (rest < end) segments.push(run(text.slice(rest, end), piece.runProperties));
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

function fillSegment(segment: Segment, printed: ReadonlyMap<string, Block[]>): string {
  if (typeof segment === "string") return segment;
  const { tag, runProperties, alone } = segment;
  const content = printed.get(tag) ?? [];
  if (!alone)
    return content.map((block) => inlineRuns(block, runProperties)).join(`<w:r>${runProperties}<w:br/></w:r>`);
  const paragraph = (runs: Run[], bold?: true) =>
    `${alone.open}${alone.properties}${setRuns(runs, runProperties, bold)}</w:p>`;
  const blocks = content.map((block, index) => {
    if (block.kind !== "table") return paragraph(withBullet(block), block.kind === "heading" || undefined);
    // a cell must end in a paragraph
    return table(block.rows, runProperties) + (index === content.length - 1 ? paragraph([]) : "");
  });
  return blocks.join("") || paragraph([]);
}

function withBullet(block: Exclude<Block, { kind: "table" }>): Run[] {
  return block.kind === "bullet" ? [{ text: "• " }, ...block.runs] : block.runs;
}

function inlineRuns(block: Block, properties: string): string {
  if (block.kind === "table")
    return block.rows.map((row) => row.map((cell) => setRuns(cell, properties)).join("")).join("");
  return setRuns(withBullet(block), properties);
}

function setRuns(runs: Run[], properties: string, bold?: true): string {
  return runs.map(({ text, bold: own }) => run(text, own || bold ? inBold(properties) : properties)).join("");
}

function run(text: string, properties: string): string {
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function inBold(properties: string): string {
  if (/<w:b[ /]/u.test(properties)) return properties;
  return properties.replace(/(<w:rFonts [^>]*\/>)/u, "$1<w:b/>");
}

function table(rows: Run[][][], properties: string): string {
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join("");
  const width = rows[0]?.length ?? 0;
  const cell = (runs: Run[], header: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${Math.floor(5000 / width)}" w:type="pct"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${setRuns(runs, properties, header || undefined)}</w:p></w:tc>`;
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>`,
    `<w:tblGrid>${'<w:gridCol w:w="0"/>'.repeat(width)}</w:tblGrid>`,
    ...rows.map(
      (row, index) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map((runs) => cell(runs, index === 0)).join("")}</w:tr>`,
    ),
    "</w:tbl>",
  ].join("");
}

/** Puts the note on top of a document whose template has no place for it. */
function withNote(part: Uint8Array, note: string): Uint8Array {
  const line = `<w:p>${run(note, '<w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:color w:val="C00000"/></w:rPr>')}</w:p>`;
  return strToU8(strFromU8(part).replace(/<w:body(?:\s[^>]*)?>/u, (body) => body + line));
}

function digest(printed: ReadonlyMap<string, Block[]>): string {
  return createHash("sha256")
    .update(JSON.stringify([...printed]))
    .digest("hex")
    .slice(0, 32);
}

const CUSTOM = "docProps/custom.xml";

/** Sets custom document properties; any the template had are kept. */
function withProperties(
  parts: Record<string, Uint8Array>,
  properties: Record<string, string>,
): Record<string, Uint8Array> {
  const existing = parts[CUSTOM] ? strFromU8(parts[CUSTOM]) : "";
  const kept = [...existing.matchAll(/<property [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/property>/gu)].filter(
    ([, name = ""]) => !Object.hasOwn(properties, name),
  );
  const own = Object.entries(properties).map(
    ([name, value]) => [name, `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr>`] as const,
  );
  const all = [...kept.map(([, name, value]) => [name, value] as const), ...own].map(
    ([name, value], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}">${value}</property>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${all.join("")}</Properties>`;
  const result = { ...parts, [CUSTOM]: strToU8(xml) };
  if (!parts[CUSTOM]) {
    register(
      result,
      "[Content_Types].xml",
      "</Types>",
      `<Override PartName="/${CUSTOM}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`,
    );
    register(
      result,
      "_rels/.rels",
      "</Relationships>",
      `<Relationship Id="rIdPtcProperties" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="${CUSTOM}"/>`,
    );
  }
  return result;
}

function register(parts: Record<string, Uint8Array>, name: string, end: string, entry: string): void {
  parts[name] = strToU8(strFromU8(parts[name] as Uint8Array).replace(end, entry + end));
}
