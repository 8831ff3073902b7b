const DIGITS = "零一二三四五六七八九";
/** Other characters for the same digit or unit, e.g. the formal ones used on cheques (大写). */
const VARIANTS: Record<string, string> = {
  ...{ 〇: "零", 两: "二", 萬: "万", 億: "亿", 拾: "十", 佰: "百", 仟: "千" },
  ...{ 壹: "一", 贰: "二", 叁: "三", 肆: "四", 伍: "五", 陆: "六", 柒: "七", 捌: "八", 玖: "九" },
};
const NUMERAL =
  /^(百分之)?([零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億]+)(?:点([零〇一二三四五六七八九]+)(万亿|[万亿])?)?(.*)$/u;

/**
 * Converts the Chinese numeral at the beginning of a text to digits: 五百万元 → 500万元, 百分之五 → 百分之5.
 * @param text in half width
 * @returns undefined when the text begins with no numeral, or with one that can be read in two ways: 一百五, 三四十
 */
export function digitsFromChinese(text: string): string | undefined {
  const [, percent = "", numeral = "", decimals, scale = "", suffix = ""] = NUMERAL.exec(text) ?? [];
  const plain = [...numeral].map((char) => VARIANTS[char] ?? char).join("");
  if (decimals !== undefined) {
    const whole = convertSection(plain);
    const fraction = [...decimals].map((char) => DIGITS.indexOf(VARIANTS[char] ?? char)).join("");
    return whole === undefined ? undefined : `${percent}${whole}.${fraction}${scale}${suffix}`;
  }
  const figure = plain === "" ? undefined : convertNumeral(plain);
  return figure && `${percent}${figure}${suffix.replace(/^(.*元)整$/u, "$1")}`;
}

/** Converts a whole numeral to digits. From 万 upwards the result counts in 万: 三万五千 → 3.5万. */
function convertNumeral(numeral: string): string | undefined {
  const [, hundredMillions, tenThousands, ones = ""] = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/u.exec(numeral) ?? [];
  if (hundredMillions === undefined && tenThousands === undefined) return convertSection(ones)?.toString();
  const parts = [hundredMillions, tenThousands, ones].map((part) => (part ? convertSection(part) : 0));
  const [high, middle, low] = parts;
  if (high === undefined || middle === undefined || low === undefined) return undefined;
  // 三万五 may mean 35,000 or 30,005: a part that skips a decimal place must begin with 零 (三万零五)
  const isUnambiguous = (part: string | undefined, figure: number) => !part || figure >= 1000 || part.startsWith("零");
  if (!isUnambiguous(ones, low) || (hundredMillions !== undefined && !isUnambiguous(tenThousands, middle)))
    return undefined;
  const rest = String(low).padStart(4, "0").replace(/0+$/u, "");
  return `${high * 10_000 + middle}${rest === "" ? "" : `.${rest}`}万`;
}

const ORDERS = ["", "十", "百", "千"];

/** Converts a numeral below 万; undefined when it is not well formed. */
function convertSection(numeral: string): number | undefined {
  if (numeral === "零") return 0;
  let sum = 0;
  let last = ORDERS.length;
  const rest = numeral
    .replace(/^十/u, "一十")
    .replace(/(零?)([一二三四五六七八九])([十百千]?)/gu, (_, zero, digit, order) => {
      const power = ORDERS.indexOf(order);
      const skips = power < last - 1 && last < ORDERS.length;
      // the unit is not smaller than the one before, or a unit is skipped without 零
      if (power >= last || (skips && zero === "")) return "?";
      sum += DIGITS.indexOf(digit) * 10 ** power;
      last = power;
      return "";
    });
  return rest === "" ? sum : undefined;
}
