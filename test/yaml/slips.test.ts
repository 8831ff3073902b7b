import { describe, expect, it } from "vitest";
import { LineCounter } from "yaml";
import { findSlips } from "../../src/yaml/find-slips.js";
import { findLineSlip, mismatchedQuotes, wrongLevel } from "../../src/yaml/line-slips.js";
import { parseYaml } from "../../src/yaml/parse.js";
import { parserSlip } from "../../src/yaml/parser-slips.js";
import { describeSlip, isIndentationSlip } from "../../src/yaml/slip-sentences.js";
import { sourceText } from "../../src/yaml/source-text.js";
import { strayText } from "../../src/yaml/stray-text.js";

/** Keys of a form: 甲 to 丁, and texts of several paragraphs. */
const keys = {
  has: (name: string) => /^[甲乙丙丁]$|^文字$/u.test(name),
  isNarrative: (name: string) => name === "文字",
};

/** The kind of slip that the parser's first error is taken for. */
function kindOf(text: string): string | undefined {
  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  const [error] = [...document.errors, ...document.warnings];
  return error && parserSlip(error, document, sourceText("甲.yaml", text, lines)).kind;
}

describe("the kind of a slip", () => {
  it.each([
    ["\t甲: 1", "indent-character"],
    ["\u3000甲: 1", "indent-character"],
    ["甲：1", "full-width-colon"],
    ["甲:1", "no-space-after-colon"],
    ["甲:\u30001", "odd-space-after-colon"],
    ["甲: “乙: 丙”", "curly-quotes"],
    ["甲: [乙，丙]", "full-width-comma"],
    ["甲: 1", undefined],
  ])("on a line: %j", (line, kind) => {
    expect(findLineSlip(line)?.kind).toBe(kind);
  });

  it("on a line, seen from those around it", () => {
    expect(mismatchedQuotes('甲: ["乙”, 丙"]')?.kind).toBeUndefined();
    expect(mismatchedQuotes('甲: ["乙”, "丙"]')?.kind).toBe("mismatched-quotes");
    expect(wrongLevel("   甲: 1", 2).kind).toBe("indent-level");
  });

  it.each([
    ["文字:\n一段", "text-not-indented"],
    ["文字:\n\t一段\n乙: 1", "text-indented-with-tab"],
    ["文字: | 一段", "text-beside-mark"],
    ["文字: ![图](a.png)", "picture-beside-key"],
    ["文字: - 一", "list-beside-key"],
    ["文字: |\n  一段", undefined],
  ])("of a text: %j", (text, kind) => {
    expect(strayText(text.split("\n"), 0, keys)?.kind).toBe(kind);
  });

  it.each([
    ["甲: 1\n\t乙: 2\n", "tab-indent"],
    ["甲:\n    乙: 1\n  丙: 2\n", "indent-beside-others"],
    ["甲: 一\n  乙: 二\n", "indent-below-value"],
    ["甲:\n  - 乙: 1\n  丙: 2\n", "missing-dash"],
    ["甲: [一, 二\n", "unclosed"],
    ["甲: {乙: 1\n丙: 2\n", "unclosed"],
    ['甲: "一\n', "unclosed"],
    ["甲: 一: 二\n", "field-in-value"],
    ["甲\n乙: 1\n", "no-field"],
    ['甲: "C:\\文件"\n', "bad-escape"],
    ["甲: !乙 1\n", "tag"],
    ["甲: *\n", "alias"],
    ["甲: {\n  - 乙\n}\n", "fields-in-brackets"],
    ["甲: 一\n乙\n丙: 1\n", "missing-character"],
    ["甲: @乙\n", "reserved-character"],
    ["甲: | 一\n", "value-beside-mark"],
    ["甲: 1\n---\n乙: 2\n", "several-documents"],
    ["甲: ]\n", "unexpected-content"],
    ["%甲\n---\n乙: 1\n", "directive"],
    ["甲: 1\n", undefined],
  ])("by the parser's error: %j", (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});

describe("the sentences of a slip", () => {
  it("quote what was typed", () => {
    expect(describeSlip("unclosed", "[", "]")).toEqual({
      kind: "unclosed",
      message: "从这里开始的括号 [ 没有配对",
      hint: "在内容末尾补上 ]",
    });
    expect(describeSlip("unclosed", '"', '"').message).toBe('从这里开始的引号 " 没有配对');
    expect(describeSlip("text-not-indented", { key: "文字", change: "改,", width: 4, further: 2 })).toEqual({
      kind: "text-not-indented",
      message: "这里是“文字”的文字,左边空得不够",
      hint: "改,文字从下一行写起,每行左边比“文字”多空 2 格(共 4 个半角空格)",
    });
  });

  it("do not compile without what they quote", () => {
    // @ts-expect-error: which character
    expect(describeSlip("indent-character").message).toBe("这一行用undefined缩进");
  });
});

describe("a guess at one indentation", () => {
  const slips = (text: string) => {
    const lines = new LineCounter();
    parseYaml(text, lines);
    return findSlips(sourceText("甲.yaml", text, lines, keys));
  };
  const fixed = (text: string) => slips(text).map(({ message, fix }) => [message, fix !== undefined]);

  it("takes the fixes of the others, but not of what is no indentation", () => {
    expect(fixed("甲：\n\t乙: 1\n")).toEqual([
      ["这里用了全角冒号“：”", true],
      ["这一行用制表符(Tab)缩进", true],
    ]);
    // a tab as deep as 戊, or deeper than 己
    expect(fixed("甲：\n\t乙: 1\n丙:\n  戊:\n    己:\n\t庚: 1\n")).toEqual([
      ["这里用了全角冒号“：”", true],
      ["这一行用制表符(Tab)缩进", false],
      ["这一行用制表符(Tab)缩进", false],
    ]);
  });

  it("is asked of the kind", () => {
    const yes = ["indent-character", "indent-level", "tab-indent", "text-indented-with-tab"] as const;
    const no = ["text-not-indented", "indent-beside-others", "indent-below-value", "full-width-colon"] as const;
    expect(yes.map((kind) => isIndentationSlip({ kind }))).toEqual([true, true, true, true]);
    expect(no.map((kind) => isIndentationSlip({ kind }))).toEqual([false, false, false, false]);
  });
});
