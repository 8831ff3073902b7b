import { describe, expect, it } from "vitest";
import type { Source } from "../../src/model/document.js";
import type { TextRange } from "../../src/model/place.js";
import { readYaml } from "../support/read-yaml.js";

function source(text: string): Source {
  const { source, problems } = readYaml("甲.yaml", text);
  expect(problems).toEqual([]);
  if (!source) throw new Error("no source");
  return source;
}

/** The characters a range covers, once line and column are seen to agree with the offset. */
function covered(text: string, { start, end }: TextRange): string {
  for (const { line, column, offset } of [start, end]) {
    const before = text.slice(0, offset).split("\n");
    expect([line, column]).toEqual([before.length, (before.at(-1) as string).length + 1]);
  }
  return text.slice(start.offset, end.offset);
}

function value(text: string, pointer: string): string {
  return covered(text, source(text).locate(pointer));
}

function key(text: string, pointer: string): string {
  return covered(text, source(text).locate(pointer, "key"));
}

describe("locate", () => {
  const block = [
    "# 说明",
    "名称: 长沙联合体   # 注",
    "成员:",
    "  企业: [甲公司, 乙公司]",
    "  学校:",
    "    - 丙学院",
    "    - '丁学院'",
    "经费: {2023: 1.5, 2024: 20}",
    "电话:",
    "",
  ].join("\n");

  it.each([
    ["/名称", "名称", "长沙联合体"],
    ["/成员/企业", "企业", "[甲公司, 乙公司]"],
    ["/成员/企业/1", "乙公司", "乙公司"],
    ["/成员/学校/0", "丙学院", "丙学院"],
    ["/成员/学校/1", "'丁学院'", "'丁学院'"],
    ["/经费/2023", "2023", "1.5"],
    ["/经费/2024", "2024", "20"],
  ])("%s", (pointer, itsKey, itsValue) => {
    expect([key(block, pointer), value(block, pointer)]).toEqual([itsKey, itsValue]);
  });

  it("covers a field with parts from its first to its last", () => {
    expect(value(block, "/成员")).toBe("企业: [甲公司, 乙公司]\n  学校:\n    - 丙学院\n    - '丁学院'");
  });

  it("points at the key of a field without a value", () => {
    expect(value(block, "/电话")).toBe("电话");
  });

  it("points at the first key for the document as a whole", () => {
    expect(key(block, "")).toBe("名称");
  });

  it("points at the key of what holds a missing field", () => {
    expect(value(block, "/经费/2025")).toBe("经费");
    expect(value(block, "/成员/机构/单位")).toBe("成员");
    expect(value(block, "/没有")).toBe("名称");
  });

  it("does not take a field of the same name for a missing one", () => {
    const text = "概况:\n  负责人: 甲\n  面积: 3\n";
    expect(value(text, "/概况/秘书处/负责人")).toBe("概况");
  });

  it("passes over the step a short form leaves out", () => {
    expect(value(block, "/成员/学校/单位/1")).toBe("'丁学院'");
    expect(value(block, "/成员/学校/单位")).toContain("丙学院");
    expect(value("产业: 工程机械\n", "/产业/情况")).toBe("工程机械");
  });

  it("follows an alias to what it stands for", () => {
    const text = "甲: &共用 {人: 3}\n乙: *共用\n";
    expect(value(text, "/乙/人")).toBe("3");
    expect(value(text, "/乙")).toBe("*共用");
  });

  it("finds quoted keys and keys with a slash or a tilde", () => {
    const text = "\"1.2\": 甲\n'a/b': 乙\na~b: 丙\n";
    expect([value(text, "/1.2"), value(text, "/a~1b"), value(text, "/a~0b")]).toEqual(["甲", "乙", "丙"]);
    expect(key(text, "/1.2")).toBe('"1.2"');
  });

  it("keeps its place with Windows line ends", () => {
    const text = "名称: 甲\r\n成员:\r\n  - 乙\r\n  - 丙\r\n";
    expect([value(text, "/名称"), value(text, "/成员/1")]).toEqual(["甲", "丙"]);
  });

  it("has a place even in an empty text", () => {
    for (const text of ["", "\n", "# 注\n", "文字", "- 甲"])
      expect(readYaml("甲.yaml", text).source?.locate("/名称/下").start.line).toBe(1);
  });
});

