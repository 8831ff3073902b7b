import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { writeAtomically } from "../../src/io/files/write-atomically.js";
import { findOffice, type Machine } from "../../src/io/office/find-office.js";
import { fontWarning, pdfFonts } from "../../src/io/office/pdf-fonts.js";
import { OfficeError } from "../../src/model/errors.js";
import { emptyFolder } from "../support/run.js";

// Where LibreOffice is looked for, which fonts a PDF has, and how files are written.

describe("LibreOffice", () => {
  /** The places in the order in which they are tried. */
  function order(machine: Partial<Machine>): string[] {
    const asked: string[] = [];
    const isProgram = (file: string) => {
      asked.push(file);
      return false;
    };
    expect(() => findOffice({ platform: "linux", env: {}, home: "/h", list: () => [], ...machine, isProgram })).toThrow(
      OfficeError,
    );
    return asked;
  }
  const USUAL = [
    "/usr/bin/soffice",
    "/usr/bin/libreoffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
  ];
  const PACKED = [
    "/snap/bin/libreoffice",
    "/var/lib/flatpak/exports/bin/org.libreoffice.LibreOffice",
    "/h/.local/share/flatpak/exports/bin/org.libreoffice.LibreOffice",
  ];

  it.each<[string, Partial<Machine>, string[]]>([
    ["the usual places", {}, [...USUAL, ...PACKED]],
    [
      "PATH, then the usual places",
      { env: { PATH: "/a:/b" } },
      ["/a/soffice", "/b/soffice", "/a/libreoffice", "/b/libreoffice", ...USUAL, ...PACKED],
    ],
    ["no relative folder of PATH", { env: { PATH: "a:/b:" } }, ["/b/soffice", "/b/libreoffice", ...USUAL, ...PACKED]],
    [
      "below /opt the newest first",
      { list: () => ["libreoffice7.6", "x", "libreoffice24.2", "libreoffice24.10"] },
      [
        ...USUAL,
        "/opt/libreoffice24.10/program/soffice",
        "/opt/libreoffice24.2/program/soffice",
        "/opt/libreoffice7.6/program/soffice",
        ...PACKED,
      ],
    ],
    ["SOFFICE by path, and nowhere else", { env: { SOFFICE: "/x/y", PATH: "/a" } }, ["/x/y"]],
    ["SOFFICE by name, on PATH", { env: { SOFFICE: "lo", PATH: "/a:/b" } }, ["/a/lo", "/b/lo"]],
    ["SOFFICE in quotes and spaces", { env: { SOFFICE: ' "/x/y z" ' } }, ["/x/y z"]],
    ["an empty SOFFICE", { env: { SOFFICE: "  " } }, [...USUAL, ...PACKED]],
    [
      "on a Mac",
      { platform: "darwin" },
      [
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "/h/Applications/LibreOffice.app/Contents/MacOS/soffice",
      ],
    ],
    [
      "on Windows",
      { platform: "win32", env: { ProgramFiles: "C:\\P", path: "C:\\a" } },
      [
        ...["soffice.com", "soffice.exe", "soffice", "libreoffice.com", "libreoffice.exe", "libreoffice"].map(
          (file) => `C:\\a\\${file}`,
        ),
        ...["C:\\P", "C:\\Program Files"].flatMap((folder) =>
          ["soffice.com", "soffice.exe"].map((file) => `${folder}\\LibreOffice\\program\\${file}`),
        ),
      ],
    ],
  ])("%s", (_, machine, expected) => {
    expect(order(machine)).toEqual(expected);
  });

  it.each([
    ["/usr/bin/soffice", undefined],
    ["/snap/bin/libreoffice", "/h/snap/libreoffice/common"],
    ["/var/lib/flatpak/exports/bin/org.libreoffice.LibreOffice", "/h/.var/app/org.libreoffice.LibreOffice/cache"],
  ])("%s works in %s", (program, folder) => {
    const found = findOffice({
      platform: "linux",
      env: {},
      home: "/h",
      list: () => [],
      isProgram: (file) => file === program,
    });
    expect(found).toEqual({ program, ...(folder !== undefined && { folder }) });
  });
});

