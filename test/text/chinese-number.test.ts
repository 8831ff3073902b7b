import { expect, it } from "vitest";
import { parseTypedNumber } from "../../src/text/parse-typed-number.js";

it.each([
  ["五百万元", "万元", "500"],
  ["五百万", "万元", "500"],
  ["一亿二千万元", "万元", "12000"],
  ["一点二亿元", "万元", "12000"],
  ["壹佰贰拾万元整", "万元", "120"],
  ["三千元", "万元", "0.3"],
  ["十亿元", "亿元", "10"],
  ["三十人", "人", "30"],
  ["十二", "个", "12"],
  ["一", "个", "1"],
  ["零", "个", "0"],
  ["一千二百", "人", "1200"],
  ["一千零五十", "人", "1050"],
  ["三万五千人次", "人次", "35000"],
  ["三万零五百", "人", "30500"],
  ["两千三百二十平方米", "m²", "2320"],
  ["百分之九十五", "%", "95"],
  ["百分之九十五点五", "%", "95.5"],
])("%s in %s is %s", (typed, unit, figure) => {
  expect(parseTypedNumber(typed, unit)).toBe(figure);
});

it.each([
  ["a short form that others read otherwise", "一百五", "人"],
  ["one of thousands", "三万五", "人"],
  ["thousands of yuan or of 万元", "三千", "万元"],
  ["two figures beside each other", "三四十人", "人"],
  ["more than", "三十多人", "人"],
  ["some", "十几人", "人"],
  ["digits without orders", "二〇二三", "人"],
  ["orders without digits", "千", "人"],
  ["orders the wrong way round", "三百五千", "人"],
  ["another unit", "五个月", "人"],
  ["a percentage of people", "百分之五", "人"],
])("says nothing of %s: %s", (_, typed, unit) => {
  expect(parseTypedNumber(typed, unit)).toBeUndefined();
});
