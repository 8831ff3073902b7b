import type { Data } from "../model/document.js";
import { type Field, leafFields } from "../model/field.js";
import { closestMatches } from "../text/did-you-mean.js";
import { valueAt } from "../text/json-pointer.js";
import { maskPhones } from "../text/mask-phones.js";

/** Common surnames of one character. They cover nine persons in ten. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

/** Matches what looks like the name of a person. */
const NAME = new RegExp(`^[${SURNAMES}][ \u3000]*\\p{Script=Han}[ \u3000]*\\p{Script=Han}?$`, "u");

/** Tells whether a field holds names or telephone numbers of persons. Messages do not quote such values. */
export function isPersonal(field: Field): boolean {
  return isOfPerson(field) || field.children.some(isPersonal);
}

function isOfPerson({ entity }: Field): boolean {
  return entity === "person" || entity === "phone";
}

/** Lists the names of persons that a document has in its fields for them. */
export function personsIn(root: Field, data: Data): string[] {
  const fields = leafFields(root, data).filter(({ entity }) => entity === "person");
  return fields
    .flatMap(({ pointer }) => [valueAt(data, pointer)].flat())
    .filter((each): each is string => typeof each === "string" && each.length > 1);
}

/**
 * Tells whether a key that the form does not have is personal data: the name or the telephone number of a person, typed
 * on the left of a colon.
 * @param holder the field that has the key
 * @param persons names of persons in the document
 */
export function isPersonalKey(key: string, holder: Field, persons: string[]): boolean {
  if (isOfPerson(holder) || /\d{7}/u.test(key) || maskPhones(key) !== key) return true;
  if (persons.some((name) => key.includes(name))) return true;
  const keys = holder.children.map((child) => child.key);
  return holder.children.some(isOfPerson) && NAME.test(key) && closestMatches(key, keys).length === 0;
}
