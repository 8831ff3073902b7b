import type { FormDocument } from "../model/document.js";
import { labelOf, textAt } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { fold } from "../text/fold.js";

export default defineRule({
  id: "same-name",
  severity: "error",
  title: "名称不重复",
  about: "两份文件不能用同一个名称。",
  with: { name: "field" },
  compares: true,
  *check({ documents, with: { name } }) {
    const first = new Map<string, FormDocument>();
    for (const document of documents) {
      const written = textAt(document, name);
      if (!written) continue;
      const other = first.get(fold(written));
      if (!other) first.set(fold(written), document);
      else {
        yield {
          document,
          pointer: name,
          message: `${labelOf(document, name)}“${written}”与 ${other.source.file} 相同`,
          hint: "改名;如果是同一份的两个版本,删去旧的",
          related: [{ document: other, pointer: name, message: "另一份" }],
        };
      }
    }
  },
});
