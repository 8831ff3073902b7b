import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { applyFixes } from "../../src/fix/apply-fixes.js";
import { fix } from "../../src/index.js";
import { lineOrCell } from "../../src/model/place.js";
import { checkTexts, forms, root, today } from "../support/check.js";

const EXAMPLES = path.join(root, "examples/hunan-2024");
const FULL = readFileSync(path.join(EXAMPLES, "application.yaml"), "utf8");
const FORM = "表单: hunan-2024/推荐书\n";

async function fixed(text: string): Promise<string> {
  return (await fix({ file: "甲.yaml", text }, { forms, today, draft: true })).text;
}

/** What lines become below the line that names the form. */
async function mended(lines: string): Promise<string> {
  const text = await fixed(FORM + lines);
  expect(text.startsWith(FORM)).toBe(true);
  expect(await fixed(text)).toBe(text);
  return text.slice(FORM.length);
}

const OFFICE = "联合体概况:\n  秘书处:\n    ";
const MONEY = "联合体概况:\n  经费来源:\n    ";
const QUALITY = "办学成效和服务能力:\n  人才培养质量:\n    ";
const SHARED = "办学成效和服务能力:\n  资源共建共享:\n    ";

describe("mends what is certainly meant", () => {
  it.each([
    ["a full-width colon", "", "联合体名称：甲\n推荐市州: 长沙市\n", "联合体名称: 甲\n推荐市州: 长沙市\n"],
    ["no space behind the colon", "", "联合体名称:甲\n推荐市州: 长沙市\n", "联合体名称: 甲\n推荐市州: 长沙市\n"],
    ["a wide space behind it", "", "推荐市州:　长沙市\n特色与创新: 好\n", "推荐市州: 长沙市\n特色与创新: 好\n"],
    ["a colon before fields", "", "联合体概况：\n  园区总产值: 5\n", "联合体概况:\n  园区总产值: 5\n"],
    [
      "every colon of a part",
      "联合体概况:\n  负责人:\n",
      "    姓名：某\n    职务：主任\n",
      "    姓名: 某\n    职务: 主任\n",
    ],
    ["a list begun beside its key", "", "牵头企业: - 甲\n  - 乙\n", "牵头企业:\n  - 甲\n  - 乙\n"],
    ["a tab", "", "联合体概况:\n\t园区总产值: 5\n", "联合体概况:\n  园区总产值: 5\n"],
    ["full-width indentation", "", "联合体概况:\n　园区总产值: 5\n", "联合体概况:\n  园区总产值: 5\n"],
    ["no-break indentation", "", "联合体概况:\n\u00a0\u00a0园区总产值: 5\n", "联合体概况:\n  园区总产值: 5\n"],
    ["full-width commas in braces", SHARED, "共建专业: {2022: 1，2023: 2}\n", "共建专业: {2022: 1, 2023: 2}\n"],
    ["all full-width in braces", SHARED, "共建专业: {2022：1，2023：2}\n", "共建专业: {2022: 1, 2023: 2}\n"],
    ["no spaces in braces", SHARED, "共建专业: {2022:1,2023:2}\n", "共建专业: {2022: 1,2023: 2}\n"],
    ["a full-width comma among names", "", "牵头学校: [甲，乙, 丙]\n", "牵头学校: [甲, 乙, 丙]\n"],
    ["a thousand in braces", SHARED, "共建专业: {2022: 1,200, 2023: 1，300}\n", "共建专业: {2022: 1200, 2023: 1300}\n"],
    ["full-width digits", OFFICE, "人员总数: １２ # 注\n", "人员总数: 12 # 注\n"],
    ["a full-width year", SHARED, "共建专业: {２０２２: 1, 2023: 2}\n", "共建专业: {2022: 1, 2023: 2}\n"],
    ["a unit", OFFICE, "人员总数: 5人\n", "人员总数: 5\n"],
    ["an area", OFFICE, "固定办公面积: 1 280.5平方米\n", "固定办公面积: 1280.5\n"],
    ["what is counted", SHARED, "共建课程: {2022: 5门, 2023: 6 门}\n", "共建课程: {2022: 5, 2023: 6}\n"],
    ["money", MONEY, "政府核拨: 500万元\n", "政府核拨: 500\n"],
    ["money in 亿", MONEY, "政府核拨: 1.5亿元\n", "政府核拨: 15000\n"],
    ["money in 元", MONEY, "政府核拨: 1,234,500元\n", "政府核拨: 123.45\n"],
    ["money in Chinese numerals", MONEY, "政府核拨: 五百万元 # 注\n", "政府核拨: 500 # 注\n"],
    ["people in Chinese numerals", OFFICE, "人员总数: “三十人”\n", "人员总数: 30\n"],
    ["a percentage in Chinese numerals", QUALITY, "整体就业率: {2022: 百分之九十五}\n", "整体就业率: {2022: 95}\n"],
    ["thousands", MONEY, 'a: 1\n    政府核拨: "12，000"\n', "a: 1\n    政府核拨: 12000\n"],
    ["a percentage", QUALITY, '整体就业率: {2022: 95%, 2023: "96.5％"}\n', "整体就业率: {2022: 95, 2023: 96.5}\n"],
    ["a figure in quotes", OFFICE, '人员总数: "5"\n', "人员总数: 5\n"],
    ["a figure in curly quotes", OFFICE, "人员总数: “5”\n", "人员总数: 5\n"],
    ["a day in Chinese", "", "填表日期: 2024年2月20日\n", "填表日期: 2024-02-20\n"],
    ["a day with dots", "", "填表日期: 2024.2.20 # 注\n", "填表日期: 2024-02-20 # 注\n"],
    ["a day with slashes", "", "填表日期: '2024/2/20'\n", "填表日期: 2024-02-20\n"],
    ["a day without zeros", "", "填表日期: 2024-2-20\n", "填表日期: 2024-02-20\n"],
    ["a day in digits", "", "填表日期: 20240220\n", "填表日期: 2024-02-20\n"],
    ["a month in Chinese", "联合体概况:\n", "  成立时间: 2023年12月\n", "  成立时间: 2023-12\n"],
    ["a month that reads as a figure", "联合体概况:\n", "  成立时间: 2023.10\n", "  成立时间: 2023-10\n"],
    ["yes", "", "近三年无违法违规: 是\n", "近三年无违法违规: true\n"],
    ["no", "", "近三年无违法违规: No\n", "近三年无违法违规: false\n"],
    ["a mark", "", '近三年无违法违规: "√"\n', "近三年无违法违规: true\n"],
    ["a key short of a character", "", "联合体名: 甲\n", "联合体名称: 甲\n"],
    ["a key with another and", "", "特色和创新: 好\n", "特色与创新: 好\n"],
    ["a key that is the label", "联合体概况:\n", "  联合体负责人: {姓名: 某}\n", "  负责人: {姓名: 某}\n"],
    ["a key with a wide space", "", "推荐市州　: 长沙\n", "推荐市州: 长沙\n"],
    ["a point of 附件2", "支撑材料:\n", "  “1.2”: [甲]\n", '  "1.2": [甲]\n'],
    ["curly quotes", "", "联合体名称: “甲”\n", '联合体名称: "甲"\n'],
    ["curly quotes around a remark", "", "联合体名称: “甲 # 乙”\n", '联合体名称: "甲 # 乙"\n'],
    ["a curly quote and a straight one", "", '联合体名称: “甲"\n', '联合体名称: "甲"\n'],
    [
      "a straight quote and a curly one",
      "",
      '联合体名称: "甲”\n推荐市州: 长沙\n',
      '联合体名称: "甲"\n推荐市州: 长沙\n',
    ],
    ["single ones", "", "联合体名称: '甲’\n推荐市州: 长沙\n", "联合体名称: '甲'\n推荐市州: 长沙\n"],
    ["such quotes among names", "", '牵头企业: ["甲”, 乙]\n推荐市州: 长沙\n', '牵头企业: ["甲", 乙]\n推荐市州: 长沙\n'],
    [
      "such quotes in braces",
      "联合体概况:\n",
      '  负责人: {姓名: "某”, 职务: 主任}\n',
      '  负责人: {姓名: "某", 职务: 主任}\n',
    ],
    ["curly quotes around a colon", "", "情况说明: “甲: 乙”\n推荐市州: 长沙\n", '情况说明: "甲: 乙"\n推荐市州: 长沙\n'],
    ["another width", "联合体概况:\n  主导产业:\n", "    产业: [Ｂ１, d1]\n", "    产业: [B1, D1]\n"],
  ])("%s", async (_, head, before, after) => {
    expect(await mended(head + before)).toBe(head + after);
  });

  it("the name of the form", async () => {
    expect(await fixed("表单：hunan-2024／推荐书\n推荐市州：长沙\n")).toBe(`${FORM}推荐市州: 长沙\n`);
  });
});

