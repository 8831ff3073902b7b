import { strFromU8, strToU8 } from "fflate";
import { TemplateError } from "../../model/errors.js";
import { MAX_UNPACKED_BYTES, MAX_XML_BYTES } from "../../model/limits.js";
import type { Picture } from "../../model/picture.js";
import type { PrintedDocument, PrintedValues } from "../../model/printed.js";
import type { TagUse } from "../../model/template-tags.js";
import { formatMegabytes } from "../../text/format-bytes.js";
import type { Block } from "../../text/markdown.js";
import { type Draw, fillPlace, textRun } from "./block-xml.js";
import { withProperties } from "./custom-properties.js";
import { Media } from "./media.js";
import type { Parts } from "./package.js";
import { type Findings, type Segment, segmentsOf, TAG } from "./segments.js";
import { MAX_PROPERTIES, PROPERTIES, STAMP_PROPERTIES, textFingerprint } from "./stamps.js";
import { pack, TooLarge, unpack } from "./zip.js";

/** Tag of the line that says a document is not to be filed; every template may have it. */
export const NOTE_TAG = "草稿说明";

/** A Word template taken apart once, to be filled many times. */
export interface CompiledTemplate extends Findings {
  unreachable: TagUse[];
  /** Fills in what is printed and packs the document; the same content gives the same bytes. */
  fill(printed: PrintedDocument, options: FillOptions): Uint8Array;
}

export interface FillOptions {
  /** Custom properties that say what the document is. */
  properties: Record<string, string>;
  /** A line across the top of each page: why the document is not to be filed. */
  note?: string;
  /** The pictures the content asks for, by the name they are asked by. */
  picture?: (name: string) => Picture | undefined;
}

const PARTS = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/u;

/**
 * Takes a template apart: finds its tags, also where an editor has spread one over several runs.
 * @param lists tags of the lists: what holds tags of their entries is repeated for each
 * @throws {TemplateError} when the bytes are no Word file
 */
export function compileTemplate(bytes: Uint8Array, lists: string[]): CompiledTemplate {
  // what declares the properties is the same in each document
  const parts = withProperties(openPackage(bytes), {});
  const compiled = new Map<string, Segment[]>();
  const found: Findings = { tags: [], braces: [], mixed: [] };
  const unreachable: TagUse[] = [];
  const asBytes = lastBytes();
  for (const [name, content] of Object.entries(parts).filter(([name]) => PARTS.test(name))) {
    const segments = readPart(strFromU8(content), lists, found);
    unreachable.push(...tagsOutOfReach(segments));
    if (segments.length > 1) compiled.set(name, segments);
  }
  return {
    ...found,
    unreachable,
    fill(printed, { properties, note, picture }) {
      const noted = note !== undefined && found.tags.some(({ tag }) => tag === NOTE_TAG);
      const { entries } = printed;
      const values =
        note === undefined
          ? printed.values
          : new Map([...printed.values, [NOTE_TAG, [{ kind: "paragraph", runs: [{ text: note }] }] as Block[]]]);
      const filled = { ...parts };
      const media = new Media();
      for (const [name, segments] of compiled) {
        const draw: Draw = ({ file, caption }, room) => {
          const found = picture?.(file);
          return found && media.draw(name, found, caption, room);
        };
        filled[name] = asBytes(name, fill(segments, { values, entries }, draw));
      }
      media.into(filled);
      if (note !== undefined && !noted) addNote(filled, note);
      return pack(withProperties(filled, { ...properties, [STAMP_PROPERTIES.text]: textFingerprint(filled) }));
    },
  };
}

/** The bytes of a part's text; the very same as before while the text is: a header need not be packed each time. */
function lastBytes(): (name: string, text: string) => Uint8Array {
  const last = new Map<string, { text: string; bytes: Uint8Array }>();
  return (name, text) => {
    const before = last.get(name);
    if (before?.text === text) return before.bytes;
    const bytes = strToU8(text);
    last.set(name, { text, bytes });
    return bytes;
  };
}

