import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { plan, summary, yaml } from "../support/full-filings.js";
import { emptyFolder, ptc } from "../support/run.js";
import { readWord, texts } from "../support/word.js";

// Plan and summaries through every command, beside an application.

let cwd: string;
const run = (...args: string[]) => ptc(args, { cwd });
const at = (name: string) => path.join(cwd, name);
const word = (name: string) => readWord(readFileSync(at(name)));
const tasks = (name: string) =>
  word(name)
    .under("2.年度任务")
    .slice(1)
    .map((row) => texts(row)[1]);

beforeEach(() => {
  cwd = emptyFolder();
  writeFileSync(at("application.yaml"), readFileSync(path.join(root, "examples/hunan-2024/application.yaml")));
  writeFileSync(at("plan.yaml"), yaml(plan(2)));
  writeFileSync(at("half-year.yaml"), yaml(summary("半年工作总结", 2)));
  writeFileSync(at("year-end.yaml"), yaml(summary("年度工作总结", 2)));
});

describe("render", () => {
  it("makes each of four kinds by its own template", async () => {
    expect(await run("render", "--docx")).toMatchObject({ code: 0 });
    for (const [name, title] of Object.entries({
      "application.docx": "市域产教联合体推荐书",
      "plan.docx": "市域产教联合体年度工作计划",
      "half-year.docx": "市域产教联合体半年工作总结",
      "year-end.docx": "市域产教联合体年度工作总结",
    }))
      expect(word(name).lines).toContain(title);
  });

  it("prints blanks of each kind", async () => {
    expect(await run("render", "--blank", "--docx", "--kind", "年度工作计划")).toMatchObject({ code: 0 });
    expect(tasks("年度工作计划(空表).docx")).toEqual([""]);
  });

  it("does not write over a task somebody has changed in Word, and says which", async () => {
    expect(await run("render", "plan.yaml", "--docx")).toMatchObject({ code: 0 });
    const parts = unzipSync(readFileSync(at("plan.docx")));
    const xml = strFromU8(parts["word/document.xml"] as Uint8Array).replace("实训中心投入使用", "实训中心开放");
    parts["word/document.xml"] = strToU8(xml);
    writeFileSync(at("plan.docx"), zipSync(parts));
    const { code, err } = await run("render", "plan.yaml", "--docx");
    expect([code, err]).toEqual([2, expect.stringContaining("实训中心开放")]);
    expect(tasks("plan.docx")).toHaveLength(2);
    expect(await run("render", "plan.yaml", "--docx", "--force")).toMatchObject({ code: 0 });
    expect(readdirSync(cwd)).toContain("plan.docx.bak");
  });

  it("takes somebody's own template of that kind, and of no other", async () => {
    const parts = unzipSync(readFileSync(path.join(root, "templates/hunan-2024/年度工作计划.docx")));
    const xml = strFromU8(parts["word/document.xml"] as Uint8Array);
    parts["word/document.xml"] = strToU8(xml.replace("{{任务.内容}}", "★{{任务.内容}}"));
    writeFileSync(at("我的.docx"), zipSync(parts));
    expect(await run("template", "check", "我的.docx", "--kind", "年度工作计划")).toMatchObject({
      code: 0,
      out: expect.stringContaining("{{任务.内容}}"),
    });
    expect(await run("render", "plan.yaml", "--docx", "--template", "我的.docx")).toMatchObject({ code: 0 });
    expect(tasks("plan.docx")).toEqual(plan(2).任务.map(({ 内容 }: { 内容: string }) => `★${内容}`));
    expect(await run("render", "plan.yaml", "year-end.yaml", "--docx", "--template", "我的.docx")).toMatchObject({
      code: 2,
      err: "--template 我的.docx:一个模板只合一种文件,这里有年度工作计划、年度工作总结;分开生成\n",
    });
  });

  it("of a document with errors shows what there is", async () => {
    const broken = plan(2);
    broken.任务 = { 编号: 1, 内容: "不是列表" };
    writeFileSync(at("plan.yaml"), yaml(broken));
    expect(await run("render", "plan.yaml", "--docx", "--force")).toMatchObject({ code: 1 });
    expect(word("plan.docx").under("2.年度任务")).toHaveLength(2);
  });
});

describe("commands for applications alone", () => {
  const others = "年度工作计划没有汇总表,没有用到 plan.yaml\n";

  it("summarize leaves the other kinds out and says so, whatever is wrong in them", async () => {
    writeFileSync(at("plan.yaml"), yaml({ ...plan(2), 年度: "明年" }));
    const { code, err } = await run("summarize", ".", "--xlsx");
    expect([code, err]).toEqual([0, expect.stringContaining(others)]);
    expect(err).toContain("年度工作总结没有汇总表,没有用到 year-end.yaml\n");
    expect(err).toMatch(/已写入 汇总表\.xlsx\(1 份推荐书\)\n$/u);
    expect(await run("summarize", "plan.yaml", "--xlsx", "-o", "没有.xlsx")).toMatchObject({
      code: 2,
      err: `${others}没有可以汇总的推荐书\n`,
    });
    expect(readdirSync(cwd)).not.toContain("没有.xlsx");
  });

  it("checklist too", async () => {
    const { code, out, err } = await run("checklist");
    expect([code, err]).toEqual([0, expect.stringContaining("年度工作计划不对照附件2核对,没有用到 plan.yaml\n")]);
    expect(out).toContain("26 个观测点");
    expect(await run("checklist", "plan.yaml")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/没有可以核对的推荐书\n$/u),
    });
  });
});
