import { describe, expect, it } from "vitest";
import { clipToWidth, displayWidth, padToWidth } from "../../src/text/display-width.js";

it.each([
  ["", 0],
  ["abc", 3],
  ["中文", 4],
  ["中a文", 5],
  ["（）：", 6],
  ["Ａ１", 4],
  ["😀", 2],
  ["𠮷", 2],
  ["e\u0301", 1],
])("columns of %j", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

describe("pad", () => {
  it("aligns Chinese and Latin", () => {
    expect([padToWidth("中", 4), padToWidth("ab", 4)]).toEqual(["中  ", "ab  "]);
    expect(displayWidth(padToWidth("中a", 8))).toBe(8);
  });

  it("leaves a longer text alone", () => {
    expect(padToWidth("中文字", 4)).toBe("中文字");
  });
});

describe("clip", () => {
  it.each([
    ["中文字", 6, "中文字"],
    ["中文字", 5, "中文"],
    ["中文字", 1, ""],
    ["abc", 0, ""],
    ["ab中", 3, "ab"],
    ["𠮷𠮷", 3, "𠮷"],
    ["e\u0301x", 1, "e\u0301"],
  ])("%j in %i columns", (text, width, expected) => {
    expect(clipToWidth(text, width)).toBe(expected);
  });
});
