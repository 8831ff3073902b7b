import type { Field } from "../model/field.js";
import { fold } from "../text/fold.js";

/**
 * The key that is certainly meant by one the form does not have: the same but for width, spaces, punctuation
 * and “和”, its printed label, its unit in brackets behind it, or one character left out or two changed round
 * where no other key is near. A character that is another one may be another meaning: 牵头院校 is only asked about.
 */
export function inferKey(typed: string, holder: Field): string | undefined {
  const keys = holder.children.filter((child) => !child.schema.deprecated);
  const plain = plainOf(typed);
  const same = keys.filter((child) => spellings(child).has(plain));
  if (same.length > 0) return same.length === 1 ? same[0]?.key : undefined;
  const slips = keys.filter((child) => child.key.length >= 4 && isSlipOf(plain, plainOf(child.key)));
  const [key, ...more] = slips;
  if (!key || more.length > 0) return undefined;
  const near = keys.some((child) => child !== key && sharesMost(child.key, key.key));
  return near ? undefined : key.key;
}

function plainOf(name: string): string {
  return fold(name).replace(/[、,，。.:：;；()（）\-—/·和与及]/gu, "");
}

/** What stands for a field without doubt. */
function spellings(field: Field): Set<string> {
  const known = spelt.get(field);
  if (known) return known;
  const { key, title, unit = "" } = field;
  // what is counted may be called its number
  const counted = unit !== "" && !/[%元]/u.test(unit) ? [`${key}数`, `${key}数量`] : [];
  const all = new Set([key, title, ...(unit ? [key + unit] : []), ...counted].map(plainOf));
  spelt.set(field, all);
  return all;
}

/** By field: they are asked for with every key of every document that has a wrong one. */
const spelt = new WeakMap<Field, Set<string>>();

/** Whether `typed` is `key` with one character left out or two neighbours changed round. */
function isSlipOf(typed: string, key: string): boolean {
  const at = [...Array(key.length).keys()];
  if (typed.length === key.length - 1) return at.some((i) => key.slice(0, i) + key.slice(i + 1) === typed);
  if (typed.length !== key.length) return false;
  return at.slice(1).some((i) => key.slice(0, i - 1) + key[i] + key[i - 1] + key.slice(i + 1) === typed);
}

/** Keys of one length that differ in a single character: one left out may leave either. */
function sharesMost(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const shared = [...one].filter((char) => other.includes(char)).length;
  return shared >= Math.max(one.length, other.length) - 1;
}
