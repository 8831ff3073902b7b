import { toHalfWidth } from "./half-width.js";

const TYPED =
  /^(\d{4}) ?(?:年|[-./—–]) ?(\d{1,2}) ?(?:月份?|月? ?|月 ?(\d{1,2}) ?[日号]?|[-./—–] ?(\d{1,2}) ?[日号]?)$|^(\d{4})(\d{2})(\d{2})?$/u;

/**
 * Parses a date in the ways that people type it: 2024年2月20日, 2024.2.20, 2024/2/20, 2024-2-20, 20240220, 202402,
 * 24年2月, 二〇二四年二月.
 * @param text in full or half width
 * @returns YYYY-MM-DD, or YYYY-MM when no day is typed; undefined for any other text, for a day that does not exist,
 *   and for years before 1900 or after 2100
 */
export function parseTypedDate(text: string): string | undefined {
  const { year, month, day } = datePartsOf(text) ?? {};
  if (year === undefined || month === undefined || year < 1900 || year > 2100 || month < 1 || month > 12)
    return undefined;
  if (day !== undefined && (day < 1 || day > daysIn(year, month))) return undefined;
  return [String(year), ...[month, ...(day === undefined ? [] : [day])].map(twoDigits)].join("-");
}

/** Says why a text that has the parts of a date is none: 2023-06-31, 2023-13. Undefined for any other text. */
export function impossibleDay(text: string): string | undefined {
  const { year, month, day } = datePartsOf(text) ?? {};
  if (year === undefined || month === undefined) return undefined;
  if (month < 1 || month > 12) return `没有 ${month} 月`;
  if (day === undefined || (day >= 1 && day <= daysIn(year, month))) return undefined;
  return `${year} 年 ${month} 月只有 ${daysIn(year, month)} 天,没有 ${day} 日`;
}

function datePartsOf(text: string): { year: number; month: number; day: number | undefined } | undefined {
  const digits = withDigits(toHalfWidth(text).trim());
  const parts = TYPED.exec(digits.replace(/^([0-4]\d)(?= ?年)/u, "20$1"));
  if (!parts) return undefined;
  const day = parts[3] ?? parts[4] ?? parts[7];
  return {
    year: Number(parts[1] ?? parts[5]),
    month: Number(parts[2] ?? parts[6]),
    day: day === undefined ? undefined : Number(day),
  };
}

const DIGITS = "零一二三四五六七八九";

/**
 * Writes the Chinese numerals of a date as digits: 二〇二三年十二月 → 2023年12月. A numeral without 十 is read digit by digit,
 * as years are.
 */
function withDigits(text: string): string {
  if (!/[一二三四五六七八九十]/u.test(text)) return text;
  return text.replace(/[〇○零OΟ]/gu, "零").replace(/[零一二三四五六七八九十]+/gu, (numeral) => {
    const digits = [...numeral].map((char) => (char === "十" ? "十" : DIGITS.indexOf(char))).join("");
    if (!digits.includes("十")) return digits;
    return digits
      .replace(/^0/u, "")
      .replace(/^十(\d?)$/u, (_, ones) => `1${ones || 0}`)
      .replace(/^(\d)十(\d?)$/u, (_, tens, ones) => `${tens}${ones || 0}`);
  });
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;
}
