import { readdirSync } from "node:fs";
import path from "node:path";
import { imageSize } from "image-size";
import { MAX_PICTURE_BYTES, MAX_PICTURES_BYTES } from "../../model/limits.js";
import type { FindPicture, Picture, PictureTrouble } from "../../model/picture.js";
import { formatMegabytes } from "../../text/format-bytes.js";
import { isInside } from "./is-inside.js";
import { readBounded } from "./read-bounded.js";

const SAVE_AS = "用“画图”或看图软件打开,另存为 png 或 jpg";

/**
 * Makes the function that finds and reads the pictures of documents. A picture must lie beside its document or in a
 * folder below.
 * @param folder that the documents' file names are relative to
 */
export function pictureFinder(folder: string): FindPicture {
  const find = singlePictureFinder(folder);
  // documents are checked one after another, so only the pictures of one are kept, and each of these is read once
  let current = { document: "", found: new Map<string, ReturnType<FindPicture>>(), sum: 0 };
  return (document, name, embedded) => {
    if (document !== current.document) current = { document, found: new Map(), sum: 0 };
    const known = current.found.get(name);
    if (known) return known;
    let result = find(document, name, embedded);
    current.sum += result.picture?.bytes.length ?? 0;
    if (result.picture && current.sum > MAX_PICTURES_BYTES) {
      const message = `到图片“${name}”为止,图片一共超过 ${formatMegabytes(MAX_PICTURES_BYTES)}`;
      result = { trouble: { message, hint: "缩小或压缩后再放" } };
    }
    current.found.set(name, result);
    return result;
  };
}

/** Finds one picture at a time, without a limit for the sum of their sizes. */
function singlePictureFinder(folder: string): FindPicture {
  return (document, name, embedded) => {
    if (embedded) return inspectPicture(embedded, name);
    const home = path.resolve(folder, path.dirname(document));
    const full = path.resolve(home, name.replaceAll("\\", "/"));
    if (!isInside(full, home)) return { trouble: outsideFolder(name) };
    try {
      const read = readBounded(full, MAX_PICTURE_BYTES, home);
      if (read instanceof Uint8Array) return inspectPicture(read, name);
      const troubles = { "not-a-file": noPicture, outside: outsideFolder, "too-large": tooLarge };
      return { trouble: troubles[read.refused](name, read.size) };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "ENOENT" && code !== "ENOTDIR")
        return {
          trouble: {
            message: `读不了图片“${name}”`,
            hint: code === "EACCES" ? "没有权限:请有权限的人复制一份" : "检查它是不是图片文件、有没有被别的程序占用",
          },
        };
      return { trouble: missing(name, full, home) };
    }
  };
}

/** Checks the bytes of a picture: their type, whether they are complete, and how the picture is turned. */
function inspectPicture(bytes: Uint8Array, name: string): { picture?: Picture; trouble?: PictureTrouble } {
  const type = typeOf(bytes);
  if (!type) return { trouble: { message: `图片“${name}”不是 png 或 jpg`, hint: SAVE_AS } };
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0 && isWhole(bytes, type))) throw new Error("not whole");
    const picture = { bytes, type, width, height };
    if (orientation === 1) return { picture };
    return {
      picture,
      trouble: {
        message: `照片“${name}”是横着存的,靠一个旋转标记显示正,Word 里可能横倒`,
        hint: "用看图软件打开,旋转一圈后保存",
      },
    };
  } catch {
    return { trouble: { message: `图片“${name}”不完整或已损坏`, hint: `重新复制一份;或${SAVE_AS}` } };
  }
}

/** Tells the type of a picture by its first bytes, because the ending of its name may be wrong. */
function typeOf(bytes: Uint8Array): Picture["type"] | undefined {
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  return begins(0xff, 0xd8, 0xff) ? "jpeg" : undefined;
}

/** Tells whether a picture has its end mark. A copy that was interrupted has none. */
function isWhole(bytes: Uint8Array, type: Picture["type"]): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return type === "png" ? file.includes("IEND") : file.includes(Buffer.of(0xff, 0xd9), startOfScan(file));
}

/** Finds where the picture of a JPEG begins. A camera's small preview before it has an end mark of its own. */
function startOfScan(file: Buffer): number {
  let at = 2;
  while (file[at] === 0xff && file[at + 1] !== 0xda) at += 2 + file.readUInt16BE(at + 2);
  return at;
}

function noPicture(name: string): PictureTrouble {
  return { message: `“${name}”不是图片文件`, hint: "写上图片的文件名" };
}

function outsideFolder(name: string): PictureTrouble {
  return {
    message: `图片“${name}”不在 YAML 文件所在的文件夹里`,
    hint: "把图片放到 YAML 旁边或其下的文件夹里,只写文件名,如 照片/实训中心.jpg",
  };
}

function tooLarge(name: string, size: number): PictureTrouble {
  const [is, most] = [formatMegabytes(size), formatMegabytes(MAX_PICTURE_BYTES)];
  return { message: `图片“${name}”有 ${is},超过 ${most}`, hint: "缩小或压缩后再放" };
}

function missing(name: string, full: string, home: string): PictureTrouble {
  let others: string[] = [];
  try {
    const folder = path.dirname(full);
    const within = path.relative(home, folder).split(path.sep).join("/");
    others = readdirSync(folder)
      .filter((each) => /\.(?:png|jpe?g)$/iu.test(each))
      .map((each) => (within === "" ? each : `${within}/${each}`));
  } catch {
    // no such folder: nothing to suggest
  }
  return { message: `找不到图片“${name}”`, hint: "把图片放到 YAML 旁边,检查文件名(包括 .png、.jpg)", others };
}
