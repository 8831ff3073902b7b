import { labelOf, numberAt, selectFields } from "../model/document-values.js";
import type { Field } from "../model/field.js";
import { defineRule } from "../model/rule.js";
import { formatNumber, formatWithUnit } from "../text/format-values.js";

/**
 * Units that people confuse, by the unit of the form. `as` is the unit that a figure may have been written in; the
 * figure times `factor` is then the value in the unit of the form.
 */
const SLIPS: Record<string, { as: string; factor: number }[]> = {
  "%": [{ as: "小数", factor: 100 }],
  万元: [
    { as: "亿元", factor: 10_000 },
    { as: "元", factor: 0.0001 },
  ],
  亿元: [
    { as: "万元", factor: 0.0001 },
    { as: "元", factor: 0.000_000_01 },
  ],
};

const hasUsualRange = ({ plausible }: Field) => plausible !== undefined;

export default defineRule({
  id: "unit-slip",
  severity: "warning",
  title: "单位没有写错",
  about:
    "数字明显超出常见范围,换一个单位(亿元与万元、百分数与小数)却正好合适时提示。常见范围写在表的 schema 里(plausible),只用于提示。",
  with: {},
  *check({ documents }) {
    for (const document of documents) {
      for (const { pointer, unit = "", plausible } of selectFields(document, hasUsualRange)) {
        const value = numberAt(document, pointer);
        const [low, high] = plausible as [number, number];
        const fits = (each: number) => each >= low && each <= high;
        if (value === undefined || value === 0 || fits(value)) continue;
        const slip = SLIPS[unit]?.find(({ factor }) => fits(value * factor));
        if (!slip) continue;
        yield {
          document,
          pointer,
          message: `${labelOf(document, pointer)}写了 ${formatNumber(value)},像是按${slip.as}写的`,
          hint: `单位是${unit}:如果是这样,应写 ${formatWithUnit(value * slip.factor)}`,
        };
      }
    }
  },
});
