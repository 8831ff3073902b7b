import { labelOf, namesAt, quoteName, selectFields } from "../model/document-values.js";
import type { Field } from "../model/field.js";
import { defineRule } from "../model/rule.js";
import { fold } from "../text/fold.js";

const isListOfNames = ({ entity }: Field) => entity === "organisation" || entity === "park";

export default defineRule({
  id: "duplicate-member",
  severity: "error",
  title: "同一单位不重复列出",
  about: "一个单位名单里,同一个单位只列一次。全角半角、空格、括号写法不同也算同一个。",
  with: {},
  *check({ documents }) {
    for (const document of documents) {
      for (const field of selectFields(document, isListOfNames)) {
        const seen = new Map<string, string>();
        for (const { name, pointer } of namesAt(document, field.pointer)) {
          const folded = fold(name);
          const earlier = seen.get(folded);
          if (earlier === undefined) seen.set(folded, pointer);
          else {
            yield {
              document,
              pointer,
              message: `${labelOf(document, field.pointer)}里${quoteName(name)}重复列出`,
              hint: "留一处,删去重复的",
              related: [{ document, pointer: earlier, message: "前一处" }],
            };
          }
        }
      }
    }
  },
});
