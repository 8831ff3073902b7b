import { expect, it } from "vitest";
import { phoneTrouble } from "../../src/check/phone-hint.js";

// What is said of a telephone number that is wrong: how many digits it has, never which.

it.each([
  ["1380073000", "有 10 位数字,少 1 位", "手机号是 11 位"],
  ["138 0073 00011", "有 12 位数字,多 1 位", "手机号是 11 位"],
  ["0730-555000", "有 10 位数字,少 1 位", "固定电话是 4 位区号加 7 或 8 位号码"],
  ["0730-555000111", "有 13 位数字,多 1 位", "固定电话是 4 位区号加 7 或 8 位号码"],
  ["010-555000", "有 9 位数字,少 1 位", "固定电话是 3 位区号加 7 或 8 位号码"],
  ["12912345678", "有 11 位数字", "手机号 11 位;固定电话写上区号,如 0731-84720000"],
  ["555000", "有 6 位数字", "手机号 11 位;固定电话写上区号,如 0731-84720000"],
  ["13800730001、1380073000", "有 10 位数字,少 1 位", "手机号是 11 位"],
  ["1.39E+10", "是科学计数法,号码已经不全", "Excel 会把号码变成这样:先把那一格设成文本,重新输入号码"],
])("%s", (typed, what, hint) => {
  expect(phoneTrouble(typed)).toEqual({ what, hint });
});

it.each(["林知远", "13800730001（办）", "0x33F5B2A4E", "13800730001", "0730-8842166"])("nothing of %s", (typed) => {
  expect(phoneTrouble(typed)).toBeUndefined();
});
