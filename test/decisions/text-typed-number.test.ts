import { describe, expect, it } from "vitest";
import { digitsFromChinese } from "../../src/text/chinese-number.js";
import { parseTypedNumber } from "../../src/text/parse-typed-number.js";

// Which typed figures are accepted, and the number each one means; undefined when it is not accepted.

describe("digits", () => {
  it.each([
    // groups of three, no more and no fewer
    ["1,234", "人", "1234"],
    ["1,234,567", "人", "1234567"],
    ["123,456", "人", "123456"],
    ["12,34", "人", undefined],
    ["1234,567", "人", undefined],
    ["1,2345", "人", undefined],
    ["1 234", "人", "1234"],
    ["1 234 567", "人", "1234567"],
    ["1 23", "人", undefined],
    ["1 2345", "人", undefined],
    ["1,234,567.50", "万元", "1234567.50"],
    ["５，０００", "人", "5000"],
    [" 5 ", "人", "5"],
    ["5　人", "人", "5"],
    // decimals stay as typed, until the point moves
    ["1.20", "个", "1.20"],
    ["1.20万", "个", "12000"],
    ["0.050", "个", "0.050"],
    ["001", "个", "1"],
    ["000", "个", "0"],
    ["0", "个", "0"],
    // what is no figure
    ["", "个", undefined],
    ["约5", "人", undefined],
    ["5-6", "人", undefined],
    ["5.", "人", undefined],
    [".5", "人", undefined],
    ["5.5.5", "人", undefined],
    ["-5", "人", undefined],
    ["人5", "人", undefined],
  ])("%j in %s is %j", (typed, unit, figure) => {
    expect(parseTypedNumber(typed, unit)).toBe(figure);
  });

  it("need no unit", () => {
    expect(parseTypedNumber("5")).toBe("5");
    expect(parseTypedNumber("5万")).toBe("50000");
    expect(parseTypedNumber("5人")).toBeUndefined();
  });
});

describe("scales", () => {
  it.each([
    ["1千", "个", "1000"],
    ["1万", "个", "10000"],
    ["1百万", "个", "1000000"],
    ["1千万", "个", "10000000"],
    ["1亿", "个", "100000000"],
    ["1万亿", "个", "1000000000000"],
    ["1.2345万", "人", "12345"],
    ["1.23456万", "人", "12345.6"],
    ["1.2万人", "人", "12000"],
    ["1.2万 人", "人", "12000"],
    ["1十", "人", undefined],
    // money: the field's own scale is meant where none is typed
    ["5", "万元", "5"],
    ["5元", "万元", "0.0005"],
    ["0.5元", "万元", "0.00005"],
    ["10元", "万元", "0.001"],
    ["12345元", "万元", "1.2345"],
    ["10000元", "万元", "1"],
    ["0元", "万元", "0"],
    ["5千元", "万元", "0.5"],
    ["5万元", "万元", "5"],
    ["5百万元", "万元", "500"],
    ["5千万元", "万元", "5000"],
    ["5亿元", "万元", "50000"],
    ["1.5亿", "万元", "15000"],
    ["12元", "元", "12"],
    ["12", "元", "12"],
    ["12万", "元", "120000"],
    ["0.00001亿元", "元", "1000"],
    ["3千万", "千元", "30000"],
    ["3", "千元", "3"],
    ["3万", "百万元", "0.03"],
    ["3亿", "千万元", "30"],
    ["50000元", "亿元", "0.0005"],
    ["5万亿元", "亿元", "50000"],
    ["5美元", "万元", undefined],
    ["5万美元", "万元", undefined],
    ["5人", "元", undefined],
    ["5元", "美元", undefined],
    ["5元", "元/人", undefined],
  ])("%s in %s is %j", (typed, unit, figure) => {
    expect(parseTypedNumber(typed, unit)).toBe(figure);
  });
});

describe("units", () => {
  it.each<[string, string, string | undefined]>([
    ...["名", "位", "人"].map((unit): [string, string, string] => [`3${unit}`, "人", "3"]),
    ...["门", "本", "种", "项", "部", "套", "所", "家", "处", "间", "份", "个"].map(
      (unit): [string, string, string] => [`3${unit}`, "个", "3"],
    ),
    ...["m2", "㎡", "平方米", "平米", "m²"].map((unit): [string, string, string] => [`3${unit}`, "m²", "3"]),
    ["3人天", "人日", "3"],
    ["3人日", "人日", "3"],
    ["3课时", "课时数", "3"],
    ["3课时数", "课时数", "3"],
    ["3数", "数", "3"],
    ["3", "数", "3"],
    ["3个", "人", undefined],
    ["3人", "个", undefined],
    ["3人天", "人", undefined],
    ["3课", "课时数", undefined],
    ["3人量", "人数量", undefined],
    ["3.5人", "人", "3.5"],
    ["3万名", "人", "30000"],
  ])("%s in %s is %j", (typed, unit, figure) => {
    expect(parseTypedNumber(typed, unit)).toBe(figure);
  });

  it.each([
    ["95%", "%", "95"],
    ["95", "%", "95"],
    ["９５％", "%", "95"],
    ["百分之95", "%", "95"],
    ["百分之95.5", "%", "95.5"],
    ["百分之九十五", "%", "95"],
    ["百分之95%", "%", undefined],
    ["百分之95万", "%", undefined],
    ["百分之95人", "%", undefined],
    ["百分之95", "人", undefined],
    ["95%", "人", undefined],
  ])("a share: %s in %s is %j", (typed, unit, figure) => {
    expect(parseTypedNumber(typed, unit)).toBe(figure);
  });
});

