import { labelOf, namesAt, quoteName, selectFields } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { isListOfNames, notOneName } from "./support/doubtful-names.js";

export default defineRule({
  id: "one-name-each",
  severity: "error",
  title: "名单里一项是一个名称",
  about:
    "单位、人员等的名单,一项只写一个名称,数量才数得对。顿号、逗号、分号和换行隔开的算几个,名称前面的编号、圆点、减号不算。几个名称只用空格隔开、“等14家企业”、“无”、名称后面带着电话,都会让数量出错。",
  with: {},
  *check({ documents }) {
    for (const document of documents) {
      for (const { pointer: list, entity } of selectFields(document, isListOfNames)) {
        for (const { name, pointer } of namesAt(document, list)) {
          const hint = notOneName(name, entity);
          if (!hint) continue;
          const shown = entity === "person" ? "有一项" : quoteName(name);
          yield { document, pointer, message: `${labelOf(document, list)}里${shown}不像是一个名称`, hint };
        }
      }
    }
  },
});
