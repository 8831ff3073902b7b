import { inflateSync } from "node:zlib";
import { TYPEFACES } from "./typefaces.js";

/** A font that a PDF uses. */
export interface PdfFont {
  /** Name as in the file, without the prefix of a subset (`ABCDEF+`): FangSong, NotoSansCJKsc-Regular. */
  name: string;
  /** Rough number of different characters in this font. The font of the text has more than that of a heading. */
  characters: number;
}

/** Bytes that an unpacked list of objects may have; a larger stream is not unpacked. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

/** Lists the fonts of a PDF, the one with the most characters first. Bytes that are not a PDF have none. */
export function pdfFonts(pdf: Uint8Array): PdfFont[] {
  const fonts = new Map<string, number>();
  for (const object of objectsOf(pdf)) {
    for (const [, token = ""] of object.matchAll(/\/(?:BaseFont|FontName)\s*\/([^\s/<>[\](){}%]+)/gu)) {
      const name = decodeName(token).replace(/^[A-Z]{6}\+|-Identity-[HV]$/gu, "");
      fonts.set(name, (fonts.get(name) ?? 0) + charactersOf(object));
    }
  }
  return [...fonts]
    .map(([name, characters]) => ({ name, characters }))
    .sort((a, b) => b.characters - a.characters || (a.name < b.name ? -1 : 1));
}

/**
 * Checks that a PDF is set in the font that a form prescribes. Any font of the same typeface is accepted.
 * @param prescribed name of the font in the Word form
 * @returns a warning that says what to do, or undefined when the PDF uses the font
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

/** Returns the text of each object: the separate ones, and those in object streams (`/ObjStm`, PDF 1.5). */
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
    // the data of the stream may contain “endobj”, so the search goes on after the stream
    const data = begin + stream.index + stream[0].length;
    end = text.indexOf("endstream", data);
    if (end < 0) return objects;
    if (/\/Type\s*\/ObjStm\b/u.test(head)) objects.push(...unpack(head, pdf.subarray(data, end)));
  }
}

/** Returns the objects in an object stream. It begins with the number and offset of each, then the objects follow. */
function unpack(head: string, data: Uint8Array): string[] {
  const [count, first] = [integer(head, "N"), integer(head, "First")];
  if (count === undefined || first === undefined) return [];
  let text: string;
  try {
    const bytes = head.includes("/FlateDecode")
      ? inflateSync(data, { maxOutputLength: MAX_UNPACKED_BYTES })
      : Buffer.from(data);
    text = bytes.toString("latin1");
  } catch {
    return [];
  }
  const numbers = text.slice(0, first).trim().split(/\s+/u).map(Number);
  const offsets = numbers.filter((_, index) => index % 2 === 1).slice(0, count);
  return offsets.map((offset, index) => text.slice(first + offset, first + (offsets[index + 1] ?? text.length)));
}

/** Counts the characters that a font object lists: a range of codes, or the widths of a composite font. */
function charactersOf(object: string): number {
  const [from, to] = [integer(object, "FirstChar"), integer(object, "LastChar")];
  if (from !== undefined && to !== undefined) return to - from + 1;
  const [, widths = ""] = /\/W\s*\[([\d\s.[\]]*)\]/u.exec(object) ?? [];
  return widths.match(/\d+/gu)?.length ?? 0;
}

/** Reads the integer after a key in an object. */
function integer(object: string, key: string): number | undefined {
  const [, digits] = new RegExp(`/${key}\\s+(\\d+)`, "u").exec(object) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Decodes a PDF name with escapes such as `#B7`. Its bytes are UTF-8, or GBK when a Chinese program wrote them. */
function decodeName(token: string): string {
  const plain = token.replace(/#([\da-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const bytes = Buffer.from(plain, "latin1");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