describe("mends indentation by what the form has below which field", () => {
  const OVERVIEW =
    "联合体概况:\n  负责人:\n    姓名: 某\n  秘书处:\n    人员总数: 8\n    专职人数: 5\n  园区总产值: 5\n";

  it.each([
    [
      "tabs and spaces in turn",
      "联合体概况:\n\t负责人:\n        姓名: 某\n    秘书处:\n\t\t人员总数: 8\n        专职人数: 5\n\t园区总产值: 5\n",
      OVERVIEW,
    ],
    [
      "a tab that is one layer here and two there",
      "联合体概况:\n  负责人:\n\t姓名: 某\n  秘书处:\n\t人员总数: 8\n\t专职人数: 5\n\t园区总产值: 5\n",
      OVERVIEW,
    ],
    [
      "four spaces among tabs",
      "联合体概况:\n\t秘书处:\n\t\t人员总数: 8\n    园区总产值: 5\n",
      "联合体概况:\n  秘书处:\n    人员总数: 8\n  园区总产值: 5\n",
    ],
    [
      "one space too many",
      "联合体概况:\n  成立时间: 2023-06\n   园区总产值: 5\n",
      "联合体概况:\n  成立时间: 2023-06\n  园区总产值: 5\n",
    ],
    [
      "one space too few",
      "联合体概况:\n  成立时间: 2023-06\n 园区总产值: 5\n",
      "联合体概况:\n  成立时间: 2023-06\n  园区总产值: 5\n",
    ],
    [
      "a layer too many",
      "联合体概况:\n  秘书处:\n    人员总数: 8\n      专职人数: 5\n",
      "联合体概况:\n  秘书处:\n    人员总数: 8\n    专职人数: 5\n",
    ],
    [
      "lists, and keys the form has by their pattern",
      '联合体概况:\n\t成员:\n\t\t企业:\n            单位:\n\t\t\t\t- 甲\n                - 乙\n支撑材料:\n\t"1.1":\n\t\t- 甲\n',
      '联合体概况:\n  成员:\n    企业:\n      单位:\n        - 甲\n        - 乙\n支撑材料:\n  "1.1":\n    - 甲\n',
    ],
  ])("%s", async (_, before, after) => {
    expect(await mended(before)).toBe(after);
  });
});

