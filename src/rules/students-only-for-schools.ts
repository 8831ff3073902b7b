import { isFilled, labelOf } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";

export default defineRule({
  id: "students-only-for-schools",
  severity: "error",
  title: "只有学校填写学生数",
  about: "学生数只属于学校,其他单位不填。",
  with: { students: "fields" },
  *check({ documents, with: { students } }) {
    for (const document of documents) {
      for (const pointer of students.filter((each) => isFilled(document, each))) {
        yield {
          document,
          pointer,
          part: "key",
          message: `${labelOf(document, pointer.slice(0, pointer.lastIndexOf("/")))}不是学校,不填${pointer.split("/").at(-1)}`,
          hint: `删去“${pointer.split("/").at(-1)}”这一项`,
        };
      }
    }
  },
});
