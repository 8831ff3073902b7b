import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkTexts, root } from "../support/check.js";
import { rangeOf } from "../support/range-of.js";

const TRACKED = "examples/hunan-2024/tracking";
const PLAN = readFileSync(path.join(root, TRACKED, "株洲市渌岸湾新能源装备产教联合体/2024-年度工作计划.yaml"), "utf8");
const SUMMARY = readFileSync(
  path.join(root, TRACKED, "长沙市云麓湾工程机械产教联合体/2024-年度工作总结.yaml"),
  "utf8",
).replace(/^( {4}做法与成效:) (.*)$/gmu, "$1 |\n      $2");
const APPLICATION = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");

/** The lines at which there are errors of writing. */
async function found(text: string): Promise<string[]> {
  const { diagnostics } = await checkTexts({ 甲: text }, { draft: true });
  const lines = text.split("\n");
  return diagnostics
    .filter(({ ruleId }) => ruleId === "yaml/syntax")
    .map((each) => `${each.severity} ${lines[rangeOf(each).start.line - 1]?.trim()}`);
}

function replaced(text: string, from: RegExp, to: string): string {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return changed;
}

describe("a field that is indented so far that it is text of the field above", () => {
  it.each<[string, string, string[]]>([
    ["a part of the form", replaced(PLAN, /^报送:/mu, "  报送:"), ["error 报送:"]],
    ["a part with a blank line above", replaced(PLAN, /^报送:/mu, "\n   报送: # 注"), ["error 报送: # 注"]],
    [
      "a value",
      replaced(APPLICATION, /^近三年无违法违规: true/mu, "  近三年无违法违规: true"),
      ["error 近三年无违法违规: true"],
    ],
    [
      "the next entry of a list",
      replaced(SUMMARY, /\n {2}- 标题: 贡献.*\n {4}做法/u, "\n      - 标题: 贡献\n        做法"),
      ["error - 标题: 贡献"],
    ],
  ])("%s", async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  });
});

describe("a sentence that begins like a field is text", () => {
  const inText = (line: string) => replaced(APPLICATION, /^特色与创新: \|\n/mu, `特色与创新: |\n  ${line}\n`);

  it.each([
    "建设规划：三步走",
    "建设规划: 三步走",
    "报送：按时",
    "报送: 按时",
    "- 任务: 甲",
    "联合体名称:",
    "推荐意见：同意",
    "2023: 建成",
  ])("%s", async (line) => {
    expect(await found(inText(line))).toEqual([]);
  });
});
