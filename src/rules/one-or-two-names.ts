import { labelOf, namesAt, quoteName, selectFields } from "../model/document-values.js";
import type { Entity } from "../model/json-schema.js";
import { defineRule } from "../model/rule.js";
import { isListOfNames, notOneName } from "./support/doubtful-names.js";

/** What people type between two names instead of a separator, and what may just as well be a part of one name. */
const JOINT = /\s*(?:[/／\\|｜+＋&＆]|以及|[和与及暨])\s*|\s+/gu;

/** A joint that hardly any name contains. */
const STROKE = /[/／\\|｜]/u;

/** The name of a person as it is without spaces. */
const PERSON = /^[\u3400-\u9fff]{2,4}$/u;

const IN_BRACKETS = /[（(][^）)]*[）)]/gu;

export default defineRule({
  id: "one-or-two-names",
  severity: "warning",
  title: "看不出是一个还是两个名称的,问一下",
  about:
    "名单的一项里有 /、+、&、和、与、及或空格,两边都像是完整的名称时提示:是两个就分开写,是一个不用改。一项只有“有限公司”这样半个名称的也提示,多半是名称断成了两行。",
  with: { endings: "texts" },
  *check({ documents, with: { endings } }) {
    for (const document of documents) {
      for (const { pointer: list, entity } of selectFields(document, isListOfNames)) {
        for (const { name, pointer } of namesAt(document, list)) {
          // an entry that is not one name has been reported
          if (notOneName(name, entity) !== undefined) continue;
          const shown = entity === "person" ? "有一项" : quoteName(name);
          const at = { document, pointer };
          if (isPart(name, entity, endings)) {
            yield {
              ...at,
              message: `${labelOf(document, list)}里${shown}像是半个名称`,
              hint: "一个名称写在一行里,中间不换行;名称里没有顿号、逗号",
            };
          }
          const joint = jointIn(name, entity, endings);
          if (joint === undefined) continue;
          yield {
            ...at,
            message: `${labelOf(document, list)}里${shown}是一个名称,还是两个?`,
            hint: `两个的,把${joint}改成顿号“、”,或每行一个、以“- ”开头;一个的,不用改`,
          };
        }
      }
    }
  },
});

/** What may stand in front of the last word of a company's name, and is no name by itself. */
const FORM = /^(?:股份|有限|责任)+/u;

/** Tells whether an entry is only the end of a name, as 有限公司 is. */
function isPart(name: string, entity: Entity | undefined, endings: readonly string[]): boolean {
  if (entity !== "organisation") return false;
  const rest = name.replace(FORM, "");
  // offices are called by a word of three letters among those who know them; of two letters it is no name
  return endings.includes(rest) && (rest !== name || rest.length === 2);
}

/** Finds what stands between two parts of an entry that may each be a name. @returns the joint as messages show it */
function jointIn(name: string, entity: Entity | undefined, endings: readonly string[]): string | undefined {
  // a joint inside brackets belongs to what is in them
  const plain = name.replace(IN_BRACKETS, (inner) => "（".repeat(inner.length));
  for (const { 0: joint, index } of plain.matchAll(JOINT)) {
    const [before, after] = [name.slice(0, index), name.slice(index + joint.length)];
    const both = (test: (part: string) => boolean) => test(before) && test(after);
    if (entity === "person" ? arePeople(before, after, joint) : both((part) => isName(part, endings, joint)))
      return joint.trim() === "" ? "空格" : `“${joint.trim()}”`;
  }
  return undefined;
}

/** Tells whether both parts may be names of people. No name has more than four letters, so 王和平 is one. */
function arePeople(before: string, after: string, joint: string): boolean {
  const [one, other] = [before, after].map((part) => part.replace(/\s/gu, "")) as [string, string];
  return PERSON.test(one) && PERSON.test(other) && (STROKE.test(joint) || one.length + other.length > 4);
}

/** Tells whether a part may be the name of an organisation or a park: beside a stroke almost anything may. */
function isName(part: string, endings: readonly string[], joint: string): boolean {
  if (STROKE.test(joint)) return /[\u3400-\u9fff]{2}/u.test(part);
  // 甲公司（长沙） ends in 公司, and 甲（集团） in 集团
  const spellings = [part.replace(IN_BRACKETS, ""), part.replace(/[（()）]/gu, "")].map((each) => each.trim());
  return spellings.some((each) => endings.some((end) => each.length > end.length && each.endsWith(end)));
}
