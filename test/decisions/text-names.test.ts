import { describe, expect, it } from "vitest";
import { closestMatches, didYouMean } from "../../src/text/did-you-mean.js";
import { fold } from "../../src/text/fold.js";
import { formatNumber, formatWithUnit, toHundredths } from "../../src/text/format-values.js";
import { toHalfWidth } from "../../src/text/half-width.js";
import { joinPointer, splitPointer, valueAt, valueOfKey } from "../../src/text/json-pointer.js";
import { shellQuote } from "../../src/text/shell-quote.js";
import { tagOf } from "../../src/text/template-tag.js";
import { truncate } from "../../src/text/truncate.js";

// Names: which are the same, which are near, how they are shortened, shellQuote and pointed to.

it.each([
  ["甲乙", "甲乙"],
  ["abc1", "abc1"],
  ["ABC", "abc"],
  ["ＡＢＣ", "abc"],
  ["甲 乙\t丙\n丁　戊", "甲乙丙丁戊"],
  ["“甲”‘乙’「丙」\"丁'", "甲乙丙丁"],
  ["约翰·史•密・斯", "约翰史密斯"],
  ["（长沙）", "(长沙)"],
  ["甲-乙", "甲-乙"],
  ["一\u4dff\u9fff", "一\u4dff\u9fff"],
  ["甲Z", "甲z"],
])("fold(%j) is %j", (name, folded) => {
  expect(fold(name)).toBe(folded);
});

it.each([
  ["！", "!"],
  ["～", "~"],
  ["Ａ０：", "A0:"],
  ["\uff00", "\uff00"],
  ["\uff5f", "\uff5f"],
  ["甲　乙\u00a0丙", "甲 乙 丙"],
  ["²①", "²①"],
])("halfWidth(%j) is %j", (text, half) => {
  expect(toHalfWidth(text)).toBe(half);
});

describe("nearest", () => {
  it.each([
    ["half differs", "abcd", ["abxx"], ["abxx"]],
    ["more than half differs", "abcd", ["axxx"], []],
    ["two at most", "abcd", ["abcx", "abxx", "abyx"], ["abcx", "abxx"]],
    ["the closest first", "abcd", ["abxx", "abcx"], ["abcx", "abxx"]],
    ["a quarter differs, and another is near", "abcd", ["abcx", "abcy"], ["abcx", "abcy"]],
    ["less than a quarter differs", "abcde", ["abcdx", "abcdy"], ["abcdx"]],
    ["the same but for width and spaces", "ＡＢ cd", ["abcd", "abce"], ["abcd"]],
    ["longer than the candidate", "abcdef", ["abc"], ["abc"]],
    ["much longer than the candidate", "abcdefg", ["abc"], []],
    ["the same but for spaces in the candidate", "abcd", ["a b c d"], ["a b c d"]],
    ["more than half differs, spaces aside", "a b c d", ["axxx"], []],
    ["more than half differs, those in the candidate aside", "abcd", ["a x x x"], []],
    ["nothing but what is left aside", "·", ["「」"], ["「」"]],
    ["nothing typed", "", ["a"], []],
    ["nothing to choose from", "a", [], []],
  ])("%s: %s of %j", (_, typed, candidates, expected) => {
    expect(closestMatches(typed, candidates)).toEqual(expected);
  });

  it("is asked about only when there is one", () => {
    expect(didYouMean([])).toBeUndefined();
    expect(didYouMean(["甲"])).toBe("是不是要写“甲”?");
    expect(didYouMean(["甲", "乙"])).toBe("是不是要写“甲”或“乙”?");
  });
});

