import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fontWarning, pdfFonts } from "../../../src/io/office/pdf-fonts.js";

/** A PDF of these objects; those given with data are streams. */
function pdf(...objects: (string | { head: string; data: Uint8Array })[]): Uint8Array {
  const parts = objects.flatMap((object, index) =>
    typeof object === "string"
      ? [`${index + 1} 0 obj\n${object}\nendobj\n`]
      : [`${index + 1} 0 obj\n${object.head}\nstream\n`, object.data, "\nendstream\nendobj\n"],
  );
  return Buffer.concat(["%PDF-1.7\n", ...parts, "%%EOF\n"].map((part) => Buffer.from(part as string)));
}

/** A font with this many characters as LibreOffice 7 writes it. */
const font = (name: string, characters = 10) =>
  `<</Type/Font/Subtype/TrueType/BaseFont/${name}\n/FirstChar 0\n/LastChar ${characters - 1}\n/Widths[0 ]\n/FontDescriptor 9 0 R\n>>`;

const names = (bytes: Uint8Array) => pdfFonts(bytes).map(({ name }) => name);

describe("pdfFonts", () => {
  it("lists each font once, without the mark of its subset, the most used first", () => {
    const bytes = pdf(
      font("CAAAAA+FandolSong-Regular", 11),
      font("BAAAAA+FandolFang-Regular", 256),
      font("DAAAAA+FandolFang-Regular", 30),
      "<</Type/FontDescriptor/FontName/BAAAAA+FandolFang-Regular/Flags 4>>",
    );
    expect(pdfFonts(bytes)).toEqual([
      { name: "FandolFang-Regular", characters: 286 },
      { name: "FandolSong-Regular", characters: 11 },
    ]);
  });

  it("counts the widths of a composite font", () => {
    const descendant = "<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+SimSun/W [1 [500 600] 40 90 1000]>>";
    const parent = "<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+SimSun-Identity-H/DescendantFonts[1 0 R]>>";
    expect(pdfFonts(pdf(descendant, parent))).toEqual([{ name: "SimSun", characters: 6 }]);
  });

  it("reads names that are spelled in bytes, UTF-8 or GBK", () => {
    expect(names(pdf(font("AAAAAA+#E4#BB#BF#E5#AE#8B_GB2312"), font("#BA#DA#CC#E5")))).toEqual(["仿宋_GB2312", "黑体"]);
  });

  it.each([
    ["compressed", "/Filter/FlateDecode", deflateSync],
    ["plain", "", (data: Buffer) => data],
  ])("looks into %s streams of objects", (_, filter, pack) => {
    const objects = [font("AAAAAA+FangSong", 20), font("BAAAAA+SimHei", 30)];
    const list = `7 0 8 ${objects[0]?.length} `;
    const data = pack(Buffer.from(list + objects.join("")));
    const head = `<</Type /ObjStm/N 2/First ${list.length}${filter}/Length ${data.length}>>`;
    expect(pdfFonts(pdf({ head, data }))).toEqual([
      { name: "SimHei", characters: 30 },
      { name: "FangSong", characters: 20 },
    ]);
  });

  it("passes over what only looks like a font inside other data", () => {
    const data = Buffer.from("endobj 7 0 obj <</BaseFont/Never>> endobj");
    expect(names(pdf({ head: "<</Length 41>>", data }, font("SimHei")))).toEqual(["SimHei"]);
  });

  it("finds none in what is not a PDF, or is broken", () => {
    const head = "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>";
    for (const bytes of [new Uint8Array(), Buffer.from("1 0 obj"), pdf({ head, data: Buffer.from("not zlib") })])
      expect(pdfFonts(bytes)).toEqual([]);
  });
});

describe("fontWarning", () => {
  it.each([
    "FangSong",
    "BAAAAA+FangSong_GB2312",
    "#B7#C2#CB#CE_GB2312",
    "STFangsong",
    "AAAAAA+FandolFang-Regular",
    "FZFSK--GBK1-0",
    "CESI_FS_GB2312",
    "SimFang",
    "ZhuqueFangsong-Regular",
  ])("takes %s for 仿宋", (name) => {
    expect(fontWarning(pdf(font("SimHei", 99), font(name, 9)), "仿宋_GB2312")).toBeUndefined();
  });

  it("names the font that took its place, and where to get one", () => {
    const bytes = pdf(font("BAAAAA+NotoSansCJKjp-Regular-VKana", 200), font("CAAAAA+FandolHei-Regular", 40));
    expect(fontWarning(bytes, "仿宋_GB2312")).toMatch(
      /^PDF 的正文应当用仿宋_GB2312,这台电脑上没有,改用了 NotoSansCJKjp。装上仿宋再生成:.*simfang.*FandolFang.*“另存为 PDF”$/u,
    );
    for (const name of ["FandolSong-Regular", "SimSun", "KaiTi_GB2312", "PingFangSC-Regular", "NotoSerifCJKsc-Regular"])
      expect(fontWarning(pdf(font(name)), "仿宋_GB2312")).toContain("改用了");
  });

  it.each([
    ["SimHei", "黑体"],
    ["BAAAAA+Noto-Sans-CJK-SC", "黑体"],
    ["#CB#CE#CC#E5", "宋体"],
  ])("takes %s for another form's %s", (name, prescribed) => {
    expect(fontWarning(pdf(font(name)), prescribed)).toBeUndefined();
  });

  it("knows a font by its own name where nothing else is known of it", () => {
    expect(fontWarning(pdf(font("FangSong")), "宋体")).toBe(
      "PDF 的正文应当用宋体,这台电脑上没有,改用了 FangSong。装上宋体再生成;也可以用 Word 或 WPS 打开 .docx,“另存为 PDF”",
    );
  });

  it("asks to look when the fonts cannot be told", () => {
    expect(fontWarning(pdf("<</Type/Catalog>>"), "仿宋_GB2312")).toBe(
      "看不出 PDF 用了什么字体:请打开核对正文是不是仿宋_GB2312",
    );
  });
});
