import { toHalfWidth } from "./half-width.js";

/** Words that certainly mean that there is none of something. */
const NONE = ["无", "没有", "暂无"];

/** Other words and marks that people put where they have nothing to write. They may also mean “not known yet”. */
const BLANK = ["暂没有", "尚无", "目前没有", "不涉及", "未开展", "没", "空", "n/a", "na", "nil", "none"];

/** Whether a text certainly means that there is none: 无, 没有. */
export function isNone(text: string): boolean {
  return NONE.includes(simplify(text));
}

/** Whether a text stands where there is nothing to write: 无, /, —, 暂无. */
export function isNothing(text: string): boolean {
  const plain = simplify(text);
  return NONE.includes(plain) || BLANK.includes(plain) || /^[-/\\—–―‐‑‒−_~]+$/u.test(plain);
}

function simplify(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s。.;；,，]/gu, "")
    .replace(/^[“"'(](.*)[”"')]$/u, "$1")
    .toLowerCase();
}
