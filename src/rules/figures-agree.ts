import { anyField, labelOf, numberAt, selectFields } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { formatNumber } from "../text/format-values.js";
import { datedDocuments } from "./support/dated-documents.js";
import { type EarlierFigures, earlierFigures } from "./support/earlier-figures.js";

/** The number of figures that a message lists. For more figures, it gives only their total number. */
const LISTED = 3;

export default defineRule({
  id: "figures-agree",
  severity: "warning",
  title: "前一年的数字前后一致",
  about:
    "总结里前一年的数字,与以前报过的比:先与同一年较早的总结比,再与前一年的总结比,再没有的与申报时写的比。以前报的是最终数的,应当相同;是暂定数的,只看有没有变少(到年底只会增加),百分数不看。每两份文件只提示一次。",
  with: {
    year: "field",
    fields: "field",
    previous: "text",
    current: "text",
    interim: "elsewhere",
    final: "elsewhere",
    provisional: "field",
    application: "elsewhere",
  },
  compares: true,
  *check({ documents, all, today, with: at }) {
    const earlierThan = earlierFigures(all, at, today);
    for (const filing of datedDocuments(documents, at.year)) {
      const { document, year } = filing;
      const earlier = earlierThan(filing);
      if (!earlier) continue;
      const off = selectFields(document, anyField, at.fields).flatMap((field) => {
        if (!field.pointer.includes(`/${at.previous}`)) return [];
        const earlierPointer = earlier.earlierPointer(field.pointer);
        const [now, then] = [numberAt(document, field.pointer), numberAt(earlier.document, earlierPointer)];
        if (now === undefined || then === undefined || agree(now, then, field.unit, earlier)) return [];
        return [{ pointer: field.pointer, earlierPointer, now, then }];
      });
      const [first] = off;
      if (!first) continue;
      const shown = off.slice(0, LISTED);
      const figures = shown.map(
        ({ pointer, now, then }) =>
          `${labelOf(document, pointer)}是 ${formatNumber(now)}(以前报的是 ${formatNumber(then)})`,
      );
      const rest = off.length > LISTED ? `等 ${off.length} 项` : "";
      yield {
        document,
        pointer: first.pointer,
        message: `${year - 1} 年的数字${earlier.provisional ? "比暂定数少" : "前后不一致"}:${figures.join("、")}${rest}`,
        hint: "核对两份文件;以前报错了的,在总结里说明",
        related: shown.map(({ earlierPointer }) => ({
          document: earlier.document,
          pointer: earlierPointer,
          message: "以前报的",
        })),
      };
    }
  },
});

/**
 * Tells whether two values of a figure agree. Final values must be equal. A provisional value may grow until the end of
 * the year, but it must not fall; a percentage may do both.
 */
function agree(now: number, then: number, unit: string | undefined, { provisional }: EarlierFigures): boolean {
  return provisional ? now >= then || unit === "%" : now === then;
}
