import { describe, expect, it } from "vitest";
import { codeFrame } from "../../src/report/diagnostics/code-frame.js";
import { pretty } from "../../src/report/diagnostics/pretty.js";
import { plain } from "../support/filings.js";
import { finding, lettered, range, reportOf } from "../support/report.js";

// The source lines shown for a finding and the marks under them: one line, several, long lines, wide characters.

const same = (text: string) => text;

/** The frame's bodies: without the line numbers and the rule. */
function frame(text: string, at: ReturnType<typeof range>, width = 100): string[] {
  return codeFrame(text.split(/\r?\n/u), at, { width, gutter: same, caret: same }).map((line) =>
    line.replace(/^ *(\d*) *│ ?/u, "$1|"),
  );
}

describe("a range within a line", () => {
  it.each<[string, string, ReturnType<typeof range>, string[]]>([
    ["at its beginning", "abc", range(1, 1, 1, 2), ["1|abc", "|^"]],
    ["in its middle", "abc", range(1, 2, 1, 3), ["1|abc", "| ^"]],
    ["at its end", "abc", range(1, 3, 1, 4), ["1|abc", "|  ^"]],
    ["behind its end", "abc", range(1, 4, 1, 4), ["1|abc", "|   ^"]],
    ["of nothing", "abc", range(1, 2, 1, 2), ["1|abc", "| ^"]],
    ["of several characters", "abcd", range(1, 2, 1, 4), ["1|abcd", "| ^^"]],
    ["of wide characters", "甲乙丙", range(1, 2, 1, 3), ["1|甲乙丙", "|  ^^"]],
    ["behind wide characters", "甲乙a", range(1, 3, 1, 4), ["1|甲乙a", "|    ^"]],
    ["of a pair", "a𠮷b", range(1, 2, 1, 4), ["1|a𠮷b", "| ^^"]],
    ["behind a tab", "\ta", range(1, 2, 1, 3), ["1|    a", "|    ^"]],
    ["behind a character and a tab", "a\tb", range(1, 3, 1, 4), ["1|a   b", "|    ^"]],
    ["of what cannot be seen", "a\u001bb", range(1, 2, 1, 3), ["1|a␛b", "| ^"]],
    ["behind what is spelled out", "\u202ea", range(1, 2, 1, 3), ["1|<U+202E>a", "|        ^"]],
    ["of an empty line", "", range(1, 1, 1, 1), ["1|", "|^"]],
    ["of a line that is not there", "a", range(3, 1, 3, 1), ["3|", "|^"]],
    ["below another line", "x\nab", range(2, 1, 2, 2), ["1|x", "2|ab", "|^"]],
    ["below a blank line", "  \nab", range(2, 1, 2, 2), ["2|ab", "|^"]],
    ["with Windows' line ends", "x\r\nab", range(2, 1, 2, 2), ["1|x", "2|ab", "|^"]],
  ])("%s", (_, text, at, expected) => {
    expect(frame(text, at)).toEqual(expected);
  });
});

describe("a range over lines", () => {
  const text = "零\n一一\n  二二\n三三\n四四\n五五";

  it.each<[string, ReturnType<typeof range>, string[]]>([
    ["two", range(2, 2, 3, 4), ["1|零", "2|一一", "|  ^^", "3|  二二", "|  ^^"]],
    ["three", range(2, 1, 4, 2), ["1|零", "2|一一", "|^^^^", "3|  二二", "4|三三", "|^^"]],
    ["four", range(2, 1, 5, 3), ["1|零", "2|一一", "|^^^^", "|… 中间 2 行", "5|四四", "|^^^^"]],
    ["five", range(2, 1, 6, 2), ["1|零", "2|一一", "|^^^^", "|… 中间 3 行", "6|五五", "|^^"]],
    ["to the end of a line", range(2, 1, 3, 1), ["1|零", "2|一一", "|^^^^"]],
    ["to the end of a line below", range(2, 2, 4, 1), ["1|零", "2|一一", "|  ^^", "3|  二二", "|  ^^^^"]],
    ["that ends within the indent", range(2, 1, 3, 2), ["1|零", "2|一一", "|^^^^", "3|  二二", "|  ^^"]],
  ])("%s", (_, at, expected) => {
    expect(frame(text, at)).toEqual(expected);
  });
});

