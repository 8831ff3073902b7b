import { digitsFromChinese } from "./chinese-number.js";
import { toHalfWidth } from "./half-width.js";

/** Powers of ten of the words that scale a figure. */
const SCALES: Record<string, number> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };

/** What else stands behind a figure of a unit and says the same. */
const SAME_UNIT: Record<string, string[]> = {
  人: ["名", "位"],
  个: ["门", "本", "种", "项", "部", "套", "所", "家", "处", "间", "份"],
  "m²": ["m2", "㎡", "平方米", "平米"],
  人日: ["人天"],
};

const DIGITS = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.(\d+))?`;
const TYPED = new RegExp(`^(?:${DIGITS}|百分之(\\d+(?:\\.\\d+)?))\\s*(万亿|千万|百万|亿|万|千)?\\s*(.*)$`, "u");

/**
 * The figure that is meant by one typed the way people write: `12,000`, `1 280.5`, `５００`, `500万元`, `95%`, `五百万元`.
 * Sums in another unit of money are converted, exactly.
 * @param unit the field's unit, which need not be typed
 * @returns digits with a point at most; undefined when it says anything else: 约300, 3-5, another unit
 */
export function parseTypedNumber(text: string, unit = ""): string | undefined {
  const typed = toHalfWidth(text).trim();
  const spelled = digitsFromChinese(typed);
  const [, plain, decimals = "", percent, scale, behind = ""] = TYPED.exec(spelled ?? typed) ?? [];
  if (percent !== undefined) return unit === "%" && !scale && behind === "" ? percent : undefined;
  if (plain === undefined) return undefined;
  // 三千 may be 3000 万元 or 3000 元
  if (spelled !== undefined && scale === undefined && behind === "" && unit.endsWith("元")) return undefined;
  const power = powerOf(scale, behind, unit);
  return power === undefined ? undefined : shifted(plain.replace(/[, ]/gu, ""), decimals, power);
}

/** By how many tens a figure with this behind it is multiplied to stand in the field's unit. */
function powerOf(scale: string | undefined, behind: string, unit: string): number | undefined {
  const typed = scale === undefined ? 0 : (SCALES[scale] as number);
  const money = /^(千|万|百万|千万|亿)?元$/u.exec(unit);
  if (money) {
    const own = money[1] === undefined ? 0 : (SCALES[money[1]] as number);
    if (behind === "元" || (behind === "" && scale !== undefined)) return typed - own;
    return behind === "" ? 0 : undefined;
  }
  // 课时数 is typed 课时
  const names = ["", unit, unit.replace(/(?<=.)数$/u, ""), ...(SAME_UNIT[unit] ?? [])];
  return names.includes(behind) ? typed : undefined;
}

/** Moves the decimal point, in the digits themselves. */
function shifted(whole: string, decimals: string, power: number): string {
  const digits = whole + decimals;
  const point = whole.length + power;
  const left = (point > 0 ? digits.slice(0, point).padEnd(point, "0") : "").replace(/^0+(?=\d)/u, "") || "0";
  const right = point > 0 ? digits.slice(point) : digits.padStart(digits.length - point, "0");
  const rest = power === 0 ? right : right.replace(/0+$/u, "");
  return rest === "" ? left : `${left}.${rest}`;
}
