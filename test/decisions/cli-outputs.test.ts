import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../../src/cli/context.js";
import { baseName, targetsOf } from "../../src/cli/render-targets.js";
import { refuseInputOverwrite, replaceWithBackup, resolveOutput, writeOutput } from "../../src/cli/write-output.js";
import type { FormDocument } from "../../src/index.js";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";
import { readWord } from "../support/word.js";

// Output files: the extension a name needs, the inputs that must not be overwritten, the old files kept as .bak.

const GOOD = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
let cwd: string;
let said: string;
let context: Context;
beforeEach(() => {
  cwd = emptyFolder();
  said = "";
  context = {
    ...{ cwd, env: {}, stdin: async () => new Uint8Array(), out: () => {}, outIsTerminal: false, errIsTerminal: false },
    ...{ width: 100, today: "2024-02-26" },
    err: (text) => {
      said += text;
    },
  };
});
const at = (name: string) => path.join(cwd, name);
const put = (name: string, text = "x") => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
};

describe("the ending of -o", () => {
  it.each<[string, string | undefined, boolean]>([
    ["a.xlsx", ".xlsx", true],
    ["a.XLSX", ".xlsx", true],
    ["市/a.xlsx", ".xlsx", true],
    ["a.xls", ".xlsx", false],
    ["a.xlsx.txt", ".xlsx", false],
    ["xlsx", ".xlsx", false],
    ["a.txt", undefined, true],
  ])("%s for %s: %s", (name, extension, fits) => {
    const asked = () => resolveOutput(name, extension, [], context);
    if (fits) expect(asked()).toBe(at(name));
    else expect(asked).toThrow("结尾");
  });

  it.each<[string, ("docx" | "pdf")[], string | undefined | "refused"]>([
    ["甲.docx", ["docx"], "甲"],
    ["甲.DOCX", ["docx"], "甲"],
    ["市/甲.pdf", ["docx", "pdf"], "市/甲"],
    ["甲.b.docx", ["docx"], "甲.b"],
    ["甲", ["docx"], undefined],
    ["v2.0", ["docx"], undefined],
    ["甲.docx/", ["docx"], undefined],
    ["甲.pdf", ["docx"], "refused"],
    ["甲.doc", ["docx"], "refused"],
    ["甲.xlsx", ["docx"], "refused"],
    ["甲.yaml", ["docx"], "refused"],
    ["甲.yml", ["docx"], "refused"],
    ["甲.txt", ["docx"], "refused"],
    [".docx", ["docx"], "refused"],
    ["市/.docx", ["docx"], "refused"],
    ["市\\.docx", ["docx"], "refused"],
  ])("%j of %j", (name, formats, expected) => {
    if (expected === "refused") expect(() => baseName(name, formats)).toThrow("-o");
    else expect(baseName(name, formats)).toBe(expected);
  });
});

describe("where a document goes", () => {
  const documents = (...files: string[]) =>
    files.map((file) => ({ source: { file }, kindName: "推荐书" }) as FormDocument);
  const bases = (files: string[], output?: string, formats: ("docx" | "pdf")[] = ["docx"]) =>
    targetsOf(documents(...files), files.length > 1, output, formats).map(({ base }) => base);

  it.each<[string, string[], string | undefined, string[]]>([
    ["beside its YAML", ["市/甲.yaml"], undefined, ["市/甲"]],
    ["without its ending, whichever", ["a.yml", "b.YAML", "c.txt"], undefined, ["a", "b", "c.txt"]],
    ["with an ending in its middle", ["a.yaml.txt"], undefined, ["a.yaml.txt"]],
    ["into a folder", ["市/甲.yaml", "乙.yaml"], "出", ["出/甲", "出/乙"]],
    ["by the name that is given", ["甲.yaml"], "丙.docx", ["丙"]],
    ["from standard input", ["<标准输入>"], undefined, ["推荐书"]],
    ["from standard input into a folder", ["<标准输入>"], "出", ["出/推荐书"]],
    ["of one name in two folders", ["一/甲.yaml", "二/甲.yaml"], undefined, ["一/甲", "二/甲"]],
  ])("%s", (_, files, output, expected) => {
    expect(bases(files, output)).toEqual(expected);
  });

  it.each<[string, string[], string | undefined]>([
    ["of one name but for its case", ["A.yaml", "a.yaml"], undefined],
    ["of one name but for its ending", ["甲.yaml", "甲.yml"], undefined],
    ["of one name from two folders into one", ["一/甲.yaml", "二/甲.yaml"], "出"],
    ["of one name written in two ways", ["\u00e9.yaml", "e\u0301.yaml"], undefined],
    ["several, with a name for one", ["甲.yaml", "乙.yaml"], "丙.docx"],
  ])("is refused: %s", (_, files, output) => {
    expect(() => bases(files, output)).toThrow();
  });

  it("is refused on the command line, before anything is written", async () => {
    const other = GOOD.replaceAll("云麓湾", "渌麓湾").replaceAll("麓汐", "渌汐").replaceAll("湾澜", "渌澜");
    put("一/A.yaml", GOOD);
    put("二/a.yaml", other);
    const { code, err } = await ptc(["render", "--docx", "一", "二", "-o", "出"], { cwd });
    expect([code, err]).toEqual([2, "有两份会写到同一个文件 出/a.docx:改文件名,或分开生成\n"]);
    expect(existsSync(at("出"))).toBe(false);
  });
});

