import { describe, expect, it } from "vitest";
import { clip, columns, glyphs, pad } from "../../src/text/width.js";

// How many terminal columns a text takes, at the edges of the ranges of plain characters.

it.each([
  ["", 0],
  ["a", 1],
  ["甲", 2],
  ["\u02ff", 1],
  ["\u0300", 0],
  ["e\u0301", 1],
  ["甲\u0301", 2],
  ["\u33ff", 2],
  ["\u3400", 2],
  ["\u9fff", 2],
  ["\ua000", 2],
  ["ｱ", 1],
  ["Ａ", 2],
  ["한", 2],
  ["\u1112\u1161\u11ab", 2],
  ["👍🏽", 2],
  ["👨‍👩‍👧", 2],
  ["☺", 1],
  ["☺\ufe0f", 2],
  ["a\u200b", 1],
  ["\u00ad", 1],
  ["\u200d", 0],
  ["a\u200d甲", 3],
])("%j takes %d", (text, width) => {
  expect(columns(text)).toBe(width);
});

it.each([
  ["a甲", ["a", "甲"]],
  ["e\u0301x", ["e\u0301", "x"]],
  ["👨‍👩‍👧甲", ["👨‍👩‍👧", "甲"]],
  ["☺\ufe0f甲", ["☺\ufe0f", "甲"]],
  ["\u0301a", ["\u0301", "a"]],
])("%j is made of %j", (text, parts) => {
  expect(glyphs(text).map((glyph) => glyph.text)).toEqual(parts);
});

describe("pad", () => {
  it.each([
    ["甲", 1, "甲"],
    ["甲", 2, "甲"],
    ["甲", 3, "甲 "],
    ["ab", 4, "ab  "],
    ["", 2, "  "],
  ])("%j to %d", (text, width, padded) => {
    expect(pad(text, width)).toBe(padded);
  });
});

describe("clip", () => {
  it.each([
    ["甲乙", 4, "甲乙"],
    ["甲乙", 3, "甲"],
    ["甲乙", 2, "甲"],
    ["甲乙", 1, ""],
    ["甲乙", 0, ""],
    ["ab", 2, "ab"],
    ["abc", 2, "ab"],
    ["e\u0301a", 1, "e\u0301"],
    ["", 0, ""],
  ])("%j to %d", (text, width, clipped) => {
    expect(clip(text, width)).toBe(clipped);
  });
});