describe("the fonts of a PDF", () => {
  const pdf = (...objects: string[]) =>
    Buffer.from(objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join(""), "latin1");
  const font = (name: string, from: number, to: number) =>
    `<< /BaseFont /${name} /FirstChar ${from} /LastChar ${to} >>`;

  it.each<[string, Uint8Array, [string, number][]]>([
    ["none", pdf("<< /Type /Catalog >>"), []],
    ["one", pdf(font("ABCDEF+FangSong", 1, 10)), [["FangSong", 10]]],
    [
      "the one with the most characters first",
      pdf(font("A", 1, 2), font("B", 1, 9)),
      [
        ["B", 9],
        ["A", 2],
      ],
    ],
    [
      "by name where they have as many",
      pdf(font("B", 1, 2), font("A", 1, 2)),
      [
        ["A", 2],
        ["B", 2],
      ],
    ],
    ["named twice", pdf(font("A", 1, 2), font("A", 1, 3)), [["A", 5]]],
    ["of wide characters", pdf("<< /BaseFont /AAAAAA+Song-Identity-H /W [1 [500 600] 7 [5]] >>"), [["Song", 5]]],
    ["without a count", pdf("<< /FontName /A >>"), [["A", 0]]],
    ["in GBK", pdf("<< /FontName /#B7#C2#CB#CE >>"), [["仿宋", 0]]],
    ["in UTF-8", pdf("<< /FontName /#E4#BB#BF#E5#AE#8B >>"), [["仿宋", 0]]],
    [
      "in what is packed plainly",
      pdf("<< /Type /ObjStm /N 1 /First 4 >>\nstream\n7 0 << /BaseFont /A >>endstream"),
      [["A", 0]],
    ],
    ["in what is no PDF", Buffer.from("x"), []],
    ["in data that looks like a font", pdf("<< /Length 9 >>\nstream\n/BaseFont /X endobj endstream"), []],
  ])("%s", (_, bytes, expected) => {
    expect(pdfFonts(bytes).map(({ name, characters }) => [name, characters])).toEqual(expected);
  });

  it.each([
    ["FangSong", false],
    ["STFangsong", false],
    ["FandolFang-Regular", false],
    ["FZFSK--GBK1-0", false],
    ["CESI_FS_GB2312", false],
    ["仿宋_GB2312", false],
    ["NotoSerifCJK-Regular", true],
    ["AFZFS", true],
  ])("%s asks for a warning: %s", (name, warned) => {
    const encoded = [...Buffer.from(name)]
      .map((byte) => (byte > 0x7e ? `#${byte.toString(16)}` : String.fromCharCode(byte)))
      .join("");
    const warning = fontWarning(pdf(`<< /FontName /${encoded} >>`), "仿宋_GB2312");
    expect(warning !== undefined).toBe(warned);
    if (warned) expect(warning).toContain(`改用了 ${name.replace("-Regular", "")}。`);
  });

  it("that cannot be told is said", () => {
    expect(fontWarning(Buffer.from("x"), "仿宋_GB2312")).toContain("看不出 PDF 用了什么字体");
  });
});

describe("writing a file", () => {
  const OLD = 60 * 60 * 1000;

  it.each([
    ["younger than an hour stays", OLD - 60_000, true],
    ["older than an hour goes", OLD + 60_000, false],
  ])("what a killed run left %s", async (_, age, stays) => {
    const folder = emptyFolder();
    const left = path.join(folder, ".甲.docx.1-1.tmp");
    writeFileSync(left, "");
    const then = new Date(Date.now() - age);
    utimesSync(left, then, then);
    await writeAtomically(path.join(folder, "甲.docx"), "新", folder);
    expect(readdirSync(folder).length).toBe(stays ? 2 : 1);
  });

  it("makes folders, replaces files and leaves nothing beside them", async () => {
    const folder = emptyFolder();
    const file = path.join(folder, "一/二/甲.txt");
    await writeAtomically(file, "旧", folder);
    await writeAtomically(file, Buffer.from("新"), folder);
    expect(readFileSync(file, "utf8")).toBe("新");
    expect(readdirSync(path.dirname(file))).toEqual(["甲.txt"]);
  });

  it("names the file and not a temporary one when it cannot be written", async () => {
    const folder = emptyFolder();
    mkdirSync(path.join(folder, "甲"));
    await expect(writeAtomically(path.join(folder, "甲"), "x", folder)).rejects.toMatchObject({
      path: path.join(folder, "甲"),
    });
    writeFileSync(path.join(folder, "乙"), "");
    await expect(writeAtomically(path.join(folder, "乙/丙"), "x", folder)).rejects.toThrow();
    expect(readdirSync(folder).sort()).toEqual(["乙", "甲"].sort());
  });

  it.skipIf(process.platform === "win32")("keeps who may read it, and writes through no link", async () => {
    const folder = emptyFolder();
    const file = path.join(folder, "甲");
    writeFileSync(file, "旧");
    chmodSync(file, 0o640);
    await writeAtomically(file, "新", folder);
    expect(readFileSync(file, "utf8")).toBe("新");
    symlinkSync("甲", path.join(folder, "链"));
    await expect(writeAtomically(path.join(folder, "链"), "更新", folder)).rejects.toThrow(
      "链:它是通往别处的链接,没有写",
    );
    expect(readFileSync(file, "utf8")).toBe("新");
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(["甲", "链"].sort());
  });
});
