import { digitsFromChinese } from "./chinese-number.js";
import { toHalfWidth } from "./half-width.js";

/** The words that multiply a figure, with their power of ten. */
const SCALES: Record<string, number> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };

/** Other words for a unit that people type after a figure. */
const UNIT_SYNONYMS: Record<string, string[]> = {
  人: ["名", "位"],
  个: ["门", "本", "种", "项", "部", "套", "所", "家", "处", "间", "份"],
  "m²": ["m2", "㎡", "平方米", "平米"],
  人日: ["人天"],
};

const DIGITS = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.(\d+))?`;
const TYPED = new RegExp(`^(?:${DIGITS}|百分之(\\d+(?:\\.\\d+)?))\\s*(万亿|千万|百万|亿|万|千)?\\s*(.*)$`, "u");

/**
 * Parses a figure in the ways that people type it: `12,000`, `1 280.5`, `５００`, `500万元`, `95%`, `五百万元`.
 * A sum in another unit of money is converted exactly.
 * @param text in full or half width
 * @param unit the field's unit; the text may leave it out
 * @returns digits with at most a decimal point, in the field's unit; undefined for any other text: 约300, 3-5, another
 *   unit
 */
export function parseTypedNumber(text: string, unit = ""): string | undefined {
  const typed = toHalfWidth(text).trim();
  const spelled = digitsFromChinese(typed);
  const [, plain, decimals = "", percent, scale, suffix = ""] = TYPED.exec(spelled ?? typed) ?? [];
  if (percent !== undefined) return unit === "%" && !scale && suffix === "" ? percent : undefined;
  if (plain === undefined) return undefined;
  // 三千 in a field in 万元 may mean 3000 万元 or 3000 元
  if (spelled !== undefined && scale === undefined && suffix === "" && unit.endsWith("元")) return undefined;
  const power = powerOf(scale, suffix, unit);
  return power === undefined ? undefined : shiftPoint(plain.replace(/[, ]/gu, ""), decimals, power);
}

/**
 * Finds the power of ten that converts a typed figure to the field's unit.
 * @param scale the word that multiplies the figure: 万, 亿
 * @param suffix what follows the figure and the scale, e.g. 元
 * @returns undefined when the suffix is another unit
 */
function powerOf(scale: string | undefined, suffix: string, unit: string): number | undefined {
  const typedPower = scale === undefined ? 0 : (SCALES[scale] as number);
  const money = /^(千|万|百万|千万|亿)?元$/u.exec(unit);
  if (money) {
    const fieldPower = money[1] === undefined ? 0 : (SCALES[money[1]] as number);
    if (suffix === "元" || (suffix === "" && scale !== undefined)) return typedPower - fieldPower;
    return suffix === "" ? 0 : undefined;
  }
  // people type 课时 for the unit 课时数
  const names = ["", unit, unit.replace(/(?<=.)数$/u, ""), ...(UNIT_SYNONYMS[unit] ?? [])];
  return names.includes(suffix) ? typedPower : undefined;
}

/** Moves the decimal point by `power` places. It works on the digits as text, so nothing is rounded. */
function shiftPoint(whole: string, decimals: string, power: number): string {
  const digits = whole + decimals;
  const point = whole.length + power;
  const left = (point > 0 ? digits.slice(0, point).padEnd(point, "0") : "").replace(/^0+(?=\d)/u, "") || "0";
  const right = point > 0 ? digits.slice(point) : digits.padStart(digits.length - point, "0");
  const rest = power === 0 ? right : right.replace(/0+$/u, "");
  return rest === "" ? left : `${left}.${rest}`;
}
