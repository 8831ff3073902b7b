import type { Diagnostic } from "../../model/diagnostic.js";
import type { Input, ReadInput } from "../../model/input.js";
import { MAX_OFFICE_BYTES, MAX_TEXT_BYTES } from "../../model/limits.js";
import { decodeText, hasBom } from "../../text/decode-text.js";
import { formatMegabytes } from "../../text/format-bytes.js";
import { fileDiagnostic, unreadableFile } from "./file-problems.js";
import { readBounded } from "./read-bounded.js";

const TOO_LARGE = "一份表格只有几十 KB,检查是不是选错了文件";

/**
 * Makes an input of a file.
 * @param file its name as shown to the user
 * @param full its full path
 * @param within full path of the folder in which it was found; undefined when the user has named the file itself
 */
export function fileInput(file: string, full: string, within?: string): Input & { path: string } {
  return { file, path: full, read: () => readFile(file, full, within) };
}

/** Makes an input of the bytes from standard input. @param file the name to show for them */
export function bytesInput(file: string, bytes: Uint8Array): Input {
  if (bytes.length > MAX_TEXT_BYTES)
    return { file, read: () => refuse(file, `标准输入超过 ${formatMegabytes(MAX_TEXT_BYTES)},没有检查`, TOO_LARGE) };
  return { file, read: () => decodeInput(file, bytes) };
}

/**
 * Decodes the bytes of a file as it once was.
 * @param file its name as shown to the user; the ending says what it is
 */
export function readBytes(file: string, bytes: Uint8Array): ReadInput {
  const limit = /\.docx$/iu.test(file) ? MAX_OFFICE_BYTES : MAX_TEXT_BYTES;
  if (bytes.length <= limit) return decodeInput(file, bytes);
  return refuse(file, `文件有 ${formatMegabytes(bytes.length, 1)},超过 ${formatMegabytes(limit)},没有读取`, TOO_LARGE);
}

/**
 * Reads and decodes a file. It reads synchronously, which is fastest for one file and for thousands of small ones.
 * @param file its name as shown to the user
 * @param full its full path
 * @param within full path of the folder that it must be in, also when it is a link
 * @returns the text and problems of its encoding, or the problem that kept it from being read; never throws
 */
export function readFile(file: string, full: string, within?: string): ReadInput {
  try {
    const limit = /\.docx$/iu.test(file) ? MAX_OFFICE_BYTES : MAX_TEXT_BYTES;
    const read = readBounded(full, limit, within);
    if (read instanceof Uint8Array) return decodeInput(file, read);
    if (read.refused === "not-a-file") return refuse(file, "这不是普通文件", "请给出 YAML 文件或文件夹");
    if (read.refused === "outside")
      return refuse(file, "这个链接通往文件夹外面,没有读取", "把文件本身放进来;确实要检查它,就在命令里写它自己的路径");
    const [size, most] = [formatMegabytes(read.size, 1), formatMegabytes(limit)];
    return refuse(file, `文件有 ${size},超过 ${most},没有读取`, TOO_LARGE);
  } catch (error) {
    return { problem: unreadableFile(file, error) };
  }
}

function refuse(file: string, message: string, hint: string): ReadInput {
  return { problem: fileDiagnostic(file, "file/unreadable", message, hint) };
}

/** Names of Word files, among them older ones, of which it is said what to do with them. */
const WORD = /\.(?:docx|docm|dotx|doc|wps)$/iu;

/** First bytes of files that are not text, with what to call them. */
const SIGNATURES: [start: string, name: string][] = [
  ["PK\u0003\u0004", " Word、Excel 或压缩文件"],
  ["\u00d0\u00cf\u0011\u00e0", "旧的 Word、Excel 文件"],
  ["%PDF-", " PDF 文件"],
  ["\u0089PNG", "图片"],
  ["\u00ff\u00d8\u00ff", "图片"],
];

/** Decodes the bytes of an input, and reports files of other programs, other encodings and damage. */
function decodeInput(file: string, bytes: Uint8Array): ReadInput {
  if (WORD.test(file)) return { word: { file, bytes } };
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const other = SIGNATURES.find(([each]) => start.startsWith(each));
  if (other) return refuse(file, `这是${other[1]},不是 YAML`, "请给出填写的 .yaml 文件");
  const { text, encoding, damaged } = decodeText(bytes);
  const problems: Diagnostic[] = [];
  if (encoding) {
    const hint = "用记事本打开,“文件→另存为”,编码选 UTF-8,保存";
    problems.push({
      ...fileDiagnostic(file, "file/encoding", `文件是 ${encoding} 编码,已按此读取`, hint),
      severity: "warning",
      // there is no fix when a character could not be decoded: saving the file would lose it
      ...(!text.includes("\ufffd") && { fix: { title: "改存为 UTF-8", edits: [] } }),
    });
  }
  if (damaged !== undefined) {
    const line = text.slice(0, damaged).split("\n").length;
    const hint = "用编辑器打开,删去显示成“�”的字符,重新输入";
    problems.push(fileDiagnostic(file, "file/encoding", `第 ${line} 行有损坏的字符(不是 UTF-8)`, hint));
  }
  // old Macs wrote a carriage return alone at the end of each line
  const isOldMac = text.includes("\r") && !text.includes("\n");
  if (isOldMac) {
    problems.push({
      ...fileDiagnostic(
        file,
        "file/encoding",
        "文件的换行是旧的 Mac 的(只有回车),已按换行读取",
        "另存为通常的文本文件",
      ),
      severity: "warning",
      fix: { title: "改成通常的换行", edits: [] },
    });
  }
  const read = isOldMac ? text.replaceAll("\r", "\n") : text;
  return { text: { file, text: read, ...(hasBom(bytes) && { bom: true }) }, problems };
}
