import { strFromU8 } from "fflate";
import { WordFileError } from "../model/errors.js";
import type { Parts } from "../render/opc/parts.js";
import { PackageTooLarge, unpack } from "../render/opc/unpack.js";
import type { WordBlock } from "./body.js";
import { readNumbering } from "./numbering.js";
import { readBody } from "./read-body.js";

/** An opened Word file. */
export interface WordFile {
  parts: Parts;
  /** Name of the part with the text. Word calls it `word/document.xml`, Word Online `word/document2.xml`. */
  mainPart: string;
  blocks: WordBlock[];
  /** Bytes of a picture by the id of its relationship; undefined when it is not in the file. */
  picture(id: string): { name: string; bytes: Uint8Array } | undefined;
}

/**
 * Opens a Word file.
 * @throws {WordFileError} when it is another file, damaged, or protected by a password
 */
export function openWord(bytes: Uint8Array): WordFile {
  const parts = unpackWord(bytes);
  const text = (part: string) => (parts[part] ? strFromU8(parts[part]) : undefined);
  const types = text("[Content_Types].xml");
  if (types === undefined) throw new WordFileError("文件不完整,打不开:用 Word 打开另存一份 .docx 再试");
  if (/macroEnabled/u.test(types)) throw new WordFileError("这个文件带有宏(.docm),没有读取:在 Word 里另存为 .docx");
  const relationships = relationshipsOf(text("_rels/.rels") ?? "");
  const main = relationships.find(({ type }) => type.endsWith("/officeDocument"))?.target.replace(/^\//u, "");
  const mainPart = main !== undefined && parts[main] ? main : "word/document.xml";
  const xml = text(mainPart);
  if (xml === undefined || !xml.includes("w:body")) throw new WordFileError("这不是 Word 文件:里面没有正文");
  if (xml.includes("<!DOCTYPE")) throw new WordFileError("文件里有 DOCTYPE,没有读取:用 Word 打开另存一份再试");
  const folder = mainPart.replace(/[^/]*$/u, "");
  const targets = new Map(
    relationshipsOf(text(mainPart.replace(/[^/]*$/u, (file) => `_rels/${file}.rels`)) ?? "").map(({ id, target }) => [
      id,
      target.startsWith("/") ? target.slice(1) : folder + target,
    ]),
  );
  let blocks: WordBlock[];
  try {
    blocks = readBody(xml, readNumbering(text(`${folder}numbering.xml`)));
  } catch {
    throw new WordFileError("文件已损坏,读不出正文:用 Word 打开另存一份再试");
  }
  return {
    parts,
    mainPart,
    blocks,
    picture(id) {
      const name = targets.get(id);
      const content = name === undefined ? undefined : parts[name];
      return name !== undefined && content ? { name: name.replace(/^.*\//u, ""), bytes: content } : undefined;
    },
  };
}

/** First bytes of a compound file: what Word wrote before 2007, and encrypted files. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

function unpackWord(bytes: Uint8Array): Parts {
  if (COMPOUND.every((byte, at) => bytes[at] === byte)) {
    // the names in a compound file are in UTF-16
    const encrypted = includes(
      bytes,
      [..."EncryptedPackage"].flatMap((char) => [char.charCodeAt(0), 0]),
    );
    throw new WordFileError(
      encrypted
        ? "这个文件有密码,打不开:在 Word 里去掉密码(文件→信息→保护文档)再试"
        : "这是旧的 Word 文件(.doc、.wps),读不了:用 Word 或 WPS 打开,另存为 .docx",
    );
  }
  try {
    return unpack(bytes);
  } catch (error) {
    if (error instanceof PackageTooLarge) throw new WordFileError("文件解开后太大,没有读取:删去里面的大图片再试");
    throw new WordFileError(
      bytes[0] === 0x50 && bytes[1] === 0x4b
        ? "文件不完整,打不开:重新复制一份再试"
        : "这不是 Word 文件(.docx):用 Word 或 WPS 打开,另存为 .docx",
    );
  }
}

function includes(bytes: Uint8Array, wanted: number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

function relationshipsOf(xml: string): { id: string; type: string; target: string }[] {
  return [...xml.matchAll(/<Relationship\s[^>]*>/gu)].map(([tag]) => {
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`, "u").exec(tag)?.[1] ?? "";
    return { id: attribute("Id"), type: attribute("Type"), target: attribute("Target") };
  });
}