describe("an input file is never overwritten", () => {
  it.each<[string, string, string[], boolean]>([
    ["by its name", "甲.yaml", ["甲.yaml"], true],
    ["by another way", "./市/../甲.yaml", ["甲.yaml"], true],
    ["by its full name", "FULL", ["甲.yaml"], true],
    ["another", "乙.yaml", ["甲.yaml"], false],
    ["one that is not there yet", "丙.yaml", ["甲.yaml"], false],
    ["one of several", "乙.yaml", ["甲.yaml", "乙.yaml"], true],
    ["that came on standard input", "丙.yaml", ["<标准输入>"], false],
  ])("%s", (_, output, inputs, refused) => {
    put("甲.yaml");
    put("乙.yaml");
    const asked = () => refuseInputOverwrite([output === "FULL" ? at("甲.yaml") : output], inputs, cwd);
    if (refused) expect(asked).toThrow("它是读入的文件");
    else expect(asked).not.toThrow();
  });

  it.skipIf(process.platform === "win32")("through a symbolic link or a hard link", () => {
    put("甲.yaml");
    symlinkSync("甲.yaml", at("软.yaml"));
    linkSync(at("甲.yaml"), at("硬.yaml"));
    for (const name of ["软.yaml", "硬.yaml"]) {
      expect(() => refuseInputOverwrite([name], ["甲.yaml"], cwd)).toThrow();
      expect(() => refuseInputOverwrite(["甲.yaml"], [name], cwd)).toThrow();
    }
  });

  it.each([
    ["validate", "a.yaml", "-o", "a.yaml"],
    ["checklist", "a.yaml", "-o", "a.yaml"],
    ["coverage", "a.yaml", "-o", "a.yaml"],
    ["track", "a.yaml", "-o", "a.yaml"],
    ["deadlines", "a.yaml", "-o", "a.yaml"],
    ["render", "--docx", "a.yaml", "--template", "a.docx"],
  ])("by %s", async (...args) => {
    put("a.yaml", GOOD);
    writeFileSync(at("a.docx"), readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx")));
    const before = readFileSync(at("a.docx"));
    const { code, err } = await ptc(args, { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining("不能写到 a.")]);
    expect(readFileSync(at("a.yaml"), "utf8")).toBe(GOOD);
    expect(Buffer.compare(readFileSync(at("a.docx")), before)).toBe(0);
  });
});

describe("the file that an output replaces", () => {
  it("is kept under the first free name", async () => {
    put("a.xlsx", "一");
    expect(await replaceWithBackup(at("a.xlsx"), Buffer.from("二"), context)).toBe("原来的 a.xlsx 留作 a.xlsx.bak\n");
    expect(await replaceWithBackup(at("a.xlsx"), Buffer.from("三"), context)).toBe("原来的 a.xlsx 留作 a.xlsx.2.bak\n");
    expect(await replaceWithBackup(at("a.xlsx"), Buffer.from("四"), context)).toBe("原来的 a.xlsx 留作 a.xlsx.3.bak\n");
    const texts = ["a.xlsx", "a.xlsx.bak", "a.xlsx.2.bak", "a.xlsx.3.bak"].map((name) =>
      readFileSync(at(name), "utf8"),
    );
    expect(texts).toEqual(["四", "一", "二", "三"]);
  });

  it.each<[string, string | undefined, boolean]>([
    ["nothing", undefined, false],
    ["the same", "新的", false],
    ["another as long", "旧的", true],
    ["another longer", "旧的旧的", true],
  ])("%s", async (_, before, kept) => {
    if (before !== undefined) put("a.xlsx", before);
    await writeOutput(at("a.xlsx"), Buffer.from("新的"), context);
    expect(readFileSync(at("a.xlsx"), "utf8")).toBe("新的");
    expect(readdirSync(cwd).sort()).toEqual(kept ? ["a.xlsx", "a.xlsx.bak"] : ["a.xlsx"]);
    expect(said).toBe(kept ? "原来的 a.xlsx 留作 a.xlsx.bak\n" : "");
  });

  it("stays in place when the write fails", async () => {
    mkdirSync(at("a.xlsx"));
    await expect(replaceWithBackup(at("a.xlsx"), Buffer.from("二"), context)).rejects.toMatchObject({
      path: at("a.xlsx"),
    });
    expect(readdirSync(cwd)).toEqual(["a.xlsx"]);
  });

  it.each<[string, string[], string[]]>([
    ["of a Word file of ours is written over", [], ["a.docx", "a.yaml"]],
    ["of a Word file that was changed is kept by --force", ["--force"], ["a.docx", "a.docx.bak", "a.yaml"]],
  ])("%s", async (_, more, expected) => {
    put("a.yaml", GOOD);
    await ptc(["render", "--docx", "a.yaml"], { cwd });
    if (more.length > 0) put("a.docx", "改过");
    const { code } = await ptc(["render", "--docx", "a.yaml", ...more], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(expected);
  });

  it("of a Word file that was changed is left alone otherwise", async () => {
    put("a.yaml", GOOD);
    put("a.docx", "改过");
    const { code, err } = await ptc(["render", "--docx", "a.yaml"], { cwd });
    expect([code, err]).toEqual([2, expect.stringMatching(/没有覆盖 a\.docx[\s\S]*要覆盖就加 --force/u)]);
    expect(readFileSync(at("a.docx"), "utf8")).toBe("改过");
  });
});

it.each([
  ["validate", "json"],
  ["checklist", "markdown"],
  ["checklist", "json"],
  ["coverage", "markdown"],
])("keeps another content of -o, whatever the format: %s --format %s", async (command, format) => {
  put("a.yaml", GOOD);
  put("z.txt", "旧的");
  const args = [command, "a.yaml", "--format", format, "-o", "z.txt"];
  expect((await ptc(args, { cwd })).err).toContain("原来的 z.txt 留作 z.txt.bak\n");
  expect(readFileSync(at("z.txt.bak"), "utf8")).toBe("旧的");
  expect(readdirSync(cwd).sort()).toEqual(["a.yaml", "z.txt", "z.txt.bak"]);
});

describe("a document with errors", () => {
  const BROKEN = GOOD.replace("人员总数: 8", "人员总数: 9");
  const note = () => /草稿:[^<]*/u.exec(readWord(readFileSync(at("a.docx"))).part("word/header1.xml"))?.[0];

  it("is not made, and with --force says on each page how many errors it has", async () => {
    put("a.yaml", BROKEN);
    expect(await ptc(["render", "--docx", "a.yaml"], { cwd })).toMatchObject({
      code: 1,
      err: expect.stringContaining("没有生成 Word"),
    });
    expect(existsSync(at("a.docx"))).toBe(false);
    const { err } = await ptc(["validate", "a.yaml", "-o", "结果.txt"], { cwd });
    const errors = Number(/(\d+) 个错误/u.exec(err)?.[1]);
    expect((await ptc(["render", "--docx", "a.yaml", "--force"], { cwd })).code).toBe(1);
    expect(note()).toBe(`草稿:未通过校验(${errors} 个错误),不得报送`);
  });

  it("leaves the others alone", async () => {
    put("a.yaml", BROKEN);
    put("b.yaml", GOOD.replaceAll("云麓湾", "渌麓湾").replaceAll("麓汐", "渌汐").replaceAll("湾澜", "渌澜"));
    const { code, err } = await ptc(["render", "--docx", "a.yaml", "b.yaml"], { cwd });
    expect([code, readdirSync(cwd).sort()]).toEqual([1, ["a.yaml", "b.docx", "b.yaml"]]);
    expect(err).toContain("2 份中有 1 份没有生成 Word");
    expect(err).toContain("急用草稿可加 --force");
  });
});

it("writes a workbook when the file name ends in .xlsx, and refuses another format with it", async () => {
  put("a.yaml", GOOD);
  expect(await ptc(["checklist", "a.yaml", "-o", "x.XLSX"], { cwd })).toMatchObject({
    code: 0,
    out: "",
    err: "已写入 x.XLSX\n",
  });
  expect(readFileSync(at("x.XLSX")).subarray(0, 2).toString()).toBe("PK");
  expect((await ptc(["checklist", "a.yaml", "-o", "y.xlsx", "--format", "json"], { cwd })).code).toBe(2);
  expect(
    (await ptc(["checklist", "a.yaml", "--format", "json", "-o", "z.json"], { cwd, env: { FORCE_COLOR: "1" } })).code,
  ).toBe(0);
  expect(JSON.parse(readFileSync(at("z.json"), "utf8"))).toMatchObject({ version: 1 });
  expect((await ptc(["checklist", "a.yaml", "--xlsx"], { cwd })).err).toBe("已写入 指标核对.xlsx\n");
});
