import { expect, it } from "vitest";
import { daysBetween } from "../../src/text/days-between.js";
import { formatChineseDate } from "../../src/text/format-values.js";
import { parseTypedDate } from "../../src/text/parse-typed-date.js";

// Which typed dates are accepted, and the day each one means.

it.each([
  ["2024-2-20", "2024-02-20"],
  ["2024-02-20", "2024-02-20"],
  ["2024.2.20", "2024-02-20"],
  ["2024/2/20", "2024-02-20"],
  ["2024—2—20", "2024-02-20"],
  ["2024–2–20", "2024-02-20"],
  ["2024年2月20日", "2024-02-20"],
  ["2024年2月20号", "2024-02-20"],
  ["2024年2月20", "2024-02-20"],
  ["2024年02月03日", "2024-02-03"],
  ["2024 年 2 月 20 日", "2024-02-20"],
  ["2024-2-20日", "2024-02-20"],
  ["2024.2.20 号", "2024-02-20"],
  ["２０２４－２－２０", "2024-02-20"],
  [" 2024-02-20 ", "2024-02-20"],
  ["20240220", "2024-02-20"],
  // without a day
  ["2024年2月", "2024-02"],
  ["2024-2", "2024-02"],
  ["2024-12", "2024-12"],
  // not a date
  ["", undefined],
  ["2024", undefined],
  ["202402", undefined],
  ["2024年", undefined],
  ["24-2-20", undefined],
  ["12024-2-20", undefined],
  ["2024-2-", undefined],
  ["2024-2-200", undefined],
  ["2024-002-20", undefined],
  ["2024-02-20x", undefined],
  ["x2024-02-20", undefined],
  ["120240220", undefined],
  ["202402201", undefined],
  ["20241301", undefined],
  ["2024:2:20", undefined],
])("%j is %j", (typed, date) => {
  expect(parseTypedDate(typed)).toBe(date);
});

it.each([
  ["the first year", "1899-12-31", "1900-1-1"],
  ["the first month", "2024-0-1", "2024-1-1"],
  ["the first day", "2024-1-0", "2024-1-1"],
])("begins with %s: not %s, but %s", (_, before, first) => {
  expect(parseTypedDate(before)).toBeUndefined();
  expect(parseTypedDate(first)).toMatch(/-01-01$/u);
});

it.each([
  ["2101-1-1", "2100-12-31"],
  ["2024-13-1", "2024-12-1"],
  ["2024-1-32", "2024-1-31"],
  ["2023-2-29", "2023-2-28"],
  ["2024-2-30", "2024-2-29"],
  ["1900-2-29", "1900-2-28"],
  ["2100-2-29", "2100-2-28"],
  ["2000-2-30", "2000-2-29"],
  ["2024-3-32", "2024-3-31"],
  ["2024-4-31", "2024-4-30"],
  ["2024-5-32", "2024-5-31"],
  ["2024-6-31", "2024-6-30"],
  ["2024-7-32", "2024-7-31"],
  ["2024-8-32", "2024-8-31"],
  ["2024-9-31", "2024-9-30"],
  ["2024-10-32", "2024-10-31"],
  ["2024-11-31", "2024-11-30"],
  ["2024-12-32", "2024-12-31"],
])("ends before %s, with %s", (after, last) => {
  expect(parseTypedDate(after)).toBeUndefined();
  const [year = "", month = "", day = ""] = last.split("-");
  expect(parseTypedDate(last)).toBe(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
});

it.each([
  ["2024-02-28", "2024-02-28", 0],
  ["2024-02-28", "2024-03-01", 2],
  ["2023-02-28", "2023-03-01", 1],
  ["2024-03-01", "2024-02-28", -2],
  ["2023-12-31", "2024-12-31", 366],
])("from %s to %s are %d days", (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

it.each([
  ["2024-02-03", "2024年2月3日"],
  ["2024-02", "2024年2月"],
  ["2024-2-3", "2024-2-3"],
  ["2024-02-03x", "2024-02-03x"],
  ["x2024-02-03", "x2024-02-03"],
])("%s reads %s", (date, text) => {
  expect(formatChineseDate(date)).toBe(text);
});
