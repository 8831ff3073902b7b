import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../../src/cli/context.js";
import { root } from "../support/check.js";
import { emptyFolder, type Outcome, ptc } from "../support/run.js";
import { tools } from "../support/tools.js";
import { readWord } from "../support/word.js";

const FULL = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const BROKEN = FULL.replace("人员总数: 8", "人员总数: 9");
let cwd: string;
const run = (args: string[], context: Partial<Context> = {}) => ptc(args, { cwd, ...context });
const at = (name: string) => path.join(cwd, name);
const put = (file: string, content: string | Uint8Array) => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), content);
};
const exits = (outcome: Outcome, code: number) => expect(outcome, outcome.out + outcome.err).toMatchObject({ code });
const header = (file: string) => readWord(readFileSync(at(file))).part("word/header1.xml");

/** The application of another park, with nobody in common. */
const another = (number: number) =>
  FULL.replaceAll("云麓湾", `云麓${number}湾`).replaceAll("麓汐", `麓汐${number}`).replaceAll("湾澜", `湾澜${number}`);

/** A Word file as somebody leaves it who has replaced texts in it. */
function edited(file: string, changes: Record<string, string>): Uint8Array {
  const parts = unzipSync(readFileSync(at(file)));
  let xml = strFromU8(parts["word/document.xml"] as Uint8Array);
  for (const [from, to] of Object.entries(changes)) {
    expect(xml).toContain(from);
    xml = xml.replace(from, to);
  }
  parts["word/document.xml"] = strToU8(xml);
  const bytes = zipSync(parts);
  put(file, bytes);
  return bytes;
}

beforeEach(() => {
  cwd = emptyFolder();
});

