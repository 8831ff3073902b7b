import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { pictureFinder } from "../../src/io/files/find-picture.js";
import { writeJpeg } from "../support/jpeg.js";
import { WHITE, writePng } from "../support/picture.js";
import { emptyFolder } from "../support/run.js";

// Which pictures can be printed: the size of one, the size of all, the file type, the location.

const MB = 1024 * 1024;
const PNG = writePng({ width: 3, height: 2, levels: new Uint8Array(6).fill(WHITE) });
const JPEG = writeJpeg(16, 8);

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
  mkdirSync(path.join(folder, "市/图"), { recursive: true });
});

/** Writes a picture beside 市/甲.yaml, padded with zeros to a size. */
function put(name: string, bytes: Uint8Array, size = bytes.length): void {
  writeFileSync(path.join(folder, "市", name), bytes);
  truncateSync(path.join(folder, "市", name), size);
}
const find = (name: string, document = "市/甲.yaml") => pictureFinder(folder)(document, name);
const outcome = ({ picture, trouble }: ReturnType<typeof find>) =>
  [picture && `${picture.type} ${picture.width}×${picture.height}`, trouble?.message].filter(
    (each) => each !== undefined,
  );

describe("one picture", () => {
  it.each([
    [10 * MB, ["png 3×2"]],
    [10 * MB + 1, ["图片“a.png”有 11 MB,超过 10 MB"]],
    [11 * MB, ["图片“a.png”有 11 MB,超过 10 MB"]],
    [11 * MB + 1, ["图片“a.png”有 12 MB,超过 10 MB"]],
  ])("of %d bytes", (size, expected) => {
    put("a.png", PNG, size);
    expect(outcome(find("a.png"))).toEqual(expected);
  });
});

describe("the pictures of a document", () => {
  const fill = (names: string[], size: number) => {
    for (const name of names) put(name, PNG, size);
  };
  const asked = (finder: ReturnType<typeof pictureFinder>, names: string[], document = "市/甲.yaml") =>
    names.map((name) => finder(document, name).picture !== undefined);

  it("take 50 MB together, and no byte more", () => {
    fill(["1.png", "2.png", "3.png", "4.png", "5.png"], 10 * MB);
    put("6.png", PNG);
    const finder = pictureFinder(folder);
    expect(asked(finder, ["1.png", "2.png", "3.png", "4.png", "5.png"])).toEqual([true, true, true, true, true]);
    expect(finder("市/甲.yaml", "6.png").trouble?.message).toBe("到图片“6.png”为止,图片一共超过 50 MB");
    // a picture shown twice counts once; a refused one stays refused
    expect(asked(finder, ["1.png", "6.png"])).toEqual([true, false]);
    // the sum starts again with another document
    expect(asked(finder, ["6.png"], "市/乙.yaml")).toEqual([true]);
  });

  it("that cannot be printed count nothing", () => {
    fill(["1.png", "2.png", "3.png", "4.png", "5.png"], 10 * MB);
    put("大.png", PNG, 20 * MB);
    expect(asked(pictureFinder(folder), ["大.png", "1.png", "2.png", "3.png", "4.png", "5.png"])).toEqual([
      false,
      ...Array(5).fill(true),
    ]);
  });
});

describe("a kind", () => {
  const broken = (bytes: Buffer, at: number, value: number) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt32BE(value, at);
    return copy;
  };

  it.each<[string, Uint8Array, string]>([
    ["a png", PNG, "png 3×2"],
    ["a jpeg", JPEG, "jpeg 16×8"],
    ["a png without width", broken(PNG, 16, 0), "不完整或已损坏"],
    ["a png without height", broken(PNG, 20, 0), "不完整或已损坏"],
    ["a png without its end", PNG.subarray(0, -12), "不完整或已损坏"],
    ["a jpeg without its end", JPEG.subarray(0, -2), "不完整或已损坏"],
    ["a jpeg whose preview alone is whole", writeJpeg(16, 8, { preview: JPEG }).subarray(0, -2), "不完整或已损坏"],
    ["a jpeg with a preview", writeJpeg(16, 8, { preview: JPEG }), "jpeg 16×8"],
    ["seven bytes of a png", PNG.subarray(0, 7), "不是 png 或 jpg"],
    ["two bytes of a jpeg", JPEG.subarray(0, 2), "不是 png 或 jpg"],
    ["three bytes of a jpeg", JPEG.subarray(0, 3), "不完整或已损坏"],
    ["another kind", Buffer.from("GIF89a"), "不是 png 或 jpg"],
    ["nothing", Buffer.alloc(0), "不是 png 或 jpg"],
  ])("%s", (_, bytes, expected) => {
    put("a.png", bytes);
    expect(outcome(find("a.png")).join(" ")).toContain(expected);
  });

  it.each([
    [1, 1],
    [3, 2],
    [6, 2],
  ])("turned as its camera was held: %d", (orientation, parts) => {
    put("a.jpg", writeJpeg(16, 8, { orientation }));
    expect(outcome(find("a.jpg"))).toHaveLength(parts);
  });
});

describe("a place", () => {
  it.each<[string, string, boolean]>([
    ["beside", "a.png", true],
    ["below", "图/b.png", true],
    ["below, with a backslash", "图\\b.png", true],
    ["by a way round", "图/../a.png", true],
    ["above", "../外.png", false],
    ["by its full name", "/etc/hostname", false],
    ["a folder", "图", false],
    ["nowhere", "没有.png", false],
  ])("%s", (_, name, found) => {
    put("a.png", PNG);
    put("图/b.png", PNG);
    writeFileSync(path.join(folder, "外.png"), PNG);
    expect(find(name).picture !== undefined).toBe(found);
    expect(find(name).trouble !== undefined).toBe(!found);
  });

  it("of one that is not there is asked about with those that are", () => {
    for (const name of ["a.png", "b.JPG", "c.jpeg", "d.gif", "e.txt"]) put(name, PNG);
    expect(find("没有.png").trouble?.others?.sort()).toEqual(["a.png", "b.JPG", "c.jpeg"]);
    put("图/f.png", PNG);
    expect(find("图/没有.png").trouble?.others).toEqual(["图/f.png"]);
    expect(find("没有/没有.png").trouble?.others).toEqual([]);
  });

  it.skipIf(process.platform === "win32")("behind a link counts where it is", () => {
    put("a.png", PNG);
    writeFileSync(path.join(folder, "外.png"), PNG);
    symlinkSync("../外.png", path.join(folder, "市/link.png"));
    symlinkSync("a.png", path.join(folder, "市/own.png"));
    symlinkSync("circle.png", path.join(folder, "市/circle.png"));
    expect(find("link.png").trouble?.message).toContain("不在 YAML 文件所在的文件夹里");
    expect(find("own.png").picture).toBeDefined();
    expect(find("circle.png").trouble?.message).toBe("读不了图片“circle.png”");
    expect(find("a.png/x.png").trouble?.message).toBe("找不到图片“a.png/x.png”");
  });
});
