import { inferValue } from "../fix/infer-value.js";
import type { Field } from "../model/field.js";
import { digitsFromChinese } from "../text/chinese-number.js";

/** Whether a text says how much only roughly. */
const ROUGHLY = /约|近|左右|上下|余|多|几|超过|不到|不足|以上|以下/u;

/** What to write in the place of a text where a field wants a number. */
export function numberHint(text: string, field: Field): string {
  const { unit } = field;
  const aside = unit ? `,单位(${unit})不用写` : "";
  const meant = inferValue(text, field);
  const converted = meant !== undefined && meant !== bareNumber(text, unit);
  if (converted && unit) return `换算成${unit},只写数字:${meant}`;
  const number = meant ?? bareNumber(text, unit);
  const exact = ROUGHLY.test(text) ? "写准确的数,不写“约”“左右”;" : "";
  return number === undefined || number.length >= 11
    ? `${exact}只写数字${aside}`
    : `${exact}只写数字:${number}${aside}`;
}

/** The number in a text that says nothing else: its unit, 约, and separators aside. */
function bareNumber(text: string, unit = ""): string | undefined {
  const rest = text
    .normalize("NFKC")
    .replace(unit.normalize("NFKC"), "")
    .replace(/[约近,\s]/gu, "");
  const number = digitsFromChinese(rest)?.replace(/^百分之/u, "") ?? rest;
  return /^\d+(?:\.\d+)?$/u.test(number) ? number : undefined;
}
