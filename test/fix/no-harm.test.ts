import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fix } from "../../src/index.js";
import { checkTexts, forms, root, today } from "../support/check.js";

const EXAMPLES = path.join(root, "examples/hunan-2024");
const SUMMARY = readFileSync(
  path.join(EXAMPLES, "tracking/长沙市云麓湾工程机械产教联合体/2024-年度工作总结.yaml"),
  "utf8",
);
const APPLICATION = readFileSync(path.join(EXAMPLES, "application.yaml"), "utf8");

const fixed = async (text: string) => (await fix({ file: "甲.yaml", text }, { forms, today, draft: true })).text;

async function dataOf(text: string): Promise<unknown> {
  const { documents } = await checkTexts({ 甲: text }, { draft: true });
  return documents[0]?.data;
}

async function errorsIn(text: string): Promise<string[]> {
  const { diagnostics } = await checkTexts({ 甲: text }, { draft: true });
  return diagnostics.filter(({ severity }) => severity === "error").map(({ ruleId }) => ruleId);
}

/** Puts a slip into a text that has the place. */
function slipped(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return changed;
}

describe("a slip in one place leaves the others as they are", () => {
  it.each<[string, string | RegExp, string, base?: string]>([
    ["a field without its colon below a text", /^报送:/mu, "报送"],
    ["a field without its colon, with its value", /^数据截止: /mu, "数据截止 "],
    ["a field without its colon below the text of another", /^支撑材料:/mu, "支撑材料", APPLICATION],
    ["a full-width colon far above a list of texts", "所在市州: ", "所在市州："],
    ["a full-width colon in the first entry of such a list", "  - 标题: 课程", "  - 标题：课程"],
    ["one at the text that a second entry follows", "    做法与成效: 企业技术", "    做法与成效：企业技术"],
    ["a tab at the text", "    做法与成效: 企业技术", "\t\t做法与成效: 企业技术"],
  ])("%s", async (_, from, to, base = SUMMARY) => {
    const text = await fixed(slipped(base, from, to));
    expect(text).toBe(base);
  });

  it.each<[string, string, string | RegExp, string]>([
    ["an item whose dash is full-width", SUMMARY, "  - 标题: 贡献", "  － 标题: 贡献"],
    ["a mark of a text on the line below its key", SUMMARY, "问题与措施: |", "问题与措施:\n|"],
    ["the dash of an entry of fields", SUMMARY, "  - 编号: 3\n", "  -编号: 3\n"],
    ["an item whose dash is long", SUMMARY, "  - 标题: 贡献", "  — 标题：贡献"],
  ])("%s: a person must look", async (_, base, from, to) => {
    const typed = slipped(base, from, to);
    const text = await fixed(typed);
    expect(text).toBe(typed);
    expect(await errorsIn(text)).not.toEqual([]);
  });
});

it("an entry with a full-width colon is mended or left, and never part of the text above", async () => {
  const text = await fixed(slipped(SUMMARY, "  - 标题: 贡献", "  - 标题：贡献"));
  if (text !== SUMMARY) expect(await errorsIn(text)).not.toEqual([]);
});

describe("a text that was pasted without indentation", () => {
  const pasted = (paragraphs: string) =>
    slipped(APPLICATION, /^特色与创新: \|\n(?:(?: .*)?\n)+/mu, `特色与创新: |\n${paragraphs}\n\n`);

  it("is mended", async () => {
    const text = await fixed(pasted("（一）平台共用\n建成三个平台：甲、乙、丙。\n- 甲\n- 乙"));
    expect(await dataOf(text)).toMatchObject({ 特色与创新: "（一）平台共用\n建成三个平台：甲、乙、丙。\n- 甲\n- 乙" });
  });

  it("gives the form no field twice when a sentence begins like one", async () => {
    const text = await fixed(pasted("（一）平台共用\n建成三个平台。\n建设规划：三步走\n（二）结尾\n完。"));
    expect(text).not.toContain("建设规划: 三步走");
    const plan = ((await dataOf(APPLICATION)) as { 建设规划: string }).建设规划;
    const data = (await dataOf(text)) as { 建设规划: string } | undefined;
    expect(data === undefined || data.建设规划 === plan).toBe(true);
  });

  it("may hold a sentence that begins like a field where it is indented", async () => {
    const text = slipped(APPLICATION, /^特色与创新: \|\n/mu, "特色与创新: |\n  建设规划：三步走\n");
    expect(await errorsIn(text)).toEqual([]);
    expect(await fixed(text)).toBe(text);
  });
});

describe("what is offered is what is done", () => {
  const offered = async (text: string) =>
    (await checkTexts({ 甲: text })).diagnostics.filter((each) => each.fix).length;

  it.each<[string, string, number]>([
    [
      "a year that is missing",
      "表单: hunan-2024/推荐书\n办学成效和服务能力:\n  资源共建共享:\n    共建专业: {2022: 18}\n",
      0,
    ],
    ["a text that names no form", "推荐市州：长沙\n填表日期: 2024年2月20日\n", 0],
    ["a text of a form that is unknown", "表单: 别处/推荐书\n推荐市州：长沙\n", 0],
    ["a text of a form in other characters", "表单：hunan-2024／推荐书\n推荐市州：长沙\n", 2],
  ])("%s", async (_, text, expected) => {
    expect(await offered(text)).toBe(expected);
    expect((await fix({ file: "甲.yaml", text }, { forms, today })).fixes > 0).toBe(expected > 0);
  });
});

describe("full-width brackets", () => {
  const OFFICE = "联合体概况:\n  秘书处:\n    ";

  it.each([
    ["牵头企业: ［甲, 乙］", "牵头企业: [甲, 乙]"],
    ["牵头企业: ［甲，乙]", "牵头企业: [甲，乙]"],
    ["牵头企业: ［甲］", "牵头企业: [甲]"],
    [`${OFFICE}人员姓名: ［甲，乙］`, `${OFFICE}人员姓名: [甲，乙]`],
    ["联合体概况:\n  负责人: ｛姓名: 某, 职务: 主任｝", "联合体概况:\n  负责人: {姓名: 某, 职务: 主任}"],
    ["特色与创新: ［一］甲。［二］乙。", "特色与创新: ［一］甲。［二］乙。"],
    ["联合体名称: 甲［乙］", "联合体名称: 甲［乙］"],
  ])("%j become %j", async (typed, meant) => {
    expect(await fixed(`表单: hunan-2024/推荐书\n${typed}\n`)).toBe(`表单: hunan-2024/推荐书\n${meant}\n`);
  });
});
