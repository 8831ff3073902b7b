import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fix } from "../../src/index.js";
import { checkTexts, forms, root, today } from "../support/check.js";

const EXAMPLE = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const HEAD = "特色与创新: |\n";

/** The example with other lines at the beginning of a text. */
const withText = (lines: string) => EXAMPLE.replace(HEAD, () => HEAD + lines.replace(/(?<=^|\n)(?=[^\n])/gu, "  "));
const fixed = async (text: string) => (await fix({ file: "甲.yaml", text }, { forms, today })).text;
const found = async (text: string) =>
  (await checkTexts({ "甲.yaml": text })).diagnostics.map(
    ({ ruleId, severity, pointer, fix: own }) => `${ruleId} ${severity} ${pointer}${own ? " fix" : ""}`,
  );

describe("what is pasted into a narrative", () => {
  it.each<[string, string, string[], string]>([
    [
      "a table with tabs",
      "平台\t面积\n甲\t3|200\n",
      ["text/tab warning /特色与创新 fix"],
      "| 平台 | 面积 |\n|---|---|\n| 甲 | 3\\|200 |\n",
    ],
    ["a lone tab", "建设\t规划\n", ["text/tab warning /特色与创新 fix"], "建设 规划\n"],
    ["a numbered list", "1.\t建设\n2.\t规划\n", ["text/tab warning /特色与创新 fix"], "1. 建设\n2. 规划\n"],
    ["an indent with a tab", "\t建设规划。\n", [], "\t建设规划。\n"],
    ["an indent with full-width spaces", "　　建设规划。\n", [], "　　建设规划。\n"],
    [
      "bullets of Wingdings",
      "\uf06c建设\n\uf06c 规划\n",
      ["text/private-use warning /特色与创新 fix"],
      "- 建设\n- 规划\n",
    ],
    [
      "bullets with tabs",
      "\uf0b7\t建设\n\uf0b7\t规划\n",
      ["text/private-use warning /特色与创新 fix"],
      "- 建设\n- 规划\n",
    ],
    ["indented bullets", "　　\uf0d8建设\n", ["text/private-use warning /特色与创新 fix"], "- 建设\n"],
    [
      "a private-use character elsewhere",
      "建设\uf0fc规划\n",
      ["text/private-use warning /特色与创新"],
      "建设\uf0fc规划\n",
    ],
    ["visible bullets", "●建设\n● 规划\n", [], "●建设\n● 规划\n"],
    ["a line separator", "建设\u2028规划\n", ["text/line-break warning  fix"], "建设\n规划\n"],
    ["a paragraph separator at the end", "建设\u2029\n规划\n", ["text/line-break warning  fix"], "建设\n规划\n"],
    ["a carriage return alone", "建设\r规划\n", ["text/line-break warning  fix"], "建设\n规划\n"],
    ["a next-line character", "建设\u0085规划\n", ["text/line-break warning  fix"], "建设\n规划\n"],
    ["a manual line break of Word", "建设\v规划\n", ["text/line-break warning  fix"], "建设\n规划\n"],
    ["a control character", "建设\u0007规划\n", ["yaml/unprintable error "], "建设\u0007规划\n"],
    ["a noncharacter", "建设\ufdd0规划\n", ["yaml/unprintable error "], "建设\ufdd0规划\n"],
    ["a noncharacter of another plane", "建设\u{1ffff}规划\n", ["yaml/unprintable error "], "建设\u{1ffff}规划\n"],
  ])("%s", async (_, lines, decisions, mended) => {
    const text = withText(lines);
    expect((await found(text)).toSorted()).toEqual(decisions);
    expect(await fixed(text)).toBe(withText(mended));
    // in a file of Windows, too
    expect(await fixed(text.replaceAll("\n", "\r\n"))).toBe(withText(mended).replaceAll("\n", "\r\n"));
  });
});

describe("what is pasted into a name", () => {
  it.each<[string, string, string[], string]>([
    ["a tab", "副主任\t(兼)", ["text/tab warning /联合体概况/负责人/职务 fix"], "副主任 (兼)"],
    ["a bullet of a symbol font", "\uf06c 副主任", ["text/private-use error /联合体概况/负责人/职务 fix"], "副主任"],
    ["a private-use character", "副主\ue863任", ["text/private-use warning /联合体概况/负责人/职务"], "副主\ue863任"],
    ["a line separator", "副\u2028主任", ["text/line-break error "], "副\u2028主任"],
  ])("%s", async (_, typed, decisions, mended) => {
    const withTitle = (title: string) => EXAMPLE.replace(/(职务: ).*/u, (_all, head: string) => head + title);
    expect(await found(withTitle(typed))).toEqual(decisions);
    expect(await fixed(withTitle(typed))).toBe(withTitle(mended));
  });
});
