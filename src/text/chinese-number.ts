const DIGITS = "零一二三四五六七八九";
/** Other ways to write them, as on cheques. */
const SAME: Record<string, string> = {
  ...{ 〇: "零", 两: "二", 萬: "万", 億: "亿", 拾: "十", 佰: "百", 仟: "千" },
  ...{ 壹: "一", 贰: "二", 叁: "三", 肆: "四", 伍: "五", 陆: "六", 柒: "七", 捌: "八", 玖: "九" },
};
const NUMERAL =
  /^(百分之)?([零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億]+)(?:点([零〇一二三四五六七八九]+)(万亿|[万亿])?)?(.*)$/u;

/**
 * A text that begins with a figure in Chinese numerals, the figure in digits: 五百万元 → 500万元, 百分之五 → 百分之5.
 * @returns undefined when it begins with none, or with one that may mean two things: 一百五, 三四十
 */
export function digitsFromChinese(text: string): string | undefined {
  const [, percent = "", numeral = "", decimals, scale = "", behind = ""] = NUMERAL.exec(text) ?? [];
  const plain = [...numeral].map((char) => SAME[char] ?? char).join("");
  if (decimals !== undefined) {
    const whole = section(plain);
    const fraction = [...decimals].map((char) => DIGITS.indexOf(SAME[char] ?? char)).join("");
    return whole === undefined ? undefined : `${percent}${whole}.${fraction}${scale}${behind}`;
  }
  const figure = plain === "" ? undefined : scaled(plain);
  return figure && `${percent}${figure}${behind.replace(/^(.*元)整$/u, "$1")}`;
}

/** A numeral in digits, counted in 万 where it goes beyond them. */
function scaled(numeral: string): string | undefined {
  const [, hundredMillions, tenThousands, ones = ""] = /^(?:(.+)亿)?(?:(.+)万)?(.*)$/u.exec(numeral) ?? [];
  if (hundredMillions === undefined && tenThousands === undefined) return section(ones)?.toString();
  const parts = [hundredMillions, tenThousands, ones].map((part) => (part ? section(part) : 0));
  const [high, middle, low] = parts;
  if (high === undefined || middle === undefined || low === undefined) return undefined;
  // 三万五 is 35 thousand to some: what skips an order has 零 in its place
  const exact = (part: string | undefined, figure: number) => !part || figure >= 1000 || part.startsWith("零");
  if (!exact(ones, low) || (hundredMillions !== undefined && !exact(tenThousands, middle))) return undefined;
  const rest = String(low).padStart(4, "0").replace(/0+$/u, "");
  return `${high * 10_000 + middle}${rest === "" ? "" : `.${rest}`}万`;
}

const ORDERS = ["", "十", "百", "千"];

/** A numeral below ten thousand. */
function section(numeral: string): number | undefined {
  if (numeral === "零") return 0;
  let sum = 0;
  let last = ORDERS.length;
  const rest = numeral
    .replace(/^十/u, "一十")
    .replace(/(零?)([一二三四五六七八九])([十百千]?)/gu, (_, zero, digit, order) => {
      const power = ORDERS.indexOf(order);
      const skips = power < last - 1 && last < ORDERS.length;
      // out of its order, or an order skipped without a word
      if (power >= last || (skips && zero === "")) return "?";
      sum += DIGITS.indexOf(digit) * 10 ** power;
      last = power;
      return "";
    });
  return rest === "" ? sum : undefined;
}