describe("Chinese numerals", () => {
  it.each([
    ["三千", "人", "3000"],
    ["三千元", "元", "3000"],
    ["三万", "万元", "3"],
    ["三千", "万元", undefined],
    ["三千", "元", undefined],
    ["三千元", "万元", "0.3"],
    ["十", "亿元", undefined],
    ["一点五", "万元", undefined],
    ["一点五万", "万元", "1.5"],
    ["一点五", "个", "1.5"],
  ])("%s in %s is %j", (typed, unit, figure) => {
    expect(parseTypedNumber(typed, unit)).toBe(figure);
  });

  it.each([
    // one digit, and orders one by one
    ["零", "0"],
    ["〇", "0"],
    ["两", "2"],
    ["九", "9"],
    ["十", "10"],
    ["一十", "10"],
    ["十一", "11"],
    ["二十", "20"],
    ["九十九", "99"],
    ["一百", "100"],
    ["一百零一", "101"],
    ["一百一十", "110"],
    ["二百五十", "250"],
    ["一千", "1000"],
    ["一千零一", "1001"],
    ["一千零一十", "1010"],
    ["一千一百", "1100"],
    ["九千九百九十九", "9999"],
    // an order is skipped with 零 and with nothing else
    ["一百一", undefined],
    ["二百五", undefined],
    ["一千一", undefined],
    ["一千一十", undefined],
    ["二百零零五", undefined],
    ["零一", "1"],
    ["一零一", undefined],
    // each order once, the higher first
    ["百", undefined],
    ["十百", undefined],
    ["一十百", undefined],
    ["二十二十", undefined],
    ["三百五千", undefined],
    ["柒捌", undefined],
    // beyond ten thousand
    ["一万", "1万"],
    ["十万", "10万"],
    ["一百万", "100万"],
    ["九千九百九十九万", "9999万"],
    ["三千零五万", "3005万"],
    ["三千五万", undefined],
    ["一万零一", "1.0001万"],
    ["一万零一百", "1.01万"],
    ["一万一千", "1.1万"],
    ["一万九百九十九", undefined],
    ["一万一", undefined],
    ["二十万零五百", "20.05万"],
    ["一亿", "10000万"],
    ["两亿", "20000万"],
    ["一亿零一万", "10001万"],
    ["一亿一千万", "11000万"],
    ["一亿九百万", undefined],
    ["一亿零九百万", "10900万"],
    ["一亿一万", undefined],
    ["一亿零五百", "10000.05万"],
    ["一亿五百", undefined],
    ["一亿二千万零五", "12000.0005万"],
    ["一亿二千万五", undefined],
    ["一万亿", undefined],
    ["一亿亿", undefined],
    ["一万万", undefined],
    ["万", undefined],
    ["亿", undefined],
    // as on cheques
    ["壹仟贰佰叁拾肆", "1234"],
    ["伍拾陆", "56"],
    ["柒拾捌", "78"],
    ["玖佰", "900"],
    ["壹萬", "1万"],
    ["壹億", "10000万"],
    // decimals
    ["零点五", "0.5"],
    ["一点五", "1.5"],
    ["一点〇五", "1.05"],
    ["十二点五", "12.5"],
    ["一点五万", "1.5万"],
    ["一点五亿", "1.5亿"],
    ["一点五万亿", "1.5万亿"],
    ["一二点五", undefined],
    ["一万点五", undefined],
    ["点五", undefined],
    ["一万零一百一", undefined],
    ["五\n元", undefined],
    // shares, and what stands behind
    ["百分之五", "百分之5"],
    ["百分之五点五", "百分之5.5"],
    ["百分之百", undefined],
    ["五元", "5元"],
    ["五元整", "5元"],
    ["五万元整", "5万元"],
    ["五整", "5整"],
    ["五元整理", "5元整理"],
    ["5", undefined],
    ["abc", undefined],
    ["", undefined],
  ])("%j in digits is %j", (typed, digits) => {
    expect(digitsFromChinese(typed)).toBe(digits);
  });
});
