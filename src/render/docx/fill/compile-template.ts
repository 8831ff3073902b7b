import { strFromU8, strToU8 } from "fflate";
import { TemplateError } from "../../../model/errors.js";
import { MAX_TEMPLATE_TEXT_BYTES } from "../../../model/limits.js";
import type { Picture } from "../../../model/picture.js";
import type { PrintedDocument } from "../../../model/printed.js";
import type { TagUse } from "../../../model/template-tags.js";
import { formatMegabytes } from "../../../text/format-bytes.js";
import { withCustomProperties } from "../../opc/custom-properties.js";
import { pack } from "../../opc/pack.js";
import type { Parts } from "../../opc/parts.js";
import { textStamp } from "../stamps.js";
import { type CompiledPart, compilePart, type FoundTags, refuseManyTags } from "./compile-part.js";
import { addDraftNote, NOTE_TAG } from "./draft-note.js";
import { Drawings } from "./drawings.js";
import { fillSegments } from "./fill-segments.js";
import { openTemplate } from "./open-template.js";
import type { Segment } from "./segment.js";
import { TAG } from "./tag-syntax.js";

/** A Word template that was compiled once, to be filled in many times. */
export interface CompiledTemplate extends FoundTags {
  /** Tags that cannot be filled in where they stand. */
  unreachable: TagUse[];
  /**
   * Fills in what is printed and packs the document; the same content gives the same bytes.
   * @throws {TemplateError} when a picture would have to stand within a line
   */
  fill(printed: PrintedDocument, options: FillOptions): Uint8Array;
}

export interface FillOptions {
  /** Custom properties that say what the document was made from: `originStamps`. */
  properties: Record<string, string>;
  /** A line across the top of each page, that says why the document is not to be filed. */
  note?: string | undefined;
  /** Finds the pictures that the content asks for, by the name that it asks for. */
  picture?: ((name: string) => Picture | undefined) | undefined;
}

/** The parts in which tags are filled in. */
const FILLED_PARTS = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/u;

/**
 * Compiles a Word template: finds its tags, also where an editor has spread one over several runs.
 * @param bytes of the file
 * @param lists tags of the lists: what holds tags of their entries is repeated for each entry
 * @throws {TemplateError} when the bytes are no Word file, or one that cannot be used
 */
export function compileTemplate(bytes: Uint8Array, lists: string[]): CompiledTemplate {
  // the custom properties are declared here once for all documents
  const parts = withCustomProperties(openTemplate(bytes), {});
  const compiled = new Map<string, CompiledPart>();
  const filled = Object.entries(parts).filter(([name]) => FILLED_PARTS.test(name));
  if (filled.reduce((sum, [, content]) => sum + content.length, 0) > MAX_TEMPLATE_TEXT_BYTES)
    throw new TemplateError(
      `模板的正文、页眉和页脚一共超过 ${formatMegabytes(MAX_TEMPLATE_TEXT_BYTES)},没有使用;检查是不是选错了文件`,
    );
  for (const [name, content] of filled) compiled.set(name, compileXml(strFromU8(content), lists));
  const all = [...compiled.values()];
  const tags = all.flatMap((part) => part.tags);
  const unreachable = all.flatMap((part) => unreachableTags(part.segments));
  refuseManyTags(tags.length + unreachable.length);
  const template: Template = {
    parts,
    segments: new Map([...compiled].map(([name, { segments }]) => [name, segments])),
    hasNoteTag: tags.some(({ tag }) => tag === NOTE_TAG),
    encode: cachedEncoder(),
  };
  return {
    tags,
    misspelt: all.flatMap((part) => part.misspelt),
    mixed: all.flatMap((part) => part.mixed),
    unreachable,
    fill: (printed, options) => fillTemplate(template, printed, options),
  };
}

function compileXml(xml: string, lists: string[]): CompiledPart {
  try {
    return compilePart(xml, lists);
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError("模板文件已损坏(里面的 XML 不完整),用 Word 打开另存一份再试");
  }
}

/** Tags that stand where they cannot be filled in, and would be printed as they are. */
function unreachableTags(segments: Segment[]): TagUse[] {
  return segments.flatMap((segment): TagUse[] => {
    if (typeof segment === "object") return "list" in segment ? unreachableTags(segment.first) : [];
    const text = segment.replace(/<[^>]*>/gu, "");
    return [...text.matchAll(TAG)].map(({ 1: tag = "", index }) => ({
      tag,
      place: text.slice(Math.max(0, index - 20), index).trim(),
      alone: false,
    }));
  });
}

interface Template {
  parts: Parts;
  segments: Map<string, Segment[]>;
  hasNoteTag: boolean;
  encode: (part: string, text: string) => Uint8Array;
}

function fillTemplate(template: Template, printed: PrintedDocument, options: FillOptions): Uint8Array {
  const { properties, note, picture } = options;
  const content = note === undefined ? printed : withNote(printed, note);
  const parts = { ...template.parts };
  const drawings = new Drawings();
  for (const [name, segments] of template.segments) {
    // a part without tags stays as it is
    if (segments.length === 1) continue;
    const xml = fillSegments(segments, content, ({ file, caption }, area) => {
      const found = picture?.(file);
      return found && drawings.add(name, found, caption, area);
    });
    parts[name] = template.encode(name, xml);
  }
  drawings.addPicturesTo(parts);
  if (note !== undefined && !template.hasNoteTag) addDraftNote(parts, note);
  return pack(withCustomProperties(parts, { ...properties, ...textStamp(parts) }));
}

function withNote({ values, entries }: PrintedDocument, note: string): PrintedDocument {
  return { values: new Map([...values, [NOTE_TAG, [{ kind: "paragraph", runs: [{ text: note }] }]]]), entries };
}

/**
 * Makes the function that encodes the text of a part. While the text is the same, it returns the same bytes as before:
 * a header that does not change need not be packed anew for each document.
 */
function cachedEncoder(): (part: string, text: string) => Uint8Array {
  const last = new Map<string, { text: string; bytes: Uint8Array }>();
  return (part, text) => {
    const before = last.get(part);
    if (before?.text === text) return before.bytes;
    const bytes = strToU8(text);
    last.set(part, { text, bytes });
    return bytes;
  };
}
