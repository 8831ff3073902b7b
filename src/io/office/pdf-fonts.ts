import { inflateSync } from "node:zlib";
import { TYPEFACES } from "./typefaces.js";

/** A font of a PDF. */
export interface PdfFont {
  /** As in the file, without the mark of a subset: FangSong, NotoSansCJKsc-Regular. */
  name: string;
  /** How many different characters it draws, roughly: tells the text's font from a heading's. */
  characters: number;
}

/** An inflated part of a PDF larger than this is not a list of objects. */
const LARGEST = 64 * 1024 * 1024;

/** The fonts of a PDF, the one with the most characters first. Anything that is not a PDF has none. */
export function pdfFonts(pdf: Uint8Array): PdfFont[] {
  const fonts = new Map<string, number>();
  for (const object of objectsOf(pdf)) {
    for (const [, token = ""] of object.matchAll(/\/(?:BaseFont|FontName)\s*\/([^\s/<>[\](){}%]+)/gu)) {
      const name = decoded(token).replace(/^[A-Z]{6}\+|-Identity-[HV]$/gu, "");
      fonts.set(name, (fonts.get(name) ?? 0) + charactersOf(object));
    }
  }
  return [...fonts]
    .map(([name, characters]) => ({ name, characters }))
    .sort((a, b) => b.characters - a.characters || (a.name < b.name ? -1 : 1));
}

/**
 * Whether the font that a form prescribes was to be had when a PDF was made; any font of the same face will do.
 * @param prescribed its name in the Word form
 * @returns a warning with a way out, or undefined when all is well
 */
export function fontWarning(pdf: Uint8Array, prescribed: string): string | undefined {
  const fonts = pdfFonts(pdf);
  const [instead] = fonts;
  if (!instead) return `看不出 PDF 用了什么字体:请打开核对正文是不是${prescribed}`;
  if (fonts.some(({ name }) => isSameFace(name, prescribed))) return undefined;
  const remedy = TYPEFACES[prescribed]?.remedy ?? `装上${prescribed}再生成`;
  return `PDF 的正文应当用${prescribed},这台电脑上没有,改用了 ${instead.name.replace(/-Regular.*$/u, "")}。${remedy};也可以用 Word 或 WPS 打开 .docx,“另存为 PDF”`;
}

function isSameFace(name: string, prescribed: string): boolean {
  const { inPdf, alternatives = [] } = TYPEFACES[prescribed] ?? {};
  if (inPdf !== undefined) return new RegExp(inPdf, "iu").test(name);
  const plain = (each: string) => each.toLowerCase().replace(/[ _-]/gu, "");
  return [prescribed, ...alternatives].some((each) => plain(name).startsWith(plain(each)));
}

/** The text of each object: those that stand by themselves, and those packed into a stream as of PDF 1.5. */
function objectsOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const objects: string[] = [];
  for (let end = 0; ; ) {
    const begin = text.indexOf(" obj", end);
    if (begin < 0) return objects;
    end = text.indexOf("endobj", begin);
    if (end < 0) return objects;
    const object = text.slice(begin, end);
    const stream = /stream\r?\n/u.exec(object);
    const head = object.slice(0, stream?.index);
    objects.push(head);
    if (!stream) continue;
    // the data may contain what looks like the end of the object
    const data = begin + stream.index + stream[0].length;
    end = text.indexOf("endstream", data);
    if (end < 0) return objects;
    if (/\/Type\s*\/ObjStm\b/u.test(head)) objects.push(...packed(head, pdf.subarray(data, end)));
  }
}

/** The objects in a stream: numbers and offsets of all of them, then the objects themselves. */
function packed(head: string, data: Uint8Array): string[] {
  const [count, first] = [integer(head, "N"), integer(head, "First")];
  if (count === undefined || first === undefined) return [];
  let text: string;
  try {
    const bytes = head.includes("/FlateDecode") ? inflateSync(data, { maxOutputLength: LARGEST }) : Buffer.from(data);
    text = bytes.toString("latin1");
  } catch {
    return [];
  }
  const numbers = text.slice(0, first).trim().split(/\s+/u).map(Number);
  const offsets = numbers.filter((_, index) => index % 2 === 1).slice(0, count);
  return offsets.map((offset, index) => text.slice(first + offset, first + (offsets[index + 1] ?? text.length)));
}

/** Characters a font's object lists: a range of codes, or the widths of a composite font. */
function charactersOf(object: string): number {
  const [from, to] = [integer(object, "FirstChar"), integer(object, "LastChar")];
  if (from !== undefined && to !== undefined) return to - from + 1;
  const [, widths = ""] = /\/W\s*\[([\d\s.[\]]*)\]/u.exec(object) ?? [];
  return widths.match(/\d+/gu)?.length ?? 0;
}

function integer(object: string, key: string): number | undefined {
  const [, digits] = new RegExp(`/${key}\\s+(\\d+)`, "u").exec(object) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A name with its `#B7` spelled out: UTF-8, or GBK as Chinese programs write it. */
function decoded(token: string): string {
  const plain = token.replace(/#([\da-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const bytes = Buffer.from(plain, "latin1");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