describe("mends a plan's tasks", () => {
  const PLAN = "表单: hunan-2024/年度工作计划\n";
  const TASKS =
    "任务:\n  - 编号: 1\n    内容: 甲\n    量化指标:\n      名称: 工位\n      目标值: 120\n  - 编号: 2\n    内容: 乙\n";

  it.each([
    ["a field short of a space", TASKS.replace("    内容: 乙", "   内容: 乙")],
    ["a field with a tab", TASKS.replace("    内容: 乙", "\t内容: 乙")],
    ["a tab and a field short of a space", TASKS.replace("    量化", "\t量化").replace("    内容: 乙", "   内容: 乙")],
    ["fields below the dash", TASKS.replace(/^ {2}( +[^ -])/gmu, "$1")],
  ])("with %s", async (_, before) => {
    expect(before).not.toBe(TASKS);
    expect(await fixed(PLAN + before)).toBe(PLAN + TASKS);
  });

  it("but not one that lacks its dash: it may be another task or belong to the one above", async () => {
    const text = `${PLAN}${TASKS.replace("  - 编号: 2\n    内容: 乙", "  编号: 2\n  内容: 乙")}`;
    expect(await fixed(text)).toBe(text);
  });

  it("and its year", async () => {
    expect(await fixed(`${PLAN}年度: 2026年\n`)).toBe(`${PLAN}年度: 2026\n`);
  });
});

