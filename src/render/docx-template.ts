import { strFromU8, strToU8 } from "fflate";
import { TemplateError } from "../model/errors.js";
import type { Picture } from "../model/picture.js";
import type { Block } from "../text/markdown.js";
import { type Draw, fillPlace, textRun } from "./docx-blocks.js";
import { Media } from "./docx-media.js";
import { withProperties } from "./docx-properties.js";
import { type FoundTag, type Segment, segmentsOf } from "./docx-segments.js";
import { markOf, TEXT_MARK } from "./docx-touched.js";
import { pack, unpack } from "./zip.js";

/** Tag of the line that says a document is not to be filed; every template may have it. */
export const NOTE_TAG = "草稿说明";

/** A Word template taken apart once, to be filled many times. */
export interface CompiledTemplate {
  /** Every tag found, as often as it stands there. */
  tags: FoundTag[];
  /** Fills in what is printed and packs the document; the same content gives the same bytes. */
  fill(printed: ReadonlyMap<string, Block[]>, options: FillOptions): Uint8Array;
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
 * @throws {TemplateError} when the bytes are no Word file
 */
export function compileTemplate(bytes: Uint8Array): CompiledTemplate {
  const parts = openPackage(bytes);
  const compiled = new Map<string, Segment[]>();
  const tags: FoundTag[] = [];
  for (const [name, content] of Object.entries(parts).filter(([name]) => PARTS.test(name))) {
    const segments = readPart(strFromU8(content), tags);
    refuseHidden(segments);
    if (segments.length > 1) compiled.set(name, segments);
  }
  return {
    tags,
    fill(printed, { properties, note, picture }) {
      const noted = note !== undefined && tags.some(({ tag }) => tag === NOTE_TAG);
      const values =
        note === undefined
          ? printed
          : new Map([...printed, [NOTE_TAG, [{ kind: "paragraph", runs: [{ text: note }] }] as Block[]]]);
      const filled = { ...parts };
      const media = new Media();
      for (const [name, segments] of compiled) {
        const draw: Draw = ({ file, caption }, width) => {
          const found = picture?.(file);
          return found && media.draw(name, found, caption, width);
        };
        filled[name] = strToU8(segments.map((segment) => fill(segment, values, draw)).join(""));
      }
      media.into(filled);
      if (note !== undefined && !noted)
        filled["word/document.xml"] = withNote(filled["word/document.xml"] as Uint8Array, note);
      return pack(withProperties(filled, { ...properties, [TEXT_MARK]: markOf(filled) }));
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
    throw new TemplateError(`Word 模板与表格不符:
${listed(troubles)}`);
}

/** At most a dozen: a template without any tags would fill screens. */
function listed(troubles: string[]): string {
  const rest = troubles.length - 12;
  return [...troubles.slice(0, 12).map((each) => `  - ${each}`), ...(rest > 0 ? [`  - 还有 ${rest} 处`] : [])].join(
    "\n",
  );
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

/** A tag where it cannot be filled would be printed as it stands. */
function refuseHidden(segments: Segment[]): void {
  for (const segment of segments.filter((each) => typeof each === "string")) {
    const hidden = /\{\{[^{}]*\}\}/u.exec(segment.replace(/<[^>]*>/gu, ""))?.[0];
    if (hidden)
      throw new TemplateError(`${hidden} 在超链接、修订、文本框或内容控件里,填不进去:先接受修订,或把它移到普通段落`);
  }
}

function readPart(xml: string, tags: FoundTag[]): Segment[] {
  try {
    return segmentsOf(xml, tags);
  } catch (error) {
    throw new TemplateError(`模板文件已损坏(${(error as Error).message.split("\n")[0]}),用 Word 打开另存一份再试`);
  }
}

function fill(segment: Segment, printed: ReadonlyMap<string, Block[]>, draw: Draw): string {
  return typeof segment === "string" ? segment : fillPlace(segment, printed.get(segment.tag) ?? [], draw);
}

/** Puts the note on top of a document whose template has no place for it. */
function withNote(part: Uint8Array, note: string): Uint8Array {
  const line = `<w:p>${textRun(note, '<w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:color w:val="C00000"/></w:rPr>')}</w:p>`;
  return strToU8(strFromU8(part).replace(/<w:body(?:\s[^>]*)?>/u, (body) => body + line));
}
