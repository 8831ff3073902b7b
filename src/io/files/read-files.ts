import { isUtf8, transcode } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import type { Diagnostic } from "../../model/diagnostic.js";
import { MAX_TEXT_BYTES } from "../../model/limits.js";
import { formatMegabytes } from "../../text/format-bytes.js";
import { fileDiagnostic, findFiles, type InputFile, unreadableFile } from "./find-files.js";

export interface FileText {
  /** Path as shown, with `/`. */
  file: string;
  text: string;
  /** Set when the file begins with a byte order mark, which is not in `text`. */
  bom?: true;
}

export interface ReadResult {
  texts: FileText[];
  /** Something about a file to say; it was read all the same. */
  problems: Diagnostic[];
  /** Arguments that name nothing that can be read. */
  unreadable: Diagnostic[];
}

const TOO_LARGE = "一份表格只有几十 KB,检查是不是选错了文件";

/** Reads all that the arguments name; see `findFiles`. */
export async function readFiles(...named: Parameters<typeof findFiles>): Promise<ReadResult> {
  const read = (await findFiles(...named)).map(readInput);
  return {
    texts: read.flatMap(({ text }) => text ?? []),
    problems: read.flatMap(({ problems }) => problems ?? []),
    unreadable: read.flatMap(({ trouble }) => trouble ?? []),
  };
}

/** A text with what is to be said of its file, or why there is none. */
export type ReadInput =
  | { text: FileText; problems: Diagnostic[]; trouble?: never }
  | { text?: never; problems?: never; trouble: Diagnostic };

/** Reads what was found. Synchronously: for one file, and for thousands of small ones, that is the fastest. */
export function readInput(found: InputFile): ReadInput {
  if (found.trouble) return { trouble: found.trouble };
  const { file } = found;
  const refuse = (message: string, hint: string) => ({
    trouble: fileDiagnostic(file, "file/unreadable", message, hint),
  });
  try {
    if (found.bytes && found.bytes.length > MAX_TEXT_BYTES)
      return refuse(`标准输入超过 ${formatMegabytes(MAX_TEXT_BYTES)},没有检查`, TOO_LARGE);
    const bytes = found.bytes ?? readBytes(found.path as string, refuse);
    return bytes instanceof Uint8Array ? decoded(file, bytes, refuse) : bytes;
  } catch (error) {
    return { trouble: unreadableFile(file, error) };
  }
}

type Refuse = (message: string, hint: string) => { trouble: Diagnostic };

function readBytes(full: string, refuse: Refuse): Uint8Array | { trouble: Diagnostic } {
  const found = statSync(full);
  // reading a pipe or a device would never end
  if (!found.isFile()) return refuse("这不是普通文件", "请给出 YAML 文件或文件夹");
  if (found.size <= MAX_TEXT_BYTES) return readFileSync(full);
  const [size, most] = [formatMegabytes(found.size, 1), formatMegabytes(MAX_TEXT_BYTES)];
  return refuse(`文件有 ${size},超过 ${most},没有读取`, TOO_LARGE);
}

/** What other programs' files begin with. */
const OTHERS: [start: string, name: string][] = [
  ["PK\u0003\u0004", " Word、Excel 或压缩文件"],
  ["\u00d0\u00cf\u0011\u00e0", "旧的 Word、Excel 文件"],
  ["%PDF-", " PDF 文件"],
  ["\u0089PNG", "图片"],
  ["\u00ff\u00d8\u00ff", "图片"],
];

function decoded(file: string, bytes: Uint8Array, refuse: Refuse): ReadInput {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const other = OTHERS.find(([each]) => start.startsWith(each));
  if (other) return refuse(`这是${other[1]},不是 YAML`, "请给出填写的 .yaml 文件");
  const { text, encoding, damaged } = decode(bytes);
  const problems: Diagnostic[] = [];
  if (encoding) {
    const hint = "用记事本打开,“文件→另存为”,编码选 UTF-8,保存";
    problems.push({
      ...fileDiagnostic(file, "file/encoding", `文件是 ${encoding} 编码,已按此读取`, hint),
      severity: "warning",
      // a character that could not be read would be lost for good
      ...(!text.includes("\ufffd") && { fix: { title: "改存为 UTF-8", edits: [] } }),
    });
  }
  if (damaged !== undefined) {
    const line = text.slice(0, damaged).split("\n").length;
    const hint = "用编辑器打开,删去显示成“�”的字符,重新输入";
    problems.push(fileDiagnostic(file, "file/encoding", `第 ${line} 行有损坏的字符(不是 UTF-8)`, hint));
  }
  return { text: { file, text, ...(hasMark(bytes) && { bom: true }) }, problems };
}

/** Notepad and WPS save UTF-8 with and without a mark, UTF-16 and GBK. */
function decode(bytes: Uint8Array): { text: string; encoding?: string; damaged?: number } {
  const wide = utf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: "UTF-16" };
  if (isUtf8(bytes)) return { text: fromUtf8(bytes) };
  const text = new TextDecoder("utf-8").decode(bytes);
  const bad = text.match(/\ufffd/gu)?.length ?? 0;
  // a few bad bytes in good UTF-8 are damage; GBK gives a bad one at nearly every character
  if (bad * 50 < text.length) return { text, damaged: text.indexOf("\ufffd") };
  return { text: new TextDecoder("gb18030").decode(bytes), encoding: "GBK" };
}

/** Decodes what is UTF-8, without its mark: by way of UTF-16, which is many times faster where the text is Chinese. */
function fromUtf8(bytes: Uint8Array): string {
  const start = hasMark(bytes) ? 3 : 0;
  return transcode(bytes.subarray(start), "utf8", "utf16le").toString("utf16le");
}

/** Whether bytes begin with a byte order mark of UTF-8. */
function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** UTF-16 by its mark, or without one by the zero bytes of its line breaks and digits. */
function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 4096);
  if (!start.includes(0)) return undefined;
  const zeros = (odd: 0 | 1) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (Math.max(even, odd) < 8 || Math.min(even, odd) > 0) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}
