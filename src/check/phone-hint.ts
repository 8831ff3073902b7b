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
  const { length } = digits;
  const wanted = digits.startsWith("0")
    ? { kind: "带区号的固定电话", most: 12, least: 10, words: "10 到 12 位" }
    : { kind: "手机号", most: 11, least: 11, words: "11 位" };
  if (length >= wanted.least && length <= wanted.most) return undefined;
  const isMobile = /^1[3-9]/u.test(digits);
  if (!isMobile && !digits.startsWith("0"))
    return { what: `有 ${length} 位数字`, hint: "手机号 11 位;固定电话写上区号,如 0731-84720000" };
  const off = length < wanted.least ? `少 ${wanted.least - length} 位` : `多 ${length - wanted.most} 位`;
  return { what: `有 ${length} 位数字,${off}`, hint: `${wanted.kind}是 ${wanted.words}` };
}
