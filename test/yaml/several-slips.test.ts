import { expect, it } from "vitest";
import { formatPlace } from "../../src/model/place.js";
import { rangeOf } from "../support/range-of.js";
import { readYaml } from "../support/read-yaml.js";

function slips(text: string): string[] {
  const { source, problems } = readYaml("甲.yaml", text);
  expect(source).toBeUndefined();
  for (const range of problems.map(rangeOf)) {
    const before = text.slice(0, range.start.offset).split("\n");
    expect([range.start.line, range.start.column]).toEqual([before.length, (before.at(-1) ?? "").length + 1]);
  }
  return problems.map(({ place, message }) => `${formatPlace("", place).slice(1)} ${message}`);
}

it("names every slip of a file at once, each at its place", () => {
  const text = [
    "名称：甲",
    "市州:长沙",
    "园区:　某园",
    "概况:",
    "\t时间: 2023",
    "  产值: 5",
    "经费: {2023: 1，2024: 2}",
    "说明: 好",
    "",
  ].join("\n");
  expect(slips(text)).toEqual([
    "1:3 这里用了全角冒号“：”",
    "2:3 冒号后面少了一个空格",
    "3:3 冒号后面不是半角空格",
    "5:1 这一行用制表符(Tab)缩进",
    "7:13 括号里用了全角逗号“，”",
  ]);
});

it("finds the slip on the line before the one the parser stumbles at", () => {
  expect(slips("概况:\n  负责人:\n    姓名：某\n    职务: 主任\n")).toEqual(["3:7 这里用了全角冒号“：”"]);
});

it("goes on past mended slips to one it can only name", () => {
  expect(slips('名称：甲\n园区: "某园\n')).toEqual(["1:3 这里用了全角冒号“：”", '2:5 从这里开始的引号 " 没有配对']);
});

it("quotes nothing that may be a name", () => {
  const { problems } = readYaml("甲.yaml", "人员姓名:\n  张三丰：主任\n  李四: 副\n");
  expect(JSON.stringify(problems)).not.toMatch(/张三丰|李四/u);
});

it("warns of text that YAML leaves out or runs together", () => {
  const prose = `${"联合体立足园区，".repeat(12)}\n  第二段。`;
  const { source, problems } = readYaml("甲.yaml", `名称: 长沙 #1 联合体\n说明: 好 # 这是说明\n特色: ${prose}\n`);
  expect(source).toBeDefined();
  expect(
    problems.map(({ ruleId, severity, place }) => `${ruleId} ${severity} ${formatPlace("", place).slice(1)}`),
  ).toEqual(["yaml/lost-text warning 1:8", "yaml/lost-text warning 3:5"]);
});

it("refuses characters that a Word file cannot hold", () => {
  const { problems } = readYaml("甲.yaml", '名称: "长\\u0007沙"\n');
  expect(problems.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual(["yaml/unprintable error"]);
});
