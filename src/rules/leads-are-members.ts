import { groupAt, labelOf, namesAt, quoteName, selectFields } from "../model/document-values.js";
import type { Field } from "../model/field.js";
import { defineRule } from "../model/rule.js";
import { fold } from "../text/fold.js";
import { joinPointer } from "../text/json-pointer.js";
import { hasDoubtfulNames, notOneName } from "./support/doubtful-names.js";

const isOrganisation = ({ entity }: Field) => entity === "organisation";

export default defineRule({
  id: "leads-are-members",
  severity: "warning",
  title: "牵头单位列在成员中",
  about: "牵头单位也是成员,应当出现在成员名单里,名称一致。成员还没填写时和 --draft 时不提示。",
  with: { leads: "fields", members: "field" },
  *check({ documents, with: { leads, members } }) {
    for (const document of documents) {
      // of members that cannot be read, the check of the schema has said so
      const kinds = groupAt(document, members);
      if (!kinds || Object.keys(kinds).some((kind) => !groupAt(document, joinPointer(members, kind)))) continue;
      const lists = selectFields(document, isOrganisation, members);
      if (lists.some(({ pointer }) => hasDoubtfulNames(document, pointer))) continue;
      const listed = new Set(lists.flatMap((field) => namesAt(document, field.pointer)).map(({ name }) => fold(name)));
      for (const lead of leads) {
        for (const { name, pointer } of namesAt(document, lead).filter((each) => !listed.has(fold(each.name)))) {
          if (notOneName(name, "organisation")) continue;
          yield {
            document,
            pointer,
            message: `${labelOf(document, lead)}${quoteName(name)}不在${labelOf(document, members)}里`,
            hint: "在成员中加上它,或检查两处名称是否一致",
            unfilled: true,
          };
        }
      }
    }
  },
});
