import { inferValue } from "../fix/infer-value.js";
import type { Field } from "../model/field.js";
import { digitsFromChinese } from "../text/chinese-number.js";
import { isNothing } from "../text/nothing.js";

/** Matches words that make a figure approximate. */
const APPROXIMATE = /约|近|左右|上下|余|多|几|超过|不到|不足|以上|以下/u;

/** Ways of writing a number that people, or Excel, use by accident, and what to do about each. */
const ODD: [RegExp, string][] = [
  [/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)e[-+]?\d+$/iu, "写出全部数字,不用科学计数法"],
  [/^[-+]?0[xob][\da-f]+$/iu, "写成普通的十进制数字"],
  [/^[-+]?\.(?:inf|nan)$/iu, "写一个普通的数字"],
  [/^[-+]?\d+\.$/u, "小数点后面没有数字:补上,或者删去小数点"],
  [/^[-+]?\.\d+$/u, "小数点前面写上 0"],
  [/^[-+]?(?:\d\D?){16,}$/u, "位数太多:检查有没有多打"],
];

/** Says what to write when a number field contains a text. @returns a Chinese hint, with the number if it is certain */
export function numberHint(text: string, field: Field): string {
  const { unit } = field;
  const unitNote = unit ? `,单位(${unit})不用写` : "";
  if (isNothing(text)) return nothingHint(field);
  const odd = ODD.find(([pattern]) => pattern.test(text.trim()))?.[1];
  if (odd) return odd + unitNote;
  const inferred = inferValue(text, field);
  const converted = inferred !== undefined && inferred !== bareNumber(text, unit);
  if (converted && unit) return `换算成${unit},只写数字:${inferred}`;
  const number = inferred ?? bareNumber(text, unit);
  const exact = APPROXIMATE.test(text) ? "写准确的数,不写“约”“左右”;" : "";
  return number === undefined || number.length >= 11
    ? `${exact}只写数字${unitNote}`
    : `${exact}只写数字:${number}${unitNote}`;
}

/** Says what to write where there is nothing to count. */
function nothingHint({ plausible }: Field): string {
  return plausible && plausible[0] > 0 ? "没有就写 0;还没有统计出来的,问清楚再填" : "没有就写 0";
}

/** Returns the number in a text that contains nothing else except the unit, 约 or 近, and separators. */
function bareNumber(text: string, unit = ""): string | undefined {
  const rest = text
    .normalize("NFKC")
    .replace(unit.normalize("NFKC"), "")
    .replace(/[约近,\s]/gu, "");
  const number = digitsFromChinese(rest)?.replace(/^百分之/u, "") ?? rest;
  return /^\d+(?:\.\d+)?$/u.test(number) ? number : undefined;
}
