import { inferValue } from "../fix/infer-value.js";
import type { Field } from "../model/field.js";
import { digitsFromChinese } from "../text/chinese-number.js";

/** Matches words that make a figure approximate. */
const APPROXIMATE = /约|近|左右|上下|余|多|几|超过|不到|不足|以上|以下/u;

/** Says what to write when a number field contains a text. @returns a Chinese hint, with the number if it is certain */
export function numberHint(text: string, field: Field): string {
  const { unit } = field;
  const unitNote = unit ? `,单位(${unit})不用写` : "";
  const inferred = inferValue(text, field);
  const converted = inferred !== undefined && inferred !== bareNumber(text, unit);
  if (converted && unit) return `换算成${unit},只写数字:${inferred}`;
  const number = inferred ?? bareNumber(text, unit);
  const exact = APPROXIMATE.test(text) ? "写准确的数,不写“约”“左右”;" : "";
  return number === undefined || number.length >= 11
    ? `${exact}只写数字${unitNote}`
    : `${exact}只写数字:${number}${unitNote}`;
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
