import { readFile } from "node:fs/promises";
import path from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/index.js";
import { formatPlace } from "../../src/model/place.js";
import { edited, sentence } from "../support/application.js";
import { checkTexts, root } from "../support/check.js";
import { application, plan } from "../support/filings.js";
import { rangeOf } from "../support/range-of.js";

const FORM = "表单: hunan-2024/推荐书\n";

async function findings(text: string): Promise<string[]> {
  return (await checkTexts({ "甲.yaml": text })).diagnostics.map(
    (each) => `${formatPlace("", each.place).slice(1)} ${sentence(each)}`,
  );
}

describe("the line that names the form", () => {
  const missing = "form/missing 没有写“表单:”,不知道填的是哪张表,没有检查 | 在第一行写:表单: hunan-2024/推荐书";

  const kinds =
    "可以写:hunan-2024/推荐书、hunan-2024/年度工作计划、hunan-2024/半年工作总结、hunan-2024/年度工作总结、hunan-2024/变更记录";

  it.each([
    ["is not there", "联合体名称: 甲\n", `1:1 ${missing}`],
    ["has nothing behind it", "# 注\n表单:\n", `2:1 ${missing}`],
    ["in an empty file", "", `1:1 ${missing}`],
    ["in a file of remarks", "# 只有说明\n", `1:1 ${missing}`],
    ["in a file that is a list", "- 甲\n- 乙\n", `1:1 ${missing}`],
    ["in a plain text", "一段文字\n", `1:1 ${missing}`],
    [
      "misspells the kind",
      "表单: hunan-2024/推荐\n",
      "1:5 form/unknown 没有“hunan-2024/推荐”这张表,没有检查 | 是不是要写“hunan-2024/推荐书”?",
    ],
    [
      "misspells the form",
      "名: 1\n表单: hunan2024/推荐书\n",
      "2:5 form/unknown 没有“hunan2024/推荐书”这张表,没有检查 | 是不是要写“hunan-2024/推荐书”?",
    ],
    ["names something else", "表单: 发票\n", `1:5 form/unknown 没有“发票”这张表,没有检查 | ${kinds}`],
    [
      "climbs out of the folder",
      "表单: ../../etc/推荐书\n",
      `1:5 form/unknown 没有“../../etc/推荐书”这张表,没有检查 | ${kinds}`,
    ],
    [
      "names a part of JavaScript",
      "表单: hunan-2024/toString\n",
      "1:5 form/unknown 没有“hunan-2024/toString”这张表,没有检查 | 是不是要写“hunan-2024/推荐书”或“hunan-2024/年度工作计划”?",
    ],
    [
      "names another part of it",
      "表单: __proto__/constructor\n",
      `1:5 form/unknown 没有“__proto__/constructor”这张表,没有检查 | ${kinds}`,
    ],
  ])("%s", async (_, text, expected) => {
    expect(await findings(text)).toEqual([expected]);
  });

  it("gives no document where it is wrong, and does not keep others from being checked", async () => {
    const report = await checkTexts({ "甲.yaml": "表单: 发票\n", "乙.yaml": FORM, "丙.yaml": "甲: [\n" });
    expect(report.files).toEqual(["甲.yaml", "乙.yaml", "丙.yaml"]);
    expect(report.documents.map(({ source }) => source.file)).toEqual(["乙.yaml"]);
    expect(new Set(report.diagnostics.map(({ file }) => file))).toEqual(new Set(report.files));
  });

  it("may have spaces around it and quotes", async () => {
    const report = await checkTexts({ "甲.yaml": '表单:   " hunan-2024/推荐书 "\n' }, { draft: true });
    expect(report.documents).toHaveLength(1);
  });
});

