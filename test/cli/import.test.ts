import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";

const FORMS = path.join(root, "test/word/forms");
let cwd: string;
const run = (...args: string[]) => ptc(args, { cwd });
const text = (file: string) => readFileSync(path.join(cwd, file), "utf8");

beforeEach(() => {
  cwd = emptyFolder();
  copyFileSync(path.join(FORMS, "甲-官方版式.docx"), path.join(cwd, "甲.docx"));
  copyFileSync(path.join(FORMS, "甲-标签写在格内.docx"), path.join(cwd, "乙.docx"));
  copyFileSync(path.join(FORMS, "丙-另一版式.docx"), path.join(cwd, "丙.docx"));
});

describe("ptc import", () => {
  it("writes YAML beside the Word file, which is as clean as what was filled in", async () => {
    expect(await run("import", "甲.docx")).toMatchObject({
      code: 0,
      out: "甲.docx:市域产教联合体推荐书,认出 109/109 项,填了 107 项\n  表上没有填处,要另外填:对应的现代化产业、近三年无违法违规、支撑材料\n",
      err: expect.stringContaining("已写入 甲.yaml"),
    });
    expect(text("甲.yaml")).toContain("\n    # 等于专职人数加兼职人数\n    人员总数: 8\n");
    expect((await run("validate", "甲.yaml", "--draft")).out).toContain("没有发现问题");
  });

  it("says what was not recognised, and ends with 1", async () => {
    const { code, out } = await run("import", "乙.docx", "-o", "结果.yaml");
    expect(code).toBe(1);
    expect(out).toContain("没有认出 表1 第7行第1格");
    expect(text("结果.yaml")).toContain("联合体名称: 长沙市云麓湾工程机械产教联合体\n");
  });

  it("marks in the YAML what needs a look", async () => {
    copyFileSync(path.join(FORMS, "甲-官方版式.docx"), path.join(cwd, "丁.docx"));
    const { out } = await run("import", "丁.docx", "--format", "json");
    const [{ values }] = JSON.parse(out).files;
    expect(values).toContainEqual({
      pointer: "/联合体概况/秘书处/人员总数",
      value: 8,
      cell: { table: 1, row: 5, column: 3, label: "人员总数" },
    });
    expect(existsSync(path.join(cwd, "丁.yaml"))).toBe(false);
  });

  it("takes the pictures out of the file", async () => {
    expect((await run("import", "丙.docx")).code).toBe(0);
    const [, file = ""] = /!\[图1 2022—2023年共建资源数量\]\(([^)]+)\)/u.exec(text("丙.yaml")) ?? [];
    expect(readFileSync(path.join(cwd, file)).subarray(1, 4).toString()).toBe("PNG");
    expect((await run("validate", "丙.yaml", "--draft")).out).toContain("没有发现问题");
  });

  it("keeps a YAML file that is there", async () => {
    writeFileSync(path.join(cwd, "甲.yaml"), "旧的\n");
    expect((await run("import", "甲.docx")).code).toBe(0);
    expect(text("甲.yaml.bak")).toBe("旧的\n");
  });

  it.each([
    ["a file that is no form", "别的.docx", () => readFileSync(path.join(root, "templates/hunan-2024/汇总表.xlsx"))],
    ["a text", "别的.docx", () => "表单: hunan-2024/推荐书\n"],
    ["YAML", "别的.yaml", () => "表单: hunan-2024/推荐书\n"],
  ])("refuses %s", async (_, name, content) => {
    writeFileSync(path.join(cwd, name), content());
    expect(await run("import", name)).toMatchObject({ code: 2, out: "" });
    expect(existsSync(path.join(cwd, "别的.yaml"))).toBe(name.endsWith(".yaml"));
  });
});