describe("one document", () => {
  it("is written beside its YAML; with errors nothing is", async () => {
    put("sub/a.yaml", FULL);
    put("sub/b.yaml", BROKEN);
    exits(await run(["render", "sub/a.yaml", "--docx"]), 0);
    const refused = await run(["render", "sub/b.yaml", "--docx", "-o", "x.docx"]);
    exits(refused, 1);
    expect(refused.err).toContain("headcount-adds-up");
    expect(refused.err).toContain("有错误,没有生成 Word。改好再来;急用草稿可加 --force");
    expect(readdirSync(cwd)).toEqual(["sub"]);
    expect(readdirSync(at("sub")).sort()).toEqual(["a.docx", "a.yaml", "b.yaml"]);
  });

  it("made by --force says on every page that it is a draft", async () => {
    put("b.yaml", BROKEN);
    exits(await run(["render", "b.yaml", "--docx", "--force"]), 1);
    const word = readWord(readFileSync(at("b.docx")));
    for (const name of ["word/header1.xml", "word/header2.xml", "word/header3.xml"])
      expect(word.part(name)).toContain("草稿:未通过校验(2 个错误),不得报送");
  });

  it("made by --force says so on every page, and not only on the first, without a place for it in the template", async () => {
    put("b.yaml", BROKEN);
    const parts = unzipSync(readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx")));
    for (const name of ["word/header1.xml", "word/header2.xml", "word/header3.xml"])
      parts[name] = strToU8(strFromU8(parts[name] as Uint8Array).replace("{{草稿说明}}", ""));
    put("t.docx", zipSync(parts));
    exits(await run(["render", "b.yaml", "--docx", "--force", "--template", "t.docx"]), 1);
    const word = readWord(readFileSync(at("b.docx")));
    for (const name of ["word/header1.xml", "word/header2.xml", "word/header3.xml"])
      expect(word.part(name)).toContain("草稿:未通过校验(2 个错误),不得报送");
  });

  it("goes where -o says, be it a file or a folder", async () => {
    put("application.yaml", FULL);
    for (const [output, written] of [
      ["甲.docx", "甲.docx"],
      ["乙.DOCX", "乙.docx"],
      ["丙.docx/", "丙.docx/application.docx"],
      ["v2.0", "v2.0/application.docx"],
    ] as const) {
      exits(await run(["render", "--docx", "-o", output]), 0);
      expect(existsSync(at(written)), output).toBe(true);
    }
    exits(await run(["render", "--blank", "--docx", "-o", "空"]), 0);
    expect(readdirSync(at("空"))).toEqual(["推荐书(空表).docx"]);
    for (const output of ["", ".docx", "丁/.docx", "x.xlsx"]) {
      const outcome = await run(["render", "--docx", "-o", output]);
      exits(outcome, 2);
      expect(outcome.err).toMatch(/^-o[ ,]/u);
    }
  });

  it("says which words of the YAML will not be printed", async () => {
    put("application.yaml", FULL.replace("所在单位: 云麓智造职业技术学院", "所在单位: 云麓智造 #1 职业技术学院"));
    const outcome = await run(["render", "--docx"]);
    exits(outcome, 0);
    expect(outcome.err).toContain("yaml/lost-text");
  });

  it("asks for the form only when it is empty", async () => {
    put("application.yaml", FULL);
    exits(await run(["render", "--docx", "--form", "hunan-2027"]), 2);
  });

  it("says that there is more to the pledge when it is not given", async () => {
    put("a.yaml", FULL.replace("近三年无违法违规: true", "近三年无违法违规: false\n情况说明: 曾有一起事故。"));
    exits(await run(["render", "a.yaml", "--docx"]), 0);
    const [[cell] = []] = readWord(readFileSync(at("a.docx"))).under("3.特色与创新");
    expect(cell?.text).toMatch(/未发生过违法或重大违规事件。\n但有下列情况，现予说明：曾有一起事故。$/u);
  });

  it("is never written over what was read", async () => {
    put("application.yaml", FULL);
    put("application.docx", readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx")));
    const outcome = await run(["render", "--docx", "--template", "application.docx"]);
    exits(outcome, 2);
    expect(outcome.err).toContain("不能写到 application.docx:它是读入的文件;用 -o 换个位置");
  });

  it("needs to be told what to make, and a template that is one", async () => {
    put("a.yaml", FULL);
    put("t.docx", "not a zip");
    const outcome = await run(["render", "a.yaml", "--docx", "--template", "t.docx"]);
    exits(outcome, 2);
    expect(outcome.err).toContain("模板不是 Word 文件");
    exits(await run(["render", "a.yaml", "--docx", "--template", "nosuch.docx"]), 2);
    exits(await run(["render", "a.yaml"]), 2);
  });
});

describe("many at once", () => {
  it("are made but for those with errors", async () => {
    put("甲.yaml", FULL);
    put("乙.yaml", another(1).replace("人员总数: 8", "人员总数: 9"));
    put("丙.yaml", another(2));
    const outcome = await run(["render", ".", "--docx", "-o", "out"]);
    exits(outcome, 1);
    expect(readdirSync(at("out")).sort()).toEqual(["丙.docx", "甲.docx"]);
    expect(outcome.err).toContain("乙.yaml");
    expect(outcome.err).toContain("有错误,3 份中有 1 份没有生成 Word");
  });

  it("are made but for those that cannot be read or written", async () => {
    put("甲.yaml", FULL);
    put("乙.yaml", another(1));
    put("丙.yaml", "联合体名称: [");
    mkdirSync(at("out/甲.docx"), { recursive: true });
    const outcome = await run(["render", "甲.yaml", "乙.yaml", "丙.yaml", "没有.yaml", "--docx", "-o", "out"]);
    exits(outcome, 2);
    expect(outcome.err).toContain("已写入 out/乙.docx");
    expect(outcome.err).toContain("没有写成 out/甲.docx");
    expect(outcome.err).toContain("4 份中有 2 份没有生成 Word");
    expect(readdirSync(at("out")).sort()).toEqual(["乙.docx", "甲.docx"]);
  });

  it("are made but for one the template has no room for", async () => {
    put("甲.yaml", another(1));
    put("图.png", readFileSync(path.join(root, "examples/hunan-2024/city/图/共建资源.png")));
    put("乙.yaml", FULL.replace("特色与创新: |\n", "特色与创新: |\n  ![图1](图.png)\n"));
    put("丙.yaml", another(2));
    const parts = unzipSync(readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx")));
    const xml = strFromU8(parts["word/document.xml"] as Uint8Array);
    put(
      "t.docx",
      zipSync({ ...parts, "word/document.xml": strToU8(xml.replace("{{特色与创新}}", "内容：{{特色与创新}}")) }),
    );
    const checked = await run(["template", "check", "t.docx"]);
    expect([checked.code, checked.out]).toEqual([
      0,
      expect.stringContaining("提醒  {{特色与创新}} 同一段里还有别的文字"),
    ]);
    const outcome = await run(["render", ".", "--docx", "--template", "t.docx", "-o", "out"]);
    exits(outcome, 2);
    expect(outcome.err).toContain("没有生成 out/乙:{{特色与创新}} 同一段里还有别的文字,放不下图片");
    expect(readdirSync(at("out")).sort()).toEqual(["丙.docx", "甲.docx"]);
  });

  it("have the same exit code as when they are checked", async () => {
    put("a.yaml", "联合体名称: [");
    for (const args of [["validate"], ["render", "--docx"], ["render", "--docx", "--force"], ["summarize", "--xlsx"]]) {
      const [command = "", ...rest] = args;
      const outcome = await run([command, "a.yaml", ...rest]);
      exits(outcome, 1);
      if (rest.includes("--force")) expect(outcome.err).not.toContain("可加 --force");
    }
  });

  it("that stand in each other's way are none of them made", async () => {
    put("甲.yaml", FULL);
    put("乙.yaml", FULL);
    exits(await run(["render", "甲.yaml", "乙.yaml", "--docx"]), 1);
    expect(readdirSync(cwd).sort()).toEqual(["乙.yaml", "甲.yaml"]);
  });

  it("are marked as drafts only where they have errors", async () => {
    put("甲.yaml", another(1));
    put("乙.yaml", BROKEN);
    exits(await run(["render", ".", "--docx", "--force", "-o", "out"]), 1);
    expect(header("out/甲.docx")).not.toContain("草稿");
    expect(header("out/乙.docx")).toContain("草稿:未通过校验(2 个错误)");
  });

  it("never go to one file", async () => {
    put("甲/a.yaml", FULL);
    put("乙/a.yaml", another(1));
    const outcome = await run(["render", "甲", "乙", "--docx", "-o", "out"]);
    exits(outcome, 2);
    expect(outcome.err).toContain("有两份会写到同一个文件 out/a.docx");
    expect((await run(["render", "甲", "乙", "--docx", "-o", "x.docx"])).err).toContain(
      "-o x.docx:要生成的不止一份,请给出文件夹",
    );
    expect(readdirSync(cwd).sort()).toEqual(["乙", "甲"]);
  });

  it("show a bar to whoever watches, and name some when done", async () => {
    for (let number = 0; number < 23; number += 1) put(`${String(number).padStart(2, "0")}.yaml`, another(number));
    const watched = await run(["render", ".", "--docx", "-o", "out"], { errIsTerminal: true });
    exits(watched, 0);
    expect(watched.err).toContain("█");
    expect(watched.err).toContain("12/23");
    expect(watched.err).toContain("已写入 out/19.docx\n……还有 3 份,共 23 份\n");
    expect(readdirSync(at("out"))).toHaveLength(23);
    expect((await run(["render", ".", "--docx", "-o", "out"])).err).not.toMatch(/█|\r/u);
  });
});

describe("a file somebody has changed", () => {
  beforeEach(async () => {
    put("application.yaml", FULL);
    exits(await run(["render", "--docx"]), 0);
  });

  it("is written over when nobody has", async () => {
    const written = readFileSync(at("application.docx"));
    exits(await run(["render", "--docx"]), 0);
    expect(Buffer.compare(readFileSync(at("application.docx")), written)).toBe(0);
  });

  it("is left, and what is in it is said with its place", async () => {
    const theirs = edited("application.docx", {
      "0731-55500001": "0731-55500009",
      "<w:body>": "<w:body><w:p><w:r><w:t>请张处核</w:t></w:r></w:p>",
    });
    put("b.yaml", another(1));
    const outcome = await run(["render", "application.yaml", "b.yaml", "--docx"]);
    exits(outcome, 2);
    expect(outcome.err).toContain(
      [
        "没有覆盖 application.docx:生成以后有人改动过",
        "  开头",
        "    文件里  请张处核",
        "    将写成  (没有)",
        "  在“联系电话”之后",
        "    文件里  0731-55500009",
        "    将写成  0731-55500001",
        "改对的地方请先写回 YAML;要覆盖就加 --force(原来的留作 .bak),或用 -o 换个位置",
        "",
      ].join("\n"),
    );
    expect(Buffer.compare(readFileSync(at("application.docx")), theirs)).toBe(0);
    expect(existsSync(at("b.docx"))).toBe(true);
  });

  it("shows where long texts part, and says when the YAML has changed as well", async () => {
    edited("application.docx", { 完整链条: "完善链条" });
    put("application.yaml", FULL.replace("联系电话: 0731-55500001", "联系电话: 0731-55500002"));
    const { err } = await run(["render", "--docx"]);
    expect(err).toContain("生成以后有人改动过,YAML 也改过;下面是两边不同的地方");
    expect(err).toMatch(/文件里 {2}….{10}善链条.*\n.*将写成 {2}….{10}整链条/u);
    expect(err).toContain("将写成  0731-55500002");
  });

  it.each([
    ["a tracked insertion", '<w:ins w:id="1" w:author="审"><w:r><w:t>领导加的一句</w:t></w:r></w:ins>'],
    ["a link", "<w:hyperlink><w:r><w:t>领导加的一句</w:t></w:r></w:hyperlink>"],
  ])("shows %s", async (_, added) => {
    edited("application.docx", { "<w:body>": `<w:body><w:p>${added}</w:p>` });
    expect((await run(["render", "--docx"])).err).toContain("文件里  领导加的一句");
  });

  it.each(["word/header2.xml", "word/footnotes.xml", "word/styles.xml"])(
    "is left when %s has changed",
    async (name) => {
      const parts = unzipSync(readFileSync(at("application.docx")));
      put("application.docx", zipSync({ ...parts, [name]: strToU8(`${strFromU8(parts[name] as Uint8Array)} `) }));
      const { code, err } = await run(["render", "--docx"]);
      expect([code, err]).toEqual([2, expect.stringContaining("正文文字没有变")]);
    },
  );

  it("has no PDF put beside it that says something else", async () => {
    if (!tools.soffice) return;
    edited("application.docx", { 联合体概况: "联合体概况(一审)" });
    exits(await run(["render", "--docx", "--pdf"], { env: { PATH: process.env.PATH } }), 2);
    expect(existsSync(at("application.pdf"))).toBe(false);
  });

  it("counts what it does not show", async () => {
    const labels = ["共建专业", "共建课程", "共建教材", "共建实训基地", "共建产业学院", "企业兼职教师", "校际兼职教师"];
    edited("application.docx", Object.fromEntries(labels.map((label) => [`>${label}<`, `>${label}*<`])));
    expect((await run(["render", "--docx"])).err).toMatch(/\n {2}还有 2 处\n/u);
  });

  it("is left when only its look has changed", async () => {
    edited("application.docx", { "<w:body>": "<w:body><w:p/>" });
    expect((await run(["render", "--docx"])).err).toContain(
      "生成以后有人存过它;正文文字没有变,可能加了批注,或改了页眉、字体、版式",
    );
  });

  it("is left when it is none of ours", async () => {
    put("application.docx", "别人的文件");
    const outcome = await run(["render", "--docx"]);
    exits(outcome, 2);
    expect(outcome.err).toContain("没有覆盖 application.docx:它不是 ptc 生成的");
    expect(readFileSync(at("application.docx"), "utf8")).toBe("别人的文件");
  });

  it("is kept by --force, each under a name of its own", async () => {
    const fresh = readFileSync(at("application.docx"));
    const first = edited("application.docx", { 联合体概况: "联合体概况(一审)" });
    const outcome = await run(["render", "--docx", "--force"]);
    exits(outcome, 0);
    expect(outcome.err).toContain("原来的 application.docx 留作 application.docx.bak");
    const second = edited("application.docx", { 联合体概况: "联合体概况(二审)" });
    exits(await run(["render", "--docx", "--force"]), 0);
    expect(Buffer.compare(readFileSync(at("application.docx")), fresh)).toBe(0);
    expect(Buffer.compare(readFileSync(at("application.docx.bak")), first)).toBe(0);
    expect(Buffer.compare(readFileSync(at("application.docx.2.bak")), second)).toBe(0);
  });

  it("may be the empty form as well", async () => {
    exits(await run(["render", "--blank", "--docx", "-o", "空表.docx"]), 0);
    exits(await run(["render", "--blank", "--docx", "-o", "空表.docx"]), 0);
    edited("空表.docx", { 联合体概况: "联合体概况(手写)" });
    exits(await run(["render", "--blank", "--docx", "-o", "空表.docx"]), 2);
  });
});

describe("PDF", () => {
  it("asks for LibreOffice before anything is written", async () => {
    put("application.yaml", FULL);
    const outcome = await run(["render", "--docx", "--pdf"], { env: { SOFFICE: "/no/where/soffice" } });
    exits(outcome, 2);
    expect(outcome.err).toContain("/no/where/soffice");
    expect(readdirSync(cwd)).toEqual(["application.yaml"]);
  });

  it.skipIf(!tools.soffice)(
    "is made of each document, alone or beside the Word file, and of the empty form",
    async () => {
      put("甲.yaml", FULL);
      put("乙.yaml", another(1));
      const { PATH } = process.env;
      const both = await run(["render", ".", "--docx", "--pdf", "-o", "out"], { env: { PATH } });
      exits(both, 0);
      expect(readdirSync(at("out")).sort()).toEqual(["乙.docx", "乙.pdf", "甲.docx", "甲.pdf"]);
      const first = readFileSync(at("out/甲.pdf"));
      expect(first.subarray(0, 5).toString()).toBe("%PDF-");
      // its own PDF is replaced, a scan is not
      exits(await run(["render", "甲.yaml", "--pdf", "-o", "out"], { env: { PATH } }), 0);
      put("out/甲.pdf", Buffer.concat([first, Buffer.from("签字盖章")]));
      const refused = await run(["render", "甲.yaml", "--pdf", "-o", "out/甲.pdf"], { env: { PATH } });
      exits(refused, 2);
      expect(refused.err).toContain("没有覆盖 out/甲.pdf:生成以后有人存过它");
      put("out/甲.pdf", "%PDF-1.4 扫描件");
      const scan = await run(["render", "甲.yaml", "--pdf", "-o", "out/甲.pdf"], { env: { PATH } });
      expect([scan.code, scan.err]).toEqual([2, expect.stringContaining("没有覆盖 out/甲.pdf:它不是 ptc 生成的")]);
      exits(await run(["render", "--blank", "--pdf", "-o", "空表.pdf"], { env: { PATH } }), 0);
      expect(readdirSync(cwd).sort()).toEqual(["out", "乙.yaml", "甲.yaml", "空表.pdf"]);
    },
    120_000,
  );

  it("has its own ending", async () => {
    put("application.yaml", FULL);
    const outcome = await run(["render", "--docx", "-o", "x.pdf"]);
    exits(outcome, 2);
    expect(outcome.err).toContain("-o x.pdf:文件名要以 .docx 结尾,几份时给出文件夹");
  });
});
