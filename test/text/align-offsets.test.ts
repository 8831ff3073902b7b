import { expect, it } from "vitest";
import { alignOffsets } from "../../src/text/align-offsets.js";

it("gives each character its own place when nothing stands between", () => {
  expect(alignOffsets("产教融合", "产教融合")).toEqual([0, 1, 2, 3]);
});

it.each([
  ["bold stars", "重点工作", "**重点**工作", [2, 3, 6, 7]],
  ["line breaks and indents", "甲乙丙", "|\n  甲\n  乙丙", [4, 8, 9]],
  ["quotes and escapes", '甲"乙', '"甲\\"乙"', [1, 3, 4]],
  ["repeated characters", "一一二", "一 一二", [0, 2, 3]],
  ["surrogate pairs", "𠮷家", "**𠮷**家", [2, 3, 6]],
])("passes over %s", (_, text, source, places) => {
  expect(alignOffsets(text, source)).toEqual(places);
});

it("puts a space where the next character may stand", () => {
  expect(alignOffsets("a b", "a\n   b")).toEqual([0, 1, 5]);
});

it("goes on after a character the source does not have", () => {
  expect(alignOffsets("甲X乙", "甲乙")).toEqual([0, 1, 1]);
});

it("never leaves the source nor runs backwards", () => {
  const source = "短";
  const places = alignOffsets("完全不同的文字短", source);
  expect(places).toHaveLength(8);
  expect(places.every((place, index) => place <= source.length && place >= (places[index - 1] ?? 0))).toBe(true);
});

it("is not led astray by the same character far off", () => {
  const source = `甲${"空".repeat(200)}乙`;
  expect(alignOffsets("甲乙空", source)).toEqual([0, 1, 1]);
});
