import { toHalfWidth } from "./half-width.js";

/** Between two numbers in one field. */
const SEPARATOR = /\s*[、/;,]\s*|\s*\n\s*/u;

/** An extension: -8001, 转8001, 转 8001, 转分机8001. */
const EXTENSION = "(?: *(?:-|转 *(?:分机)?|分机|ext\\.?) *(?<extension>\\d{1,6}))?";

const MOBILE = /^1[3-9]\d(?:[ -]?\d){8}$/u;

/** A landline number with its area code: those of Beijing and the largest cities have three digits, others four. */
const LANDLINE = new RegExp(
  `^\\(? *(?<area>010|02\\d|0[3-9]\\d{2}) *\\)?[ -]*(?<local>[2-9]\\d{2,3}[ -]?\\d{4})${EXTENSION}$`,
  "iu",
);
const LOCAL = new RegExp(`^(?<local>[2-9]\\d{2,3}[ -]?\\d{4})${EXTENSION}$`, "iu");

/**
 * Writes telephone numbers in one spelling: (0730)8842166, 0730 8842166 and 07308842166 become 0730-8842166,
 * +86 138 0073 0001 becomes 13800730001. Two numbers are separated by “、”.
 * @returns undefined when one of them is not certainly a telephone number
 */
export function normalisePhones(text: string): string | undefined {
  const plain = toHalfWidth(text).replace(/[‐‑‒–—―−﹣]/gu, "-");
  const numbers = plain.split(SEPARATOR).map((each) => normalisePhone(each.trim()));
  return numbers.length > 0 && numbers.every((each) => each !== undefined) ? numbers.join("、") : undefined;
}

function normalisePhone(typed: string): string | undefined {
  const text = typed
    .replace(/^(?:\+|00)?86[ -]*(?=1[3-9]|\(?0)/u, "")
    .replace(/^\+86[ -]+(?=[1-9]\d{1,2}[ -]\d{7,8}$)/u, "0");
  if (MOBILE.test(text)) return text.replace(/\D/gu, "");
  const { area, local, extension } = (LANDLINE.exec(text) ?? LOCAL.exec(text))?.groups ?? {};
  if (local === undefined) return undefined;
  return [area, local.replace(/\D/gu, ""), extension].filter((part) => part !== undefined).join("-");
}
