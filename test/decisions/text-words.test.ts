import { describe, expect, it } from "vitest";
import { countWords, isEastAsian, overflowAt } from "../../src/text/word-count.js";

// 字数 as Word counts it, at the edges of the ranges of characters that count one each.

it.each([
  ["", 0],
  [" \n\t　", 0],
  ["甲", 1],
  ["甲 乙", 2],
  ["甲　乙", 2],
  ["abc", 1],
  ["abc def", 2],
  ["abc\ndef", 2],
  ["abc\tdef", 2],
  ["abc\r\ndef", 2],
  ["abc\u00a0def", 2],
  ["甲abc乙", 3],
  ["甲abc乙abc", 4],
  ["3.5%", 1],
  ["a~b", 1],
  ["naïve", 1],
  ["a\u007fb", 1],
  ["１２", 2],
  ["𠮷𠮷", 2],
  ["，。、", 3],
  ["“甲”", 3],
  ["……", 2],
  ["a—b", 3],
  ["a→b", 3],
  // invisible characters neither count nor end a word
  ["a\u200bb", 1],
  ["a\u2060b c", 2],
  ["甲\ufe0f", 1],
  ["\u200b", 0],
])("%j counts %d", (text, words) => {
  expect(countWords(text)).toBe(words);
});

it.each([
  ["\u00a6", false],
  ["\u00a7", true],
  ["\u2014", true],
  ["\u2012", false],
  ["\u2160", true],
  ["\u217f", true],
  ["\u2180", false],
  ["\u2190", true],
  ["\u2199", true],
  ["\u219a", false],
  ["\u2460", true],
  ["\u249b", true],
  ["\u3000", true],
  ["\u3001", true],
  ["\u303e", true],
  ["\u4dc0", true],
  ["\u4e00", true],
  ["\u9fff", true],
  ["\uff01", true],
  ["\uff60", true],
  ["\uff61", false],
  ["\ua4d0", false],
  ["Ω", false],
  ["é", false],
])("%j by itself: %s", (char, alone) => {
  expect(isEastAsian(char)).toBe(alone);
  // two of them side by side count two, or one word
  if (char !== "\u3000") expect(countWords(char + char)).toBe(alone ? 2 : 1);
});

describe("where a text exceeds its limit", () => {
  it.each([
    ["甲乙丙", 2, 2],
    ["甲乙丙", 3, -1],
    ["甲乙丙", 4, -1],
    ["甲abc def", 1, 1],
    ["甲abc def", 2, 5],
    ["甲abc def", 3, -1],
    ["甲 \n乙", 1, 3],
    ["𠮷𠮷", 1, 2],
    ["a\u200bb 甲", 1, 4],
    ["abc", 0, 0],
    ["", 0, -1],
    ["甲乙丙丁", 1, 1],
  ])("%j over %d is at %d", (text, limit, at) => {
    expect(overflowAt(text, limit)).toBe(at);
  });
});
