import type { FormDocument } from "../model/document.js";
import { documentName, labelOf, namesAt, quoteName } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { fold } from "../text/fold.js";

export default defineRule({
  id: "shared-lead",
  severity: "warning",
  title: "牵头单位不重复",
  about: "同一个单位在几份文件里牵头时提示,不算错。",
  with: { leads: "fields" },
  compares: true,
  *check({ documents, form, with: { leads } }) {
    for (const lead of leads) {
      const first = new Map<string, { document: FormDocument; pointer: string }>();
      for (const document of documents) {
        for (const { name, pointer } of namesAt(document, lead)) {
          const other = first.get(fold(name));
          if (!other) first.set(fold(name), { document, pointer });
          else if (other.document !== document) {
            yield {
              document,
              pointer,
              message: `${labelOf(document, lead)}${quoteName(name)}也牵头“${documentName(other.document)}”`,
              hint: `确认是否由同一单位牵头两个${form.terms.consortium}`,
              related: [{ ...other, message: "另一份" }],
            };
          }
        }
      }
    }
  },
});
