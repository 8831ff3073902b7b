import { anyField, labelOf, numberAt, selectFields, titleOf } from "../model/document-values.js";
import { yearsInWords } from "../model/field.js";
import type { Form } from "../model/form.js";
import { defineRule } from "../model/rule.js";
import { formatNumber, toHundredths } from "../text/format-values.js";

export default defineRule({
  id: "year-jump",
  severity: "warning",
  title: "两年数字相差不太大",
  about: "同一指标后一年比前一年增减超过规定的倍数时提示,多半是单位或位数写错。有一年是 0 的不比。",
  with: { years: "texts", factor: "number" },
  *check({ documents, form, with: { years, factor } }) {
    const evidence = evidenceTitle(form);
    const [before = "", after = ""] = years;
    for (const document of documents) {
      for (const { pointer } of selectFields(document, anyField)) {
        if (!pointer.includes(`/${after}`)) continue;
        const now = numberAt(document, pointer);
        const then = numberAt(document, pointer.replace(`/${after}`, `/${before}`));
        if (!now || !then || !isJump(now, then, factor)) continue;
        yield {
          document,
          pointer,
          message: `${labelOf(document, pointer)}是 ${formatNumber(now)},${now > then ? `是 ${yearsInWords([before])} ${formatNumber(then)} 的 ${factor} 倍以上` : `不到 ${yearsInWords([before])} ${formatNumber(then)} 的 1/${factor}`}`,
          hint: `核对两年的单位和位数;属实请${evidence === undefined ? "" : `在${evidence}中`}说明`,
        };
      }
    }
  },
});

/** What supporting material is called where the form asks for it. */
function evidenceTitle({ documents }: Form): string | undefined {
  const kind = Object.values(documents).find((each) => each.evidence !== undefined);
  return kind?.evidence === undefined ? undefined : titleOf({ kind }, kind.evidence);
}

/** Compared in hundredths, because 4.7 is not quite ten times 0.47 to a computer. */
function isJump(now: number, then: number, factor: number): boolean {
  const [one, other] = [toHundredths(now), toHundredths(then)];
  return Math.max(one, other) > Math.min(one, other) * factor;
}
