import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { pictureFinder } from "../../../src/io/files/find-picture.js";
import { writeJpeg } from "../../support/jpeg.js";
import { WHITE, writePng } from "../../support/picture.js";
import { emptyFolder } from "../../support/run.js";

const PNG = writePng({ width: 30, height: 20, levels: new Uint8Array(600).fill(WHITE) });
const JPEG = writeJpeg(40, 24);

let folder: string;
const put = (file: string, bytes: Uint8Array | string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), bytes);
};
/** Looks for a picture that `长沙/甲.yaml` asks for. */
const find = (name: string) => pictureFinder(folder)("长沙/甲.yaml", name);

beforeEach(() => {
  folder = emptyFolder();
  mkdirSync(path.join(folder, "长沙"));
});

describe("a picture is found", () => {
  it.each([
    ["beside the document", "长沙/图.png", "图.png"],
    ["in a folder below", "长沙/照片/2023/图.png", "照片/2023/图.png"],
    ["with the backslashes of Windows", "长沙/照片/图.png", "照片\\图.png"],
    ["by a way round that stays below", "长沙/图.png", "./照片/../图.png"],
    ["under a name with dots in front", "长沙/..图.png", "..图.png"],
  ])("%s", (_, file, name) => {
    put(file, PNG);
    expect(find(name)).toEqual({ picture: { bytes: Uint8Array.from(PNG), type: "png", width: 30, height: 20 } });
  });

  it("whatever its name ends in", () => {
    put("长沙/照片.png", JPEG);
    expect(find("照片.png")).toEqual({
      picture: { bytes: Uint8Array.from(JPEG), type: "jpeg", width: 40, height: 24 },
    });
  });

  it("when it is exactly as large as allowed", () => {
    put("长沙/图.png", Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024 - PNG.length)]));
    expect(find("图.png").trouble).toBeUndefined();
  });

  it("when something follows its end: phones put films there", () => {
    put("长沙/照片.jpg", Buffer.concat([JPEG, Buffer.from("a film")]));
    expect(find("照片.jpg").trouble).toBeUndefined();
  });

  it.skipIf(process.platform === "win32")("by a link that stays below", () => {
    put("长沙/照片/图.png", PNG);
    symlinkSync("照片/图.png", path.join(folder, "长沙/link.png"));
    expect(find("link.png").picture?.width).toBe(30);
  });
});

describe("a picture that is not there", () => {
  it("is named with those that are, as they would have to be typed", () => {
    put("长沙/图1.png", PNG);
    put("长沙/图2.JPG", JPEG);
    put("长沙/笔记.txt", "");
    expect(find("图3.png").trouble?.others?.sort()).toEqual(["图1.png", "图2.JPG"]);
    put("长沙/照片/实训.jpeg", JPEG);
    expect(find("照片\\实训.jpg")).toEqual({
      trouble: {
        message: "找不到图片“照片\\实训.jpg”",
        hint: "把图片放到 YAML 旁边,检查文件名(包括 .png、.jpg)",
        others: ["照片/实训.jpeg"],
      },
    });
  });

  it("may be in a folder that is not there either, or in a file", () => {
    put("长沙/照片", "no folder");
    for (const name of ["没有/图.png", "照片/图.png", "https://example.com/图.png"])
      expect(find(name).trouble).toMatchObject({ message: `找不到图片“${name}”`, others: [] });
  });
});

describe("a picture elsewhere is refused", () => {
  const refused = (name: string) =>
    expect(find(name)).toEqual({
      trouble: {
        message: `图片“${name}”不在 YAML 文件所在的文件夹里`,
        hint: "把图片放到 YAML 旁边或其下的文件夹里,只写文件名,如 照片/实训中心.jpg",
      },
    });

  it.each(["../图.png", "照片/../../图.png", "..\\图.png", "../没有.png", "..", "."])("by %s", (name) => {
    put("图.png", PNG);
    refused(name);
  });

  it("by its full name, there or not", () => {
    put("图.png", PNG);
    refused(path.join(folder, "图.png"));
    refused("/etc/hostname");
    refused("/没有/图.png");
  });

  it.skipIf(process.platform === "win32")("behind a link, of the file or of its folder", () => {
    put("图/a.png", PNG);
    symlinkSync("../图/a.png", path.join(folder, "长沙/link.png"));
    symlinkSync("../图", path.join(folder, "长沙/图"));
    refused("link.png");
    refused("图/a.png");
  });
});

describe("a file that cannot be printed", () => {
  const troubleOf = (bytes: Uint8Array | string, name = "图.png") => {
    put(`长沙/${name}`, bytes);
    const { picture, trouble } = find(name);
    expect(picture).toBeUndefined();
    return trouble?.message;
  };
  const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

  it.each([
    ["a gif", GIF],
    ["text", "这不是图片"],
    ["an svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
    ["empty", ""],
    ["the first bytes of a png", PNG.subarray(0, 4)],
  ])("is %s", (_, bytes) => {
    expect(troubleOf(bytes)).toBe("图片“图.png”不是 png 或 jpg");
  });

  it.each([
    ["a png broken off in its data", PNG.subarray(0, PNG.length - 14)],
    ["a png broken off in its header", PNG.subarray(0, 18)],
    ["a png of no width", withZero(PNG, 16)],
    ["a jpeg broken off in its data", JPEG.subarray(0, JPEG.length - 2)],
    ["a jpeg broken off in its header", JPEG.subarray(0, 40)],
    ["a jpeg of which only the preview is whole", broken(writeJpeg(640, 480, { preview: JPEG }))],
  ])("is %s", (_, bytes) => {
    expect(troubleOf(bytes)).toBe("图片“图.png”不完整或已损坏");
  });

  it("is too large, and is not even read", () => {
    expect(troubleOf(Buffer.alloc(10 * 1024 * 1024 + 1))).toBe("图片“图.png”有 11 MB,超过 10 MB");
  });

  it("is a folder", () => {
    mkdirSync(path.join(folder, "长沙/图.png"));
    expect(find("图.png").trouble?.message).toBe("“图.png”不是图片文件");
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)("is one nobody may read", () => {
    put("长沙/图.png", PNG);
    chmodSync(path.join(folder, "长沙/图.png"), 0);
    expect(find("图.png").trouble).toEqual({
      message: "读不了图片“图.png”(EACCES)",
      hint: "检查它是不是图片文件、有没有权限",
    });
  });
});

describe("a photo", () => {
  it.each([3, 6, 8])("that stands upright only by EXIF's mark %i is printed, with a warning", (orientation) => {
    put("长沙/照片.jpg", writeJpeg(40, 24, { orientation }));
    const { picture, trouble } = find("照片.jpg");
    // Word does not turn it, so its size is that of the pixels
    expect(picture).toMatchObject({ width: 40, height: 24 });
    expect(trouble?.message).toBe("照片“照片.jpg”是横着存的,靠一个旋转标记显示正,Word 里可能横倒");
  });

  it.each([0, 1])("with EXIF's mark %i is as it seems", (orientation) => {
    put("长沙/照片.jpg", writeJpeg(40, 24, { orientation, preview: JPEG }));
    expect(find("照片.jpg")).toMatchObject({ picture: { width: 40, height: 24 } });
    expect(find("照片.jpg").trouble).toBeUndefined();
  });
});

function withZero(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(0, at);
  return copy;
}

function broken(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length - 100);
}