describe("a Word file as a source", () => {
  it("is checked like YAML, with cells for places", async () => {
    const { code, out } = await run("validate", "甲.docx", "乙.docx", "--format", "concise");
    expect(code).toBe(1);
    expect(out).toMatch(/^乙\.docx 第5段「依托园区」: 错误 one-per-park /mu);
    expect(out).toMatch(/^甲\.docx .*: 警告 word\/not-printed /mu);
    const { diagnostics } = JSON.parse((await run("validate", "甲.docx", "--format", "json")).out);
    expect(diagnostics[0]).toMatchObject({ ruleId: "word/not-printed", pointer: "/近三年无违法违规" });
  });

  it("is found in folders beside YAML", async () => {
    mkdirSync(path.join(cwd, "x"));
    copyFileSync(path.join(root, "examples/hunan-2024/application.yaml"), path.join(cwd, "x/a.yaml"));
    copyFileSync(path.join(FORMS, "丙-另一版式.docx"), path.join(cwd, "x/b.docx"));
    writeFileSync(path.join(cwd, "x/~$b.docx"), "锁");
    const { out } = await run("validate", "x");
    expect(out).toContain("检查了 2 份文件:0 个错误,1 个警告");
  });

  it("is left out of a folder when it is what a YAML file there made, or belongs to it", async () => {
    copyFileSync(path.join(root, "examples/hunan-2024/application.yaml"), path.join(cwd, "丁.yaml"));
    mkdirSync(path.join(cwd, "out"));
    await run("render", "丁.yaml", "--docx", "-o", "out/丁.docx");
    for (const file of ["甲", "乙", "丙"]) writeFileSync(path.join(cwd, `${file}.yaml`), `# ${file}.docx\n`);
    copyFileSync(path.join(FORMS, "丙-另一版式.docx"), path.join(cwd, "丁.docx"));
    const { out, err } = await run("validate", ".", "--format", "concise");
    expect(err).toContain("2 份 Word 与旁边的 YAML 同名,或是 ptc 生成后没有改过的,没有另外看");
    expect(out).not.toContain(".docx");
    expect((await run("validate", "丁.yaml", "out/丁.docx", "--format", "concise")).out).toContain("out/丁.docx");
  });

  it.each(["status", "checklist", "coverage --no-published"])("is read by ptc %s", async (command) => {
    const { code, out } = await run(...command.split(" "), "丙.docx");
    expect([code, /株洲|丙\.docx/u.test(out)]).toEqual([0, true]);
  });

  it("is summed up with the others", async () => {
    const { code, err } = await run("summarize", "甲.docx", "丙.docx", "--xlsx", "-o", "汇总表.xlsx");
    expect([code, err]).toEqual([0, expect.stringContaining("2 份")]);
  });

  it("is rendered with its pictures, beside itself", async () => {
    expect(await run("render", "丙.docx", "--docx")).toMatchObject({ code: 0 });
    const parts = unzipSync(readFileSync(path.join(cwd, "丙.重排.docx")));
    expect(strFromU8(parts["word/document.xml"] as Uint8Array)).not.toContain("缺图片");
    expect(Object.keys(parts).filter((name) => name.endsWith(".png"))).toHaveLength(1);
  });

  it("is reported when a picture in it is damaged", async () => {
    const parts = unzipSync(readFileSync(path.join(cwd, "丙.docx")));
    const [picture = ""] = Object.keys(parts).filter((name) => name.endsWith(".png"));
    parts[picture] = (parts[picture] as Uint8Array).slice(0, 200);
    writeFileSync(path.join(cwd, "坏.docx"), zipSync(parts));
    const { code, out } = await run("validate", "坏.docx", "--format", "concise");
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/^坏\.docx .*「特色与创新」: 错误 picture\/file .*不完整或已损坏/mu),
    ]);
  });

  it("is left alone by ptc fix", async () => {
    const before = readFileSync(path.join(cwd, "甲.docx"));
    expect(await run("fix", "甲.docx")).toMatchObject({ code: 2, err: expect.stringContaining("ptc import") });
    expect(readFileSync(path.join(cwd, "甲.docx"))).toEqual(before);
  });
});
