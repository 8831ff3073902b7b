import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { minifySync, transformSync } from "rolldown/utils";
import { describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { noticeWords, PLACE_IN_NOTICE } from "../support/notice-words.js";

// The code knows kinds of things and never one notice's wording: no string in src/ has a word of a form in it.

/** Words that stand in the code all the same, and why. */
const ALLOWED: Record<string, string> = {
  "rules/pledges-in-plan.ts 不低于": "everybody's word for a comparison, which the form has as a choice",
  "cli/commands/fix.ts 2024年": "part of 2024年2月20日, an example of a date as people type it",
};

const words = noticeWords();

/** Words of the notice in a source text, without its comments. */
function wordsIn(source: string): string[] {
  const plain = { compress: false, mangle: false, codegen: { removeWhitespace: false } };
  const { code } = minifySync("source.js", transformSync("source.ts", source).code, plain);
  const lines = code.split("\n").filter((line) => /[\u4e00-\u9fff]|hunan/u.test(line));
  return lines.flatMap((line) => [
    ...words.filter((word) => line.includes(word)),
    ...(PLACE_IN_NOTICE.exec(line) ?? []),
  ]);
}

it("no string in src/ has a word of a form in it", () => {
  const src = path.join(root, "src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const found = files.flatMap((file) =>
    wordsIn(readFileSync(path.join(src, file), "utf8")).map((word) => `${file.split(path.sep).join("/")} ${word}`),
  );
  expect(found.filter((each) => !Object.hasOwn(ALLOWED, each))).toEqual([]);
  // an exception that is needed no more goes
  expect(Object.keys(ALLOWED).filter((each) => !found.includes(each))).toEqual([]);
});

describe("what is looked for", () => {
  it.each([
    "联合体名称",
    "推荐书",
    "年度工作计划",
    "长沙",
    "联合体",
    "市州",
    "上年",
    "半年",
    "仿宋_GB2312",
    "黑体",
    "高新区",
  ])("%s", (word) => {
    expect(wordsIn(`const text = \`写错了${word}\`;`)).toContain(word);
    expect(wordsIn(`const n = 1; // ${word}\n/** ${word} */ export default n;`)).toEqual([]);
  });

  it.each(["对照附件2核对", "说明二要求", "第4条"])("a place in a notice: %s", (text) => {
    expect(wordsIn(`const text = "${text}";`)).not.toEqual([]);
  });
});