describe("a draft", () => {
  it("lets unfilled fields pass and counts them", async () => {
    const report = await checkTexts({ "甲.yaml": FORM }, { draft: true });
    expect(report.diagnostics).toEqual([]);
    expect(report.remaining?.get("甲.yaml")).toBeGreaterThan(90);
    expect((await checkTexts({ "甲.yaml": FORM })).remaining).toBeUndefined();
  });

  it.each([
    ["a wrong type", { "/联合体概况/秘书处/固定办公面积": "约300" }],
    ["a wrong city", { "/推荐市州": "长沙县" }],
    ["an unknown key", { "/联合体名": "甲" }],
    ["a foreign year", { "/办学成效和服务能力/资源共建共享/共建专业/2021": 1 }],
    ["a figure out of range", { "/办学成效和服务能力/资源共建共享/共建专业/2023": -1 }],
    ["a date that does not exist", { "/填表日期": "2024-02-30" }],
    ["a text too long", { "/建设规划": `2025年建成5个。${"字".repeat(1000)}` }],
    ["sums that do not match", { "/联合体概况/秘书处/人员总数": 9 }],
    ["a promise refused without a word", { "/近三年无违法违规": false }],
  ])("keeps %s", async (_, changes) => {
    const strict = await edited(changes);
    const draft = await edited(changes, { draft: true });
    const errors = (report: typeof strict) =>
      report.diagnostics.filter(({ severity, unfilled }) => severity === "error" && !unfilled).map(sentence);
    expect(errors(draft)).not.toEqual([]);
    expect(errors(draft)).toEqual(errors(strict));
  });

  it("keeps the line that names the form and the YAML in order", async () => {
    const report = await checkTexts({ "甲.yaml": "联合体名称: 甲\n", "乙.yaml": `${FORM}甲：1\n` }, { draft: true });
    expect(report.diagnostics.map(({ ruleId }) => ruleId)).toEqual(["form/missing", "yaml/syntax"]);
  });
});

describe("findings", () => {
  it("come by file as given, then by place, each inside its text", async () => {
    const files = globSync("examples/hunan-2024/{broken,city}/**/*.yaml", { cwd: root }).sort().reverse();
    expect(files.length).toBeGreaterThan(8);
    const texts = await Promise.all(
      files.map(async (file) => [file, await readFile(path.join(root, file), "utf8")] as const),
    );
    const { diagnostics } = await checkTexts(Object.fromEntries(texts));
    const order = (each: Diagnostic) => files.indexOf(each.file) * 1e7 + rangeOf(each).start.offset;
    expect(diagnostics.map(order)).toEqual(diagnostics.map(order).sort((a, b) => a - b));
    for (const each of diagnostics) {
      const { file } = each;
      const range = rangeOf(each);
      const text = texts.find(([name]) => name === file)?.[1] as string;
      expect(range.end.offset).toBeLessThanOrEqual(text.length);
      expect(range.end.offset).toBeGreaterThanOrEqual(range.start.offset);
      expect(text.slice(0, range.start.offset).split("\n")).toHaveLength(range.start.line);
    }
  });

  it("do not ask twice for what a rule already asks for", async () => {
    expect((await edited({ "/近三年无违法违规": undefined })).diagnostics.map(({ ruleId }) => ruleId)).toEqual([
      "integrity-pledge",
    ]);
  });

  it("are judged by the day given", async () => {
    const late = { "/填表日期": "2024-02-20" };
    expect((await edited(late, { today: "2024-02-26" })).diagnostics).toEqual([]);
    expect((await edited(late, { today: "2024-01-01" })).diagnostics.map(({ ruleId }) => ruleId)).toEqual([
      "filing-date",
    ]);
  });
});

it("holds a plan against the first of two applications, as the ledger does", async () => {
  const { diagnostics } = await checkTexts({
    "申报.yaml": application({ 2025: 600 }),
    "又一份.yaml": application({ 2025: 400 }),
    "计划.yaml": plan(2025),
  });
  const [found] = diagnostics.filter(({ ruleId }) => ruleId === "pledges-in-plan");
  expect(found?.message).toContain("少 100 万元");
  expect(found?.related.map(({ file }) => file)).toEqual(["申报.yaml"]);
});
