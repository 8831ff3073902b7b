import { labelOf, namesAt, selectFields } from "../model/document-values.js";
import type { Field } from "../model/field.js";
import type { Entity } from "../model/json-schema.js";
import { defineRule } from "../model/rule.js";

const NAMES: (Entity | undefined)[] = ["organisation", "park", "person"];

/** What gives away that an entry is not one name, with what it should be instead. */
const ODD: [RegExp, string][] = [
  [/^\s*[-－—–•·*]/u, "每个名称单独一行,以减号加一个空格开头:“- 名称”"],
  [/^\s*[(（]?\d{1,2}(?:[、)）]|[.．](?![a-z\d]))/iu, "每个名称单独一行,以“- ”开头,不编号"],
  [/\n|[\u4e00-\u9fff]{3}[ \u3000]+[\u4e00-\u9fff]{3}/u, "不止一个名称时,用顿号“、”隔开,或每行一个、以“- ”开头"],
  [/[\u4e00-\u9fff]{3}等\s*(?:(?:\d+|[一二三四五六七八九十百]+)\s*[家所个名人].*)?$/u, "名单要列全,一个一个写出来"],
  [/^(?:无|没有|暂无|略|待定)$/u, "没有就不写这一项"],
];

const isListOfNames = ({ entity }: Field) => NAMES.includes(entity);

export default defineRule({
  id: "one-name-each",
  severity: "error",
  title: "名单里一项是一个名称",
  about:
    "单位、人员等的名单,一项只写一个名称,数量才数得对。减号后面没有空格、自己编号、几个名称写在一起、“等14家企业”、“无”,都会让数量出错。",
  with: {},
  *check({ documents }) {
    for (const document of documents) {
      for (const { pointer: list, entity } of selectFields(document, isListOfNames)) {
        for (const { name, pointer } of namesAt(document, list)) {
          const hint = ODD.find(([pattern]) => pattern.test(name))?.[1];
          if (!hint) continue;
          const shown = entity === "person" ? "有一项" : `“${name}”`;
          yield { document, pointer, message: `${labelOf(document, list)}里${shown}不像是一个名称`, hint };
        }
      }
    }
  },
});
