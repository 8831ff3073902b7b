import { toHalfWidth } from "../text/half-width.js";
import { normalisePhones } from "../text/normalise-phone.js";

/** Says what is wrong with a telephone number, without quoting it. @returns words to follow 写法不对, and a hint */
export function phoneTrouble(typed: string): { what: string; hint: string } | undefined {
  // of two numbers, the first that is wrong
  for (const each of toHalfWidth(typed).split(/[、/;,]/u)) {
    const trouble = normalisePhones(each) === undefined ? troubleOf(each.trim()) : undefined;
    if (trouble) return trouble;
  }
  return undefined;
}

function troubleOf(text: string): { what: string; hint: string } | undefined {
  if (/^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/iu.test(text))
    return { what: "是科学计数法,号码已经不全", hint: "Excel 会把号码变成这样:先把那一格设成文本,重新输入号码" };
  if (/^0[xo]/iu.test(text)) return undefined;
  const digits = text.replace(/\D/gu, "").replace(/^86(?=1[3-9])/u, "");
  const others = text.replace(/[\d\s()+_.·‐‑‒–—−-]/gu, "");
  if (digits === "" || others !== "") return undefined;
  if (!/^(?:0|1[3-9])/u.test(digits))
    return { what: `有 ${digits.length} 位数字`, hint: "手机号 11 位;固定电话写上区号,如 0731-84720000" };
  // the area codes of Beijing and the largest cities have three digits, others four
  const area = /^(?:010|02)/u.test(digits) ? 3 : 4;
  const [kind, least, most, words] = digits.startsWith("0")
    ? (["固定电话", area + 7, area + 8, `${area} 位区号加 7 或 8 位号码`] as const)
    : (["手机号", 11, 11, "11 位"] as const);
  const { length } = digits;
  if (length >= least && length <= most) return undefined;
  const off = length < least ? `少 ${least - length} 位` : `多 ${length - most} 位`;
  return { what: `有 ${length} 位数字,${off}`, hint: `${kind}是 ${words}` };
}