describe("locateText starts at the character and ends with the field", () => {
  it.each([
    ["a plain scalar", "情况: 一二三四五\n下: 1\n"],
    ["a plain scalar of several lines", "情况: 一二\n  三四\n  五\n下: 1\n"],
    ["a block kept as typed", "情况: |\n  一二\n\n  三四\n  五\n下: 1\n"],
    ["a block with a remark behind the bar", "情况: | # 不超过四字;一二三四\n  一二三四五\n下: 1\n"],
    ["a folded block", "情况: >\n  一二\n  三四\n  五\n下: 1\n"],
    ["a folded block without last break", "情况: >-\n  一二\n  三四五\n下: 1\n"],
    ["single quotes", "情况: '一二''三四五'\n下: 1\n"],
    ["double quotes", '情况: "一\\"二三四五"\n下: 1\n'],
    ["double quotes of several lines", '情况: "一二\n  三四\n  五"\n下: 1\n'],
    ["an escaped line break", '情况: "一二\\n三四五"\n下: 1\n'],
    ["an escaped character", '情况: "一\\u4e8c三四五"\n下: 1\n'],
    ["a block with Windows line ends", "情况: |\r\n  一二\r\n  三四\r\n  五\r\n下: 1\r\n"],
  ])("%s", (_, text) => {
    const read = source(text);
    const printed = (read.data as { 情况: string }).情况.trimEnd();
    expect(printed.replace(/[\s'"]/gu, "")).toBe("一二三四五");
    const range = read.locateText("/情况", printed, printed.indexOf("四"));
    expect(range.start.offset).toBe(text.lastIndexOf("四")); // a remark holds it too: the one in the text is meant
    expect(covered(text, range)).toMatch(/五['"]?$/u);
  });

  it("passes over markup that is not printed", () => {
    const text = "情况: |\n  **一**二\n  - 三**四**五\n";
    expect(covered(text, source(text).locateText("/情况", "一二\n三四五", 4))).toBe("四**五");
  });

  it("counts right when the same character fills the text", () => {
    const text = `情况: | # 不超过 200 字\n  ${"字".repeat(210)}\n`;
    expect(covered(text, source(text).locateText("/情况", "字".repeat(210), 200))).toBe("字".repeat(10));
  });

  it("finds its way past a long remark", () => {
    const text = `情况: | # ${"说明".repeat(80)}\n  一二三四五\n`;
    expect(covered(text, source(text).locateText("/情况", "一二三四五", 3))).toBe("四五");
  });
});

describe("folded lines", () => {
  it.each([
    ["Chinese is joined without a space", "甲: 产教\n  融合\n", "产教融合"],
    ["Chinese punctuation too", "甲: 产教，\n  融合\n", "产教，融合"],
    ["Latin words keep their space", "甲: New\n  Engineering\n", "New Engineering"],
    ["a Latin word beside Chinese keeps it", "甲: 建设\n  AI\n", "建设 AI"],
    ["a space typed between Chinese stays", "甲: 产教 融合\n  共同 体\n", "产教 融合共同 体"],
    ["in a folded block", "甲: >-\n  产教\n  融合\n\n  另段\n", "产教融合\n另段"],
    ["in double quotes", '甲: "产教\n  融合"\n', "产教融合"],
    ["in single quotes", "甲: '产教\n  融合'\n", "产教融合"],
    ["with Windows line ends", "甲: 产教\r\n  融合\r\n", "产教融合"],
    ["a block kept as typed keeps its breaks", "甲: |-\n  产教\n  融合\n", "产教\n融合"],
  ])("%s", (_, text, expected) => {
    expect(source(text).data).toEqual({ 甲: expected });
  });
});

describe("keys that are not plain words", () => {
  it("reads years as keys", () => {
    expect(source('2023: 1\n"2024": 2\n').data).toEqual({ 2023: 1, 2024: 2 });
  });

  it("reads the names of JavaScript's own as any other", () => {
    const { data } = source("__proto__:\n  管理员: true\nconstructor: 1\n");
    expect(Object.keys(data as object)).toEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>).管理员).toBeUndefined();
  });
});