describe("mends a narrative that does not stand where its text belongs", () => {
  it.each([
    [
      "pasted without indentation",
      "建设规划: |\n到2025年：建成\n\n（一）再建成\n\n# 注\n推荐市州: 长沙\n",
      "建设规划: |\n  到2025年：建成\n\n  （一）再建成\n\n# 注\n推荐市州: 长沙\n",
    ],
    [
      "pasted at the layer of its key",
      "联合体概况:\n  支持政策: | # 注\n  　　园区，\n  　　再园区。\n  园区总产值: 5\n",
      "联合体概况:\n  支持政策: | # 注\n    园区，\n    再园区。\n  园区总产值: 5\n",
    ],
    [
      "indented with tabs",
      "建设规划: |\n\t甲\n\t- 乙\n推荐市州: 长沙\n",
      "建设规划: |\n  甲\n  - 乙\n推荐市州: 长沙\n",
    ],
    [
      "indented at its beginning only",
      "建设规划: |\n    甲\n乙\n  丙\n    丁\n",
      "建设规划: |\n    甲\n    乙\n    丙\n    丁\n",
    ],
    [
      "pasted without the mark",
      "建设规划: # 注\n甲\n乙\n推荐市州: 长沙\n",
      "建设规划: | # 注\n  甲\n  乙\n推荐市州: 长沙\n",
    ],
    [
      "pasted below a key with a space behind its colon",
      "建设规划: \n甲\n乙\n推荐市州: 长沙\n",
      "建设规划: | \n  甲\n  乙\n推荐市州: 长沙\n",
    ],
    [
      "pasted behind its key",
      "建设规划: 1. 甲\n2. 乙\n推荐市州: 长沙\n",
      "建设规划: |\n  1. 甲\n  2. 乙\n推荐市州: 长沙\n",
    ],
    [
      "pasted with a heading that looks like a remark",
      "建设规划: |\n第一段\n# 第二\n第二段\n",
      "建设规划: |\n  第一段\n  # 第二\n  第二段\n",
    ],
    ["begun behind the mark", "建设规划: | 甲\n  乙\n", "建设规划: |\n  甲\n  乙\n"],
    [
      "that is a picture",
      "特色与创新: ![图](a.png)\r\n推荐市州: 长沙\r\n",
      "特色与创新: |\r\n  ![图](a.png)\r\n推荐市州: 长沙\r\n",
    ],
    [
      "that is a list",
      "特色与创新: - 甲\n    - 乙\n推荐市州: 长沙\n",
      "特色与创新: |\n    - 甲\n    - 乙\n推荐市州: 长沙\n",
    ],
    [
      "of a year",
      `${QUALITY}搭建人才供需信息平台、完善专业动态调整机制情况:\n      2022: - 甲\n      2023: 乙\n`,
      `${QUALITY}搭建人才供需信息平台、完善专业动态调整机制情况:\n      2022: |\n        - 甲\n      2023: 乙\n`,
    ],
  ])("%s", async (_, before, after) => {
    expect(await mended(before)).toBe(after);
  });
});

