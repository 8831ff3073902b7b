import { isFilled, labelOf, namesAt, selectFields } from "../model/document-values.js";
import type { Field } from "../model/field.js";
import { defineRule } from "../model/rule.js";
import { fold } from "../text/fold.js";

const isOrganisation = ({ entity }: Field) => entity === "organisation";

export default defineRule({
  id: "leads-are-members",
  severity: "warning",
  title: "牵头单位列在成员中",
  about: "牵头单位也是成员,应当出现在成员名单里,名称一致。成员还没填写时和 --draft 时不提示。",
  with: { leads: "fields", members: "field" },
  *check({ documents, with: { leads, members } }) {
    for (const document of documents.filter((each) => isFilled(each, members))) {
      const lists = selectFields(document, isOrganisation, members);
      const listed = new Set(lists.flatMap((field) => namesAt(document, field.pointer)).map(({ name }) => fold(name)));
      for (const lead of leads) {
        for (const { name, pointer } of namesAt(document, lead).filter((each) => !listed.has(fold(each.name)))) {
          yield {
            document,
            pointer,
            message: `${labelOf(document, lead)}“${name}”不在${labelOf(document, members)}里`,
            hint: "在成员中加上它,或检查两处名称是否一致",
            unfilled: true,
          };
        }
      }
    }
  },
});
