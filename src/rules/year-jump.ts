import { anyField, labelOf, numberAt, selectFields, titleOf } from "../model/document-values.js";
import { yearsInWords } from "../model/field.js";
import type { Form } from "../model/form.js";
import type { JsonSchema } from "../model/json-schema.js";
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
      for (const { pointer, schema } of selectFields(document, anyField)) {
        if (!pointer.includes(`/${after}`)) continue;
        const now = numberAt(document, pointer);
        const then = numberAt(document, pointer.replace(`/${after}`, `/${before}`));
        if (!now || !then || !isJump(now, then, factor)) continue;
        // a figure outside its range has been reported, and jumps because of that
        if (![now, then].every((value) => isInRange(value, schema))) continue;
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

/** Returns the label of the field that asks for supporting material; undefined when no document of the form has one. */
function evidenceTitle({ documents }: Form): string | undefined {
  const kind = Object.values(documents).find((each) => each.evidence !== undefined);
  return kind?.evidence === undefined ? undefined : titleOf({ kind }, kind.evidence);
}

/** Tells whether a field may hold a value at all. */
function isInRange(value: number, { minimum = -Infinity, maximum = Infinity }: JsonSchema): boolean {
  return value >= minimum && value <= maximum;
}

/**
 * Tells whether one value is more than `factor` times the other. It compares hundredths, because in floating point 4.7
 * is not exactly ten times 0.47.
 */
function isJump(now: number, then: number, factor: number): boolean {
  const [one, other] = [toHundredths(now), toHundredths(then)];
  return Math.max(one, other) > Math.min(one, other) * factor;
}