describe("leaves alone what is not certain", () => {
  it.each([
    ["about", `${OFFICE}固定办公面积: 约300\n`],
    ["a range", `${OFFICE}固定办公面积: 300-400\n`],
    ["money in Chinese numerals without its unit", `${MONEY}政府核拨: 一千二百\n`],
    ["Chinese numerals cut short", `${OFFICE}人员总数: 一百五\n`],
    ["more than", `${OFFICE}人员总数: 300多人\n`],
    ["a decimal comma", `${OFFICE}固定办公面积: "1,5"\n`],
    ["groups of four", `${OFFICE}固定办公面积: "1,2000"\n`],
    ["a superscript", `${OFFICE}固定办公面积: 5²\n`],
    ["another unit", `${OFFICE}人员总数: 5个月\n`],
    ["half a person", `${OFFICE}人员总数: 5.5人\n`],
    ["a telephone number in a wrong place", `${OFFICE}人员总数: "13900000000"\n`],
    ["a telephone number in full-width digits", `${OFFICE}联系电话: ０７３１－５５５０００５１\n`],
    ["a day that does not exist", "填表日期: 2024年2月30日\n"],
    ["a year of two digits", "填表日期: 24.2.20\n"],
    ["a month for a day", "填表日期: 2024年2月\n"],
    ["没有 for a yes or no", "近三年无违法违规: 没有\n"],
    ["a key with another word", "牵头院校: 甲\n"],
    ["a key with one more word", "副牵头学校: 甲\n"],
    ["a key near two", `${OFFICE}职人数: 5\n`],
    ["a key that is there already", "联合体名: 甲\n联合体名称: 乙\n"],
    ["a key that is there, empty", "联合体名: 甲\n联合体名称:\n"],
    ["two spellings of a key", "联合体名: 甲\n联合体　名称: 乙\n"],
    ["a key written twice", "联合体名称: 甲\n联合体名称: 甲\n"],
    ["quotes in a value", "联合体名称: “甲”与“乙”\n"],
    ["a curly quote without its pair", "联合体名称: “甲\n"],
    ["the other half of a pair", "牵头企业: [甲”, 乙]\n"],
    ["a curly quote in straight ones", '联合体名称: "甲”, 乙"\n'],
    ["quotes in half quotes", '联合体名称: "甲"乙”\n'],
    ["a saying for a narrative", "特色与创新: “产教融合”\n"],
    ["a remark without a space", "联合体名称: 长沙 #1 联合体\n"],
    ["a name in brackets", "牵头企业: [甲（长沙，株洲）公司, 乙]\n"],
    ["a text that begins with a field's name", "建设规划: |\n联合体名称：建成\n推荐市州: 长沙\n"],
    ["a tab where the form has the field on two layers", "联合体概况:\n  秘书处:\n      人员总数: 8\n\t负责人: 某\n"],
    ["a text that a mistyped key may end", '建设规划: |\n到2025年建成\n支撑材科:\n  "1.1": [甲]\n'],
    ["a quote that is not closed", '联合体名称: "甲\n推荐市州: 长沙\n'],
  ])("%s", async (_, text) => {
    expect(await mended(text)).toBe(text);
  });

  it.each(["services: [甲，乙, 丙]\n", "name：甲\nother: 乙\n", "甲\n", "", "表单: 工作总结\n填表日期: 2024.2.20\n"])(
    "%j is no form of ours",
    async (text) => {
      expect(await fixed(text)).toBe(text);
    },
  );
});

describe("keeps all else", () => {
  it("Windows line ends, remarks, quotes and order", async () => {
    const before = `# 注：一\r\n${FORM.trim()}\r\n填表日期：2024年2月20日  # 日：期\r\n\r\n联合体名称:   '甲'   \r\n`;
    const after = before.replace("填表日期：2024年2月20日", "填表日期: 2024-02-20");
    expect(await fixed(before)).toBe(after);
  });

  it("the text of blocks, and finds its place behind them", async () => {
    const block = "建设规划: | # 不超过：1000 字\n  　　一：2024年2月20日；500万元，{甲：乙}\n\n  “二”\n";
    expect(await mended(`${block}填表日期: 2024.2.20\n`)).toBe(`${block}填表日期: 2024-02-20\n`);
    expect(await mended(`${block}联合体名称：甲\n推荐市州: 长沙\n`)).toBe(`${block}联合体名称: 甲\n推荐市州: 长沙\n`);
  });

  it("several on a line", async () => {
    expect(await mended(`${SHARED}共建专业：{2022：５个，2023： 1,200}\n`)).toBe(
      `${SHARED}共建专业: {2022: 5, 2023: 1200}\n`,
    );
  });

  it("every byte of a clean file", async () => {
    const city = readdirSync(path.join(EXAMPLES, "city"), { recursive: true, encoding: "utf8" });
    for (const file of [
      "application.yaml",
      ...city.filter((each) => each.endsWith(".yaml")).map((each) => `city/${each}`),
    ]) {
      const text = readFileSync(path.join(EXAMPLES, file), "utf8");
      expect(await fix({ file, text }, { forms, today })).toMatchObject({ text, changed: false, fixes: 0 });
    }
  });
});

