import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeEach, expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";

const SHIPPED = path.join(root, "templates/hunan-2024/推荐书.docx");
let cwd: string;
const check = (file: string, ...more: string[]) => ptc(["template", "check", file, ...more], { cwd });

function edit(change: (xml: string) => string): void {
  const parts = unzipSync(readFileSync(SHIPPED));
  parts["word/document.xml"] = strToU8(change(strFromU8(parts["word/document.xml"] as Uint8Array)));
  writeFileSync(path.join(cwd, "我的.docx"), zipSync(parts));
}

beforeEach(() => {
  cwd = emptyFolder();
});

it("lists every tag of the shipped template with its place", async () => {
  const { code, out } = await check(SHIPPED);
  expect([code, out]).toEqual([0, expect.stringContaining("对照 hunan-2024/推荐书\n")]);
  expect(out).toMatch(/\n {2}\{\{建设规划\}\} +\(1000字以内\)…\n/u);
  expect(out).toMatch(/\n {2}\{\{联合体概况\.秘书处\.固定办公面积\}\} +… m²\n/u);
  expect(out).toMatch(/\n116 处标签都认得,一个不少:可以用\n$/u);
});

it("says what is missing, unknown, repeated and out of reach, each with its place", async () => {
  edit((xml) =>
    xml
      .replace("{{建设规划}}", "{{建设计划}}")
      .replace("{{推荐意见}}", "{{特色与创新}}｛｛推荐意见｝｝{{企业职工总数}}{{联合体名称}}")
      .replace(
        /<w:p>(?=(?:(?!<w:p>).)*\{\{情况说明\}\})/su,
        "<w:p><w:hyperlink><w:r><w:t>{{情况说明}}</w:t></w:r></w:hyperlink></w:p><w:p>",
      )
      .replace(/\{\{情况说明\}\}(?=<\/w:t><\/w:r><\/w:p>)/u, ""),
  );
  const { code, out } = await check("我的.docx");
  expect(code).toBe(1);
  expect(out).toContain("没有“建设计划”这个栏目(在“(1000字以内)…”附近):是不是要写 {{建设规划}}?");
  expect(out).toContain("缺少 {{推荐意见}}");
  expect(out).toMatch(/\{\{特色与创新\}\} 出现了 2 次,应为 1 次:“\(2000字以内\)…”、/u);
  // a name may well stand once more
  expect(out).not.toContain("{{联合体名称}} 出现了");
  expect(out).toContain("“｛｛推荐意见｝｝”的大括号要用半角、两层:{{推荐意见}}");
  expect(out).toContain("是不是要写 {{办学成效和服务能力.企业情况.企业职工总数}}?");
  expect(out).toMatch(/\{\{情况说明\}\} 在超链接、修订、文本框或内容控件里,填不进去\(在“.*重大违规事件。”附近\)/u);
  expect(out).toMatch(/改好再用\n$/u);
});

it("gives JSON to programs, and refuses what is no template", async () => {
  const { out } = await check(SHIPPED, "--format", "json");
  expect(JSON.parse(out)).toMatchObject({ version: 1, form: "hunan-2024/推荐书", missing: [], unknown: [] });
  writeFileSync(path.join(cwd, "x.docx"), "旧的 .doc");
  expect(await check("x.docx")).toMatchObject({ code: 2, err: expect.stringContaining("不是 Word 文件") });
  expect(await check("none.docx")).toMatchObject({ code: 2, err: expect.stringContaining("找不到这个文件") });
  expect(await check(SHIPPED, "--kind", "计划书")).toMatchObject({
    code: 2,
    err: expect.stringContaining("没有“计划书”这张表,可以是:hunan-2024/推荐书"),
  });
});

it("has help of its own", async () => {
  const { code, out } = await ptc(["template", "check", "--help"], { cwd });
  expect([code, out]).toEqual([0, expect.stringMatching(/^用法: ptc template check/u)]);
  expect((await ptc(["template"], { cwd })).code).toBe(2);
  expect(await ptc(["template", "chek", "x"], { cwd })).toMatchObject({ code: 2 });
});
