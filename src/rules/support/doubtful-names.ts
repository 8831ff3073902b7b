import type { FormDocument } from "../../model/document.js";
import { namesAt } from "../../model/document-values.js";
import { type Field, fieldAt } from "../../model/field.js";
import type { Entity, Pointer } from "../../model/json-schema.js";
import { hasLongNumber } from "../../text/mask-long-numbers.js";

/** Kinds of names of which a list has one in each entry. */
const NAMES: (Entity | undefined)[] = ["organisation", "park", "person"];

/** Selects lists of names, for `selectFields`. */
export const isListOfNames = ({ entity }: Field): boolean => NAMES.includes(entity);

const CHINESE = String.raw`[\u3400-\u9fff]`;

/** Patterns that show that an entry is not exactly one name, each with the hint how to write it. */
const NOT_ONE_NAME: [RegExp, string][] = [
  [/^\d+(?:[\s\u3000]+\D.*)?$/u, "每个名称单独一行,以“- ”开头,不编号"],
  [/[：:]/u, "只写名称,不带栏目名和冒号"],
  [
    new RegExp(`${CHINESE}{3}等\\s*(?:(?:\\d+|[一二三四五六七八九十百]+)\\s*[家所个名人].*)?$`, "u"),
    "名单要列全,一个一个写出来",
  ],
  [/^(?:无|没有|暂无|略|待定)$/u, "没有就不写这一项"],
];

/** White space, perhaps with a bullet before or after it, between what look like two names. */
const SPACED_NAMES = new RegExp(`${CHINESE}{3}(?:\\s+[-－—–•·*]?\\s*|[-－—–•*]\\s+)${CHINESE}{3}`, "u");
const SPACED = "不止一个名称时,用顿号“、”隔开,或每行一个、以“- ”开头;是一个名称的,去掉中间的空格";
const UNCLOSED = "括号、引号要成对;不止一个名称时,用顿号“、”隔开,或每行一个、以“- ”开头";

/** Family names of two characters. With one of these a space may stand in front of a given name of two: 欧阳 若溪. */
const DOUBLE_FAMILY_NAMES =
  "欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 东方 南宫 西门 端木 百里 呼延 轩辕 独孤 申屠 太史 钟离 闻人 公冶 澹台 濮阳 淳于 单于 仲孙 拓跋 万俟 赫连 鲜于 闾丘 乐正 宰父 谷梁 欧侯 第五";

/** Gives the hint for an entry that is not exactly one name; undefined when it looks like one. */
export function notOneName(name: string, entity: Entity | undefined): string | undefined {
  if (entity === "person" && /[\d\uff10-\uff19]/u.test(name) && !/^\d/u.test(name)) return "只写姓名,不写电话、编号";
  if (hasLongNumber(name)) return "只写名称,不写电话";
  const hint = NOT_ONE_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if (hint !== undefined) return hint;
  if (entity === "person" ? arePeople(name) : SPACED_NAMES.test(name)) return SPACED;
  return isBalanced(name) ? undefined : UNCLOSED;
}

/** Tells whether white space stands between the names of two people: 张三 李四, but not 李 敏 or 程 若溪. */
function arePeople(name: string): boolean {
  const parts = name
    .replace(/[（(][^）)]*[）)]|[-－—–•*]\s/gu, " ")
    .trim()
    .split(/\s+/u);
  if (parts.length < 2) return false;
  const letters = parts.join("");
  if (!new RegExp(`^${CHINESE}+$`, "u").test(letters)) return false;
  // a name of two characters is often typed with spaces, to be as wide as one of three
  if (letters.length <= 3) return false;
  const [family = "", ...given] = parts;
  const isOne = letters.length === 4 && given.length === 1;
  return !(isOne && (family.length === 1 || DOUBLE_FAMILY_NAMES.split(" ").includes(family)));
}

const PAIRS = { "（": "）", "(": ")", "《": "》", "【": "】", "“": "”" } as const;

/** Tells whether every bracket and quotation mark has its other half, whatever width it is typed in. */
function isBalanced(name: string): boolean {
  const plain = name.replace(/[(]/gu, "（").replace(/[)]/gu, "）");
  return Object.entries(PAIRS).every(([open, close]) => plain.split(open).length === plain.split(close).length);
}

/** Tells whether an entry of a list is not exactly one name. What is counted or compared of such a list is not certain. */
export function hasDoubtfulNames(document: FormDocument, list: Pointer): boolean {
  const entity = fieldAt(document.kind.root, list)?.entity;
  return namesAt(document, list).some(({ name }) => notOneName(name, entity) !== undefined);
}
