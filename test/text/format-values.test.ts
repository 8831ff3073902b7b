import { expect, it } from "vitest";
import { formatChineseDate, formatNumber, toHundredths } from "../../src/text/format-values.js";

it.each([
  [0, "0"],
  [-0, "0"],
  [0.125, "0.125"],
  [12000, "12000"],
  [1860.5, "1860.5"],
  [1860.1, "1860.1"],
  [0.1 + 0.2, "0.3"],
  [19.99 * 3, "59.97"],
  [-2, "-2"],
  [100000000, "100000000"],
  [1e15, "1000000000000000"],
])("figure of %d", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

it.each([
  ["2024-02-20", "2024年2月20日"],
  ["2024-12-01", "2024年12月1日"],
  ["2024-06", "2024年6月"],
  ["2024年2月", "2024年2月"],
  ["2024", "2024"],
  ["", ""],
])("date %j", (date, text) => {
  expect(formatChineseDate(date)).toBe(text);
});

it("compares sums of money exactly", () => {
  expect(toHundredths(0.1) + toHundredths(0.2)).toBe(toHundredths(0.3));
  expect(toHundredths(19.99)).toBe(1999);
  expect(toHundredths(1.15) + toHundredths(2.3)).toBe(toHundredths(3.45));
});
