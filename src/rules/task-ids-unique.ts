import { labelOf } from "../model/document-values.js";
import { numberedEntries } from "../model/list-entries.js";
import { defineRule } from "../model/rule.js";
import { joinPointer } from "../text/json-pointer.js";

export default defineRule({
  id: "task-ids-unique",
  severity: "error",
  title: "任务的编号不重复",
  about: "计划里每项任务一个编号,总结里每个编号只回答一次。",
  with: { list: "field", id: "text" },
  *check({ documents, with: { list, id } }) {
    for (const document of documents) {
      const first = new Map<number, string>();
      for (const entry of numberedEntries(document, list, id)) {
        const pointer = joinPointer(entry.pointer, id);
        const earlier = first.get(entry.number);
        if (earlier === undefined) first.set(entry.number, pointer);
        else {
          yield {
            document,
            pointer,
            message: `${labelOf(document, list)}里编号 ${entry.number} 写了两次`,
            hint: "改成没有用过的编号;是同一项任务的,合并成一项",
            related: [{ document, pointer: earlier, message: "前一处" }],
          };
        }
      }
    }
  },
});
