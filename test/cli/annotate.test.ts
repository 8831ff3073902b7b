import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8 } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { unpack } from "../../src/render/opc/unpack.js";
import { unescapeXml } from "../../src/render/opc/xml.js";
import { root } from "../support/check.js";
import { editWord } from "../support/edit-word.js";
import { emptyFolder, ptc } from "../support/run.js";
import { tools } from "../support/tools.js";
import { faultsOf } from "../support/validator.js";

const FORMS = path.join(root, "test/word/forms");
const BROKEN = path.join(root, "examples/hunan-2024/broken");
let cwd: string;
const run = (...args: string[]) => ptc(["validate", "--format", "concise", ...args], { cwd });
const bytes = (file: string) => readFileSync(path.join(cwd, file));
const partsOf = (file: string) => unpack(bytes(file));
const xmlOf = (file: string, part: string) => strFromU8(partsOf(file)[part] as Uint8Array);

/** The paragraphs of each comment. */
const commentsIn = (file: string) =>
  [...xmlOf(file, "word/comments.xml").matchAll(/<w:comment .*?<\/w:comment>/gsu)].map(([comment]) =>
    [...comment.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([paragraph]) => wordsOf(paragraph)),
  );
const wordsOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = ""]) => unescapeXml(text)).join("");

/** The text that a comment stands beside. */
function marked(file: string, id: number): string {
  const xml = xmlOf(file, "word/document.xml");
  const [, inner] =
    new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*)<w:commentRangeEnd w:id="${id}"/>`, "su").exec(xml) ?? [];
  expect(inner).toBeDefined();
  return wordsOf(inner as string);
}

beforeEach(() => {
  cwd = emptyFolder();
});

/** A form in which the staff does not add up and the first figure is no figure. */
function wrongForm(name: string): void {
  const filled = readFileSync(path.join(FORMS, "甲-官方版式.docx"));
  const main = strFromU8(unpack(filled)["word/document.xml"] as Uint8Array);
  const figure = /人员总数[\s\S]*?<w:t[^>]*>8<\/w:t>/u.exec(main)?.[0] as string;
  writeFileSync(path.join(cwd, name), editWord(filled, [figure, figure.replace(">8</w:t>", ">9</w:t>")]));
}

describe("ptc validate --annotate", () => {
  it("writes the findings as comments at their cells, and nothing else", async () => {
    wrongForm("甲.docx");
    const { code, out, err } = await run("甲.docx", "--annotate");
    expect([code, err]).toEqual([1, expect.stringContaining("已写入 甲.批注.docx(")]);
    expect(out).toContain("甲.docx 表1 第5行第3格「人员总数」: 错误 headcount-adds-up");
    const comments = commentsIn("甲.批注.docx");
    const at = comments.findIndex(([first]) => first === "错误(headcount-adds-up)");
    expect(comments[at]).toEqual([
      "错误(headcount-adds-up)",
      expect.stringContaining("人员总数"),
      expect.stringMatching(/^办法:/u),
      expect.stringMatching(/^依据:湘教通〔2024〕23号/u),
    ]);
    expect(marked("甲.批注.docx", at)).toBe("9");
    const [before, after] = [partsOf("甲.docx"), partsOf("甲.批注.docx")];
    const changed = Object.keys(after).filter(
      (name) => before[name] === undefined || Buffer.compare(before[name], after[name] as Uint8Array) !== 0,
    );
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "word/_rels/document.xml.rels",
      "word/comments.xml",
      "word/document.xml",
    ]);
    const without = xmlOf("甲.批注.docx", "word/document.xml")
      .replace(/<w:commentRange(?:Start|End) w:id="\d+"\/>/gu, "")
      .replace(/<w:r><w:commentReference w:id="\d+"\/><\/w:r>/gu, "");
    expect(without).toBe(xmlOf("甲.docx", "word/document.xml"));
    expect(xmlOf("甲.批注.docx", "word/comments.xml")).not.toContain("w:date");
  });

  it("puts what has no cell at the title", async () => {
    copyFileSync(path.join(FORMS, "丙-另一版式.docx"), path.join(cwd, "丙.docx"));
    await run("丙.docx", "--annotate", "-o", "回/丙.docx");
    expect(commentsIn("回/丙.docx")[0]?.[0]).toBe("警告(word/not-printed)");
    expect(marked("回/丙.docx", 0)).toBe("市域产教联合体推荐书");
  });

  it("keeps comments that are there, and numbers its own after them", async () => {
    wrongForm("甲.docx");
    await run("甲.docx", "--annotate", "-o", "一.docx");
    const [own, first] = [commentsIn("一.docx"), xmlOf("一.docx", "word/comments.xml")];
    await run("一.docx", "--annotate", "-o", "二.docx");
    expect(commentsIn("二.docx")).toEqual([...own, ...own]);
    expect(xmlOf("二.docx", "word/comments.xml")).toContain(
      first.slice(first.indexOf("<w:comment "), -"</w:comments>".length),
    );
    expect(marked("二.docx", own.length)).toBe(marked("一.docx", 0));
  });

  it("renders a YAML source first", async () => {
    copyFileSync(path.join(BROKEN, "字数超限.yaml"), path.join(cwd, "字数超限.yaml"));
    await run("字数超限.yaml", "--annotate");
    expect(commentsIn("字数超限.批注.docx").map(([first, what]) => `${first} ${what}`)).toEqual([
      "错误(word-limit) 「产业园区主导产业情况」写了 236 字,上限 200 字,超出 36 字",
      "错误(word-limit) 「教师教学团队获国家级奖励情况」写了 124 字,上限 100 字,超出 24 字",
    ]);
    expect(marked("字数超限.批注.docx", 0)).toMatch(/^\(不超过200字\)园区以数字产业和新能源装备为主导产业/u);
  });

  it("writes a copy of each in a folder, and a note without figures", async () => {
    mkdirSync(path.join(cwd, "收"));
    wrongForm("收/甲.docx");
    copyFileSync(path.join(FORMS, "丙-另一版式.docx"), path.join(cwd, "收/丙.docx"));
    copyFileSync(path.join(BROKEN, "字数超限.yaml"), path.join(cwd, "收/丁.yaml"));
    const { err } = await run("收", "--annotate", "-o", "回");
    expect(err).toContain("已写入 回/退回意见.docx(3 份要改)\n");
    for (const name of ["甲", "丙", "丁"]) expect(existsSync(path.join(cwd, `回/${name}.批注.docx`))).toBe(true);
    const note = wordsOf(xmlOf("回/退回意见.docx", "word/document.xml"));
    expect(note).toContain("报来的 丁.yaml 看过了，要改的 2 处");
    expect(note).not.toMatch(/236|124/u);
  });

  it("does not read its own answers when a folder is searched", async () => {
    mkdirSync(path.join(cwd, "收"));
    wrongForm("收/甲.docx");
    copyFileSync(path.join(FORMS, "丙-另一版式.docx"), path.join(cwd, "收/丙.docx"));
    const first = await run("收", "--annotate");
    expect(first.err).toContain("已写入 收/退回意见.docx");
    expect((await run("收")).out).toBe(first.out);
  });

  it("says so when there is nothing to comment on", async () => {
    copyFileSync(path.join(root, "examples/hunan-2024/application.yaml"), path.join(cwd, "a.yaml"));
    expect(await run("a.yaml", "--annotate")).toMatchObject({ code: 0, err: "没有发现问题,没有要批注的\n" });
    expect(existsSync(path.join(cwd, "a.批注.docx"))).toBe(false);
  });

  it.each([
    ["-o with one name for several files", ["甲.docx", "乙.docx", "--annotate", "-o", "一.docx"], "请给出文件夹"],
    ["-o with the file that is read", ["甲.docx", "--annotate", "-o", "甲.docx"], "它是读入的文件"],
    ["-o with another ending", ["甲.docx", "--annotate", "-o", "批注.txt"], "文件名要以 .docx 结尾"],
    ["--watch besides", ["甲.docx", "--annotate", "--watch"], "--annotate 要有文件可写"],
  ])("refuses %s", async (_, args, said) => {
    wrongForm("甲.docx");
    wrongForm("乙.docx");
    const before = bytes("甲.docx");
    expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
    expect(bytes("甲.docx")).toEqual(before);
  });

  it.skipIf(!tools.validator)(
    "writes files that the Open XML validator accepts as it accepts the originals",
    async () => {
      mkdirSync(path.join(cwd, "收"));
      wrongForm("收/甲.docx");
      for (const name of ["丙-另一版式.docx", "甲-标签写在格内.docx"])
        copyFileSync(path.join(FORMS, name), path.join(cwd, "收", name));
      await run("收", "--annotate");
      for (const name of ["甲", "丙-另一版式", "甲-标签写在格内"]) {
        const [before, after] = await Promise.all(
          [`收/${name}.docx`, `收/${name}.批注.docx`].map((file) => faultsOf(path.join(cwd, file))),
        );
        expect(after).toEqual(before);
      }
      expect(await faultsOf(path.join(cwd, "收/退回意见.docx"))).toEqual([]);
    },
  );

  it.skipIf(!tools.soffice)("writes files that LibreOffice opens", async () => {
    wrongForm("甲.docx");
    await run("甲.docx", "--annotate");
    execFileSync(
      "soffice",
      [
        "--headless",
        `-env:UserInstallation=file://${cwd}/office`,
        "--convert-to",
        "odt",
        "--outdir",
        cwd,
        path.join(cwd, "甲.批注.docx"),
      ],
      { stdio: "ignore" },
    );
    expect(strFromU8(unpack(bytes("甲.批注.odt"))["content.xml"] as Uint8Array)).toContain("headcount-adds-up");
  });
});