describe("a line longer than there is room", () => {
  // a width of 60 leaves 50 columns
  it.each<[string, number, string]>([
    ["just as long", 50, "a".repeat(50)],
    ["longer by one", 51, `${"a".repeat(49)}…`],
  ])("%s", (_, length, shown) => {
    expect(frame("a".repeat(length), range(1, 1, 1, 2), 60)[0]).toBe(`1|${shown}`);
  });

  it.each([
    [20, 40],
    [50, 40],
    [51, 41],
    [100, 90],
  ])("in a terminal of %d columns shows %d", (width, room) => {
    const [shown = ""] = frame("a".repeat(500), range(1, 1, 1, 2), width);
    expect(shown.length - 2).toBe(room);
  });

  it("shows what stands around the beginning of the range", () => {
    const text = `${"a".repeat(100)}XY${"b".repeat(100)}`;
    const [shown = "", marks = ""] = frame(text, range(1, 101, 1, 103), 60);
    expect(shown).toBe(`1|…${"a".repeat(25)}XY${"b".repeat(21)}…`);
    expect(marks).toBe(`|${" ".repeat(26)}^^`);
  });

  it("shows the end of a range that ends there", () => {
    const text = `甲\n${"a".repeat(100)}Z${"b".repeat(100)}`;
    const [, , shown = "", marks = ""] = frame(text, range(1, 1, 2, 102), 60);
    expect(shown).toBe(`2|…${"a".repeat(37)}Z${"b".repeat(10)}…`);
    expect(marks).toBe(`| ${"^".repeat(38)}`);
  });

  it("marks no more than is shown", () => {
    const [shown = "", marks = ""] = frame("a".repeat(500), range(1, 1, 1, 400), 60);
    expect(marks.length).toBe(shown.length - 2);
  });

  it("never shows half of a wide character", () => {
    const [shown = ""] = frame("甲".repeat(100), range(1, 50, 1, 51), 61);
    expect(shown).toMatch(/^1\|…甲+…$/u);
    expect(shown.length - 4).toBe(24);
  });
});

describe("for a person", () => {
  const text = "甲: 1\n乙: 2\n";
  const show = (findings: ReturnType<typeof finding>[], over = {}) =>
    pretty(reportOf(findings, { texts: new Map([["甲.yaml", text]]), ...over }), { paint: lettered, width: 80 });

  it.each([
    [30, true],
    [31, false],
  ])("%d findings of a file: each with its lines: %s", (number, framed) => {
    const out = show(Array.from({ length: number }, () => finding({ place: range(2) })));
    expect(out.includes("│")).toBe(framed);
    expect(out.match(/word-limit/gu)).toHaveLength(number);
  });

  it("colours by severity, and says what there is to say", () => {
    const other = { file: "乙\u001b.yaml", place: range(3, 4), message: "那里\u202e" };
    const out = show([
      finding({ severity: "warning", place: range(2, 4), hint: "这样\u001b改", clause: "第1条", related: [other] }),
    ]);
    expect(out).toContain("b(甲.yaml:2:4)  y(警告)  d(word-limit)  说明\n");
    expect(out).toContain("y(^)");
    expect(out).toContain("   g(办法):这样␛改\n   c(另见):乙␛.yaml:3:4  那里<U+202E>\nd(   依据:第1条)\n");
    expect(show([finding()])).toContain("r(错误)");
    expect(show([finding()])).not.toMatch(/办法|另见|依据/u);
  });

  it.each<[string, Parameters<typeof reportOf>[1], string, boolean]>([
    ["one that could not be checked", { files: ["甲.yaml", "乙.yaml"], documents: [] }, "另有 2 份没能检查", true],
    ["all checked", {}, "没能检查", false],
    ["some waived", { waived: 1, waivers: "ptc-waivers.yaml" }, "另有 1 个问题已豁免", true],
    ["none waived", { waived: 0 }, "已豁免", false],
    ["a draft", { remaining: new Map([["甲.yaml", 1]]) }, "草稿 甲.yaml:还有 1 项没有填写", true],
    ["a draft that is full", { remaining: new Map([["甲.yaml", 0]]) }, "草稿", false],
    ["five drafts", { remaining: new Map([..."一二三四五"].map((name) => [name, 1])) }, "草稿 五:", true],
    [
      "six drafts",
      { remaining: new Map([..."一二三四五六"].map((name) => [name, 2])) },
      "6 份草稿:一共还有 12 项",
      true,
    ],
    [
      "six drafts, one of them full",
      { remaining: new Map([..."一二三四五六"].map((name, at) => [name, at])) },
      "草稿 六:还有 5 项",
      true,
    ],
  ])("closes with %s", (_, over, sentence, said) => {
    expect(show([finding()], over).includes(sentence)).toBe(said);
  });

  it("closes with the counts, and how many can be mended", () => {
    expect(show([])).toBe("检查了 0 份文件:g(没有发现问题)\n");
    expect(show([finding(), finding({ severity: "warning" })])).toMatch(
      /检查了 1 份文件:r\(1 个错误\),y\(1 个警告\)\n$/u,
    );
    expect(show([finding({ severity: "warning" })])).toMatch(/r\(0 个错误\),y\(1 个警告\)\n$/u);
    const fix = { title: "改", edits: [] };
    expect(show([finding({ fix }), finding()])).toContain("其中 1 处可以自动改");
    expect(show([finding()])).not.toContain("自动改");
  });

  it("shows a finding of a text that is gone without lines", () => {
    expect(pretty(reportOf([finding()]), { paint: plain, width: 80 })).toMatch(
      /^甲\.yaml:1:1 {2}错误 {2}word-limit {2}说明\n\n检查/u,
    );
  });
});
