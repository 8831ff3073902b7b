import { describe, expect, it } from "vitest";
import type { Position } from "../../../src/model/place.js";
import { codeFrame } from "../../../src/report/diagnostics/code-frame.js";
import { displayWidth } from "../../../src/text/display-width.js";

const plain = (text: string) => text;
const look = { width: 100, gutter: plain, caret: plain };

/** The frame of what stands between ⟦ and ⟧ in a text. */
function framed(marked: string, width = 100): string[] {
  const text = marked.replace(/[⟦⟧]/gu, "");
  const position = (offset: number): Position => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1) as string).length + 1, offset };
  };
  const start = marked.indexOf("⟦");
  return codeFrame(
    text.split(/\r?\n/u),
    { start: position(start), end: position(marked.indexOf("⟧") - 1) },
    { ...look, width },
  );
}

/** What the marks of a frame stand under, by columns counted from the rule. */
function underlined([shown = "", marks = ""]: string[]): string {
  const bodies = [shown, marks].map((line) => line.slice(line.indexOf("│") + 2));
  const [from, to] = [bodies[1]?.indexOf("^") ?? 0, bodies[1]?.length ?? 0];
  let column = 0;
  let found = "";
  for (const { segment } of new Intl.Segmenter().segment(bodies[0] as string)) {
    if (column >= from && column < to) found += segment;
    column += displayWidth(segment);
  }
  return found;
}

describe("marks stand right under what they mean", () => {
  it.each([
    ["推荐市州: ⟦长沙县⟧", "长沙县"],
    ["名称: （全角）⟦Ａ１⟧，后", "Ａ１"],
    ["\t键:\t⟦值⟧", "值"],
    ["e\u0301e\u0301: ⟦o\u0302字⟧尾", "o\u0302字"],
    ["👩🏽‍🔬👨‍👩‍👧🇨🇳: ⟦字⟧", "字"],
    ["𠮷𠮷: ⟦𠮷⟧字", "𠮷"],
    ["☎️ ✔️: ⟦值⟧", "值"],
    ["\u200b\ufeff零: ⟦宽⟧", "宽"],
    ["か\u3099: ⟦字⟧", "字"],
    ["\u001b[31m: ⟦红⟧", "红"],
    ["\u202e: ⟦反⟧", "反"],
  ])("%j", (marked, expected) => {
    expect(underlined(framed(marked))).toBe(expected);
  });

  it.each([
    ["中文内容".repeat(40), "后续".repeat(60)],
    ["x".repeat(300), "y".repeat(300)],
    ["👨‍👩‍👧e\u0301".repeat(40), "\t".repeat(30)],
  ])("in the middle of a long line, within the width", (before, after) => {
    for (const width of [20, 60, 100, 237]) {
      const frame = framed(`${before}⟦目标⟧${after}`, width);
      expect(underlined(frame)).toBe("目标");
      for (const line of frame) expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, 50));
    }
  });
});

it("has one mark for a place without length, also at the end of a line", () => {
  expect(framed("a: [1, 2⟦⟧")).toEqual(["    1 │ a: [1, 2", "      │         ^"]);
  expect(framed("⟦⟧")).toEqual(["    1 │ ", "      │ ^"]);
});

it("shows both lines of a range over two, and the line before", () => {
  expect(framed("# 说明\n名称: ⟦“甲\n  乙⟧”")).toEqual([
    "    1 │ # 说明",
    "    2 │ 名称: “甲",
    "      │       ^^^",
    "    3 │   乙”",
    "      │   ^^",
  ]);
});

it("shows the one line between first and last", () => {
  expect(framed("⟦a:\n  b: 1\n  c: 2⟧")).toEqual([
    "    1 │ a:",
    "      │ ^^",
    "    2 │   b: 1",
    "    3 │   c: 2",
    "      │   ^^^^",
  ]);
});

it("counts the lines between when there are more: six lines at most", () => {
  expect(framed("x: 1\r\n建设规划: ⟦|\r\n  一\r\n  二\r\n  三\r\n  四四⟧\r\n")).toEqual([
    "    1 │ x: 1",
    "    2 │ 建设规划: |",
    "      │           ^",
    "      │ … 中间 3 行",
    "    6 │   四四",
    "      │   ^^^^",
  ]);
});

it("shows the end of a last line that is long", () => {
  const frame = framed(`a: ⟦一\n  ${"长".repeat(200)}尾⟧巴\n`);
  expect(frame[2]).toMatch(/长尾巴$/u);
  expect(underlined(frame.slice(2))).toMatch(/长尾$/u);
});

it("ends with the line above when the range ends before a line's first character", () => {
  expect(framed("⟦a: 1\n⟧b: 2")).toEqual(["    1 │ a: 1", "      │ ^^^^"]);
});

it("is quick with a line as long as a file", () => {
  const text = "字".repeat(4_000_000);
  const at = (offset: number) => ({ line: 1, column: offset + 1, offset });
  const begun = performance.now();
  codeFrame(text.split(/\r?\n/u), { start: at(2_000_000), end: at(4_000_000) }, look);
  expect(performance.now() - begun).toBeLessThan(1000);
});
