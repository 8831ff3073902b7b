import { formatAmount, labelOf, namesAt, numberAt } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { hasDoubtfulNames } from "./support/doubtful-names.js";

export default defineRule({
  id: "enterprise-scale-plausible",
  severity: "warning",
  title: "企业规模与销售额、企业数相称",
  about: "规模以上企业每家的销售额有下限,所以规上企业数乘下限不会超过销售总额;规上加限上也不会多于成员中的企业。",
  with: { large: "field", limited: "field", sales: "field", enterprises: "field", threshold: "number" },
  *check({ documents, with: { large, limited, sales, enterprises, threshold } }) {
    for (const document of documents) {
      const count = numberAt(document, large) ?? 0;
      const total = numberAt(document, sales);
      if (total !== undefined && count * threshold > total) {
        yield {
          document,
          pointer: large,
          message: `${labelOf(document, large)}写了 ${formatAmount(document, large, count)},至少对应销售额 ${formatAmount(document, sales, count * threshold)},${labelOf(document, sales)}只有 ${formatAmount(document, sales, total)}`,
          hint: "检查企业数,以及销售总额的单位",
        };
      }
      const listed = namesAt(document, enterprises).length;
      const claimed = count + (numberAt(document, limited) ?? 0);
      if (listed > 0 && claimed > listed && !hasDoubtfulNames(document, enterprises)) {
        yield {
          document,
          // the first of the two, unless only the second is there or too high by itself
          pointer: count === 0 || (count <= listed && claimed - count > listed) ? limited : large,
          message: `规上加限上共 ${claimed} 个,成员中只列了 ${listed} 家企业`,
          hint: "把企业名单列全,或核对两个数",
        };
      }
    }
  },
});