describe("a whole application typed in another way comes back", () => {
  const field = /^(\s*)([^\s#:：]+): (?![|])/gmu;
  it.each<[string, (text: string) => string]>([
    ["full-width colons", (text) => text.replace(/^(\s*)([^\s#:：]+): ?(?=\S|$)/gmu, "$1$2：")],
    ["full-width colons and Windows line ends", (text) => text.replace(field, "$1$2：").replaceAll("\n", "\r\n")],
    ["no spaces behind colons", (text) => text.replace(/^(\s*)([^\s#:：]+): (?=\S)/gmu, "$1$2:")],
    ["tabs", (text) => text.replace(/^ +/gmu, (all) => "\t".repeat(all.length / 2))],
    [
      "tabs on every other line, four spaces a layer on the rest",
      (text) => {
        let line = 0;
        return text.replace(/^ +/gmu, (all) => {
          line += 1;
          return line % 2 > 0 ? "\t".repeat(all.length / 2) : all + all;
        });
      },
    ],
    [
      "narratives pasted without indentation",
      (text) =>
        text.replace(/(?<=: \|\n)(?: *(?:\S.*)?\n)+?(?=\S| {0,2}[^\s:]+:)/gu, (all) => all.replace(/^ +/gmu, "")),
    ],
    ["full-width spaces", (text) => text.replace(/^ +/gmu, (all) => "　".repeat(all.length / 2))],
    ["commas in lists", (text) => text.replace(/[{[][^\]}\n]*[}\]]/gu, (all) => all.replaceAll(", ", "，"))],
    [
      "all in braces",
      (text) => text.replace(/\{[^}\n]*\}/gu, (all) => all.replaceAll(": ", "：").replaceAll(", ", "，")),
    ],
    ["dates", (text) => text.replace(/(\d{4})-(\d\d)-(\d\d)/gu, "$1年$2月$3日")],
  ])("%s", async (_, mistype) => {
    const text = await fixed(mistype(FULL));
    const [before, after] = await Promise.all([FULL, text].map((each) => checkTexts({ 甲: each })));
    expect(after?.diagnostics).toEqual([]);
    expect(after?.documents[0]?.data).toEqual(before?.documents[0]?.data);
  });
});

describe("the broken examples", () => {
  const files = readdirSync(path.join(EXAMPLES, "broken"), { recursive: true, encoding: "utf8" });

  it.each(files.filter((file) => file.endsWith(".yaml")))("%s: twice is once, and nothing is lost", async (file) => {
    const text = readFileSync(path.join(EXAMPLES, "broken", file), "utf8");
    const once = await fixed(text);
    expect(await fixed(once)).toBe(once);
    const remarks = (each: string) => each.match(/#.*/gu);
    expect(remarks(once)).toEqual(remarks(text));
    expect(once.split("\n")).toHaveLength(text.split("\n").length);
    const { diagnostics } = await checkTexts({ [file]: text }, { draft: true });
    const changed = new Set(diagnostics.flatMap((each) => (each.fix ? lineOrCell(each.place).line : [])));
    const lines = text.split("\n");
    for (const [index, line] of once.split("\n").entries())
      if (!changed.has(index + 1)) expect(line).toBe(lines[index]);
    if (diagnostics.every(({ ruleId }) => ruleId !== "yaml/syntax" && ruleId !== "yaml/duplicate-key"))
      expect(Object.keys(parse(once))).toEqual(Object.keys(parse(text)));
  });
});

describe("edits", () => {
  const edit = (start: number, end: number, text: string) => ({ title: "", edits: [{ start, end, text }] });

  it("are refused where they overlap an earlier one, and counted once", () => {
    const { text, applied } = applyFixes("一二三四五", [
      edit(1, 3, "乙丙"),
      edit(2, 4, "X"),
      edit(1, 3, "乙丙"),
      edit(4, 5, "戊"),
    ]);
    expect([text, applied.length]).toEqual(["一乙丙四戊", 2]);
  });

  it("are refused outside the text", () => {
    expect(applyFixes("一", [edit(0, 2, "X"), edit(-1, 0, "X"), edit(1, 0, "X")])).toEqual({ text: "一", applied: [] });
  });

  it("of one fix go in together or not at all", () => {
    const both = { title: "", edits: [...edit(0, 1, "A").edits, ...edit(2, 3, "C").edits] };
    expect(applyFixes("一二三", [edit(2, 3, "X"), both]).text).toBe("一二X");
  });
});

it("carries no name or number of a person", async () => {
  const text = `${FORM}联合体概况:\n  负责人: {姓名：张三丰，联系方式：13900000001，职务：“李四: 五”}\n  秘书处:\n    负责人: “王五六”\n    联系电话: “０７３１－５５５０００５１”\n    人员姓名: [张三丰，李四, “赵七”]\n    人员总数: "13900000001"\n`;
  const { diagnostics } = await checkTexts({ "甲.yaml": text });
  expect(diagnostics.some((each) => each.fix)).toBe(true);
  expect(JSON.stringify(diagnostics.map((each) => each.fix))).not.toMatch(/张三|李四|王五|赵七|1390|5550|５５５/u);
});