it.each([
  ["abcdefghij", 10, "abcdefghij"],
  ["abcdefghijk", 10, "abcd…hijk"],
  ["abcdefghijk", 9, "abcd…hijk"],
  ["abcdefghijk", 11, "abcdefghijk"],
  ["abcd", 3, "a…d"],
  ["abc", 3, "abc"],
  // a surrogate pair is never cut in half
  ["𠮷𠮷𠮷𠮷", 5, "𠮷…𠮷"],
  ["𠮷𠮷𠮷𠮷", 7, "𠮷…𠮷"],
  ["𠮷𠮷𠮷𠮷", 8, "𠮷𠮷𠮷𠮷"],
  ["甲乙丙丁", 3, "甲…丁"],
  ["甲乙丙丁", 2, "…"],
  ["甲乙丙丁", 1, "…"],
  ["甲乙丙丁", 0, "…"],
])("shorten(%j, %d) is %j", (text, most, short) => {
  expect(truncate(text, most)).toBe(short);
});

it.each([
  ["甲.yaml", "甲.yaml"],
  ["甲 乙.yaml", '"甲 乙.yaml"'],
  ["甲\t.yaml", '"甲\t.yaml"'],
])("%j is typed as %j", (file, typed) => {
  expect(shellQuote(file)).toBe(typed);
});

it.each([
  ["/甲/乙", "甲.乙"],
  ["/任务/*/内容", "任务.内容"],
  ["/任务/*", "任务"],
  ["/任务/*/名单/*/名称", "任务.名单.名称"],
  ["/任务/*甲", "任务.*甲"],
  ["/任务*/甲", "任务*.甲"],
])("the tag of %s is %s", (pointer, tag) => {
  expect(tagOf(pointer)).toBe(tag);
});

describe("pointers", () => {
  it.each([
    ["a~b", "/a~0b"],
    ["a/b", "/a~1b"],
    ["~1", "/~01"],
    ["~/", "/~0~1"],
    ["", "/"],
    ["甲", "/甲"],
  ])("%j is written %j, and read back", (key, pointer) => {
    expect(joinPointer("", key)).toBe(pointer);
    expect(splitPointer(pointer)).toEqual([key]);
  });

  it("take the number of an entry", () => {
    expect(joinPointer("/甲", 0)).toBe("/甲/0");
  });

  it("are split correctly even when the cache has been cleared", () => {
    const pointers = Array.from({ length: 9000 }, (_, index) => `/项${index}/~1`);
    for (const pointer of [...pointers, ...pointers.slice(0, 10)])
      expect(splitPointer(pointer)).toEqual([pointer.split("/")[1], "/"]);
  });

  it.each([
    [{ 甲: 1 }, "甲", 1],
    [{ 甲: 0 }, "甲", 0],
    [["a"], "0", "a"],
    [["a"], "1", undefined],
    [["a"], "map", undefined],
    [{}, "toString", undefined],
    [{}, "__proto__", undefined],
    [JSON.parse('{"__proto__": 1}'), "__proto__", 1],
    [null, "a", undefined],
    ["text", "0", undefined],
    ["text", "length", undefined],
    [undefined, "a", undefined],
  ])("%j has below %s: %j", (value, key, part) => {
    expect(valueOfKey(value, key)).toEqual(part);
    expect(valueAt(value, `/${key}`)).toEqual(part);
  });
});

it.each([
  [0, undefined, "0"],
  [12, "", "12"],
  [95.5, "%", "95.5%"],
  [3, "个", "3 个"],
  [0.1 + 0.2, "万元", "0.3 万元"],
  [19.99 * 3, "万元", "59.97 万元"],
  [123_456_789_012.345, "元", "123456789012.345 元"],
  [-1.5, undefined, "-1.5"],
])("withUnit(%d, %s) is %j", (value, unit, text) => {
  expect(formatWithUnit(value, unit)).toBe(text);
  expect(text).toContain(formatNumber(value));
});

it.each([
  [0.004, 0],
  [0.005, 1],
  [1.15, 115],
  [500.49, 50049],
])("%d in toHundredths is %d", (value, whole) => {
  expect(toHundredths(value)).toBe(whole);
});