function openPackage(bytes: Uint8Array): Record<string, Uint8Array> {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unpack(bytes);
  } catch (error) {
    if (error instanceof TooLarge)
      throw new TemplateError(
        `模板解压后太大(一共不超过 ${formatMegabytes(MAX_UNPACKED_BYTES)},正文不超过 ${formatMegabytes(MAX_XML_BYTES)}),没有使用;换一个模板,或删去里面的大图片`,
      );
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new TemplateError("模板文件不完整,打不开:重新复制一份再试");
    throw new TemplateError("模板不是 Word 文件(.docx);旧的 .doc 请用 Word 或 WPS 另存为 .docx");
  }
  if (!parts["word/document.xml"]) throw new TemplateError("模板不是 Word 文件:里面没有正文");
  for (const [name, content] of Object.entries(parts)) {
    if (/^[/\\]|\\|(?:^|\/)\.\.(?:\/|$)/u.test(name))
      throw new TemplateError("模板里有指向别处的文件名,没有使用;用 Word 打开另存一份再试");
    // Word writes none; one could name files to be read in, or entities that grow
    if (/\.(?:xml|rels)$/iu.test(name) && strFromU8(content).includes("<!DOCTYPE"))
      throw new TemplateError(`模板的 ${name} 里有 DOCTYPE,没有使用;用 Word 打开另存一份再试`);
  }
  if ((parts[PROPERTIES]?.length ?? 0) > MAX_PROPERTIES)
    throw new TemplateError("模板的自定义属性太多,没有使用;在 Word 的“文件→信息→属性”里删去");
  return parts;
}

/** Tags where they cannot be filled in, and would be printed as they stand. */
function tagsOutOfReach(segments: Segment[]): TagUse[] {
  return segments.flatMap((segment): TagUse[] => {
    if (typeof segment === "object") return "list" in segment ? tagsOutOfReach(segment.first) : [];
    const text = segment.replace(/<[^>]*>/gu, "");
    return [...text.matchAll(TAG)].map(({ 1: tag = "", index }) => ({
      tag,
      place: text.slice(Math.max(0, index - 20), index).trim(),
      alone: false,
    }));
  });
}

function readPart(xml: string, lists: string[], found: Findings): Segment[] {
  try {
    return segmentsOf(xml, lists, found);
  } catch {
    throw new TemplateError("模板文件已损坏(里面的 XML 不完整),用 Word 打开另存一份再试");
  }
}

/** @param entry the entry of a list that is being printed, if any */
function fill(segments: Segment[], printed: PrintedDocument, draw: Draw, entry?: PrintedValues): string {
  return segments
    .map((segment) => {
      if (typeof segment === "string") return segment;
      if (!("list" in segment))
        return fillPlace(segment, entry?.get(segment.tag) ?? printed.values.get(segment.tag) ?? [], draw);
      const entries = printed.entries.get(segment.list) ?? [];
      // of an empty list one row is left to write in
      return (entries.length > 0 ? entries : [NOTHING])
        .map((each, index) => fill(index === 0 ? segment.first : segment.further, printed, draw, each))
        .join("");
    })
    .join("");
}

const NOTHING: PrintedValues = new Map();

/** Puts the note where the template has no place for it: on every page that has a header, else at the beginning. */
function addNote(parts: Parts, note: string): void {
  const line = `<w:p>${textRun(note, '<w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:color w:val="C00000"/></w:rPr>')}</w:p>`;
  const headers = Object.keys(parts).filter((name) => /^word\/header\d*\.xml$/u.test(name));
  for (const name of headers.length > 0 ? headers : ["word/document.xml"])
    parts[name] = strToU8(
      strFromU8(parts[name] as Uint8Array).replace(/<w:(?:hdr|body)(?:\s[^>]*[^/])?>/u, (start) => start + line),
    );
}
