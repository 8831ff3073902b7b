import { isFilled, labelOf, titleOf } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { valueAt } from "../text/json-pointer.js";

export default defineRule({
  id: "integrity-pledge",
  severity: "error",
  title: "对承诺作出明确表态",
  about: "表上印有的承诺,必须由填报人明确写 true 或 false,工具从不代填;写 false 时要有说明。",
  with: { pledge: "field", statement: "field" },
  *check({ documents, with: { pledge, statement } }) {
    for (const document of documents) {
      if (!isFilled(document, pledge)) {
        yield {
          document,
          pointer: pledge,
          part: "key",
          message: `没有写${labelOf(document, pledge)}`,
          hint: `核实各成员单位后写 true;有过此类事件的写 false 并填${titleOf(document, statement)}`,
          unfilled: true,
        };
      } else if (valueAt(document.data, pledge) === true && isFilled(document, statement)) {
        yield {
          document,
          pointer: statement,
          part: "key",
          message: `${labelOf(document, pledge)}写了 true,又填了${labelOf(document, statement)}`,
          hint: `确实没有发生过就删去${titleOf(document, statement)};发生过就写 false`,
        };
      } else if (valueAt(document.data, pledge) === false && !isFilled(document, statement)) {
        yield {
          document,
          pointer: pledge,
          message: `${labelOf(document, pledge)}写了 false,没有${labelOf(document, statement)}`,
          hint: `加一项“${statement.split("/").at(-1)}”,写明时间、单位、事件和处理结果`,
        };
      }
    }
  },
});
