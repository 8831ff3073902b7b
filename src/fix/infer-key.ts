import type { Field } from "../model/field.js";
import { fold } from "../text/fold.js";

/**
 * Finds the key that is certainly meant by a key that the form does not have. It accepts a different width, spaces,
 * punctuation or “和”; the printed label; the unit after the key; and, when no other key is similar, one missing
 * character or two exchanged neighbours. A wrong character may change the meaning (牵头院校), so it is not accepted.
 * @param typed the key as typed
 * @param holder the field whose children are the possible keys
 * @returns undefined when there is any doubt
 */
export function inferKey(typed: string, holder: Field): string | undefined {
  const keys = holder.children.filter((child) => !child.schema.deprecated);
  const plain = simplify(typed);
  const same = keys.filter((child) => spellings(child).has(plain));
  if (same.length > 0) return same.length === 1 ? same[0]?.key : undefined;
  const slips = keys.filter((child) => child.key.length >= 4 && isSlipOf(plain, simplify(child.key)));
  const [key, ...more] = slips;
  if (!key || more.length > 0) return undefined;
  const near = keys.some((child) => child !== key && sharesMost(child.key, key.key));
  return near ? undefined : key.key;
}

/** Removes from a name everything that does not distinguish keys: width, spaces, punctuation and words for “and”. */
function simplify(name: string): string {
  return fold(name).replace(/[、,，。.:：;；()（）\-—/·和与及]/gu, "");
}

/** Lists the simplified spellings that certainly mean a field. */
function spellings(field: Field): Set<string> {
  const known = spellingCache.get(field);
  if (known) return known;
  const { key, title, unit = "" } = field;
  // a field that counts things may be written with 数 or 数量 after it
  const counted = unit !== "" && !/[%元]/u.test(unit) ? [`${key}数`, `${key}数量`] : [];
  const all = new Set([key, title, ...(unit ? [key + unit] : []), ...counted].map(simplify));
  spellingCache.set(field, all);
  return all;
}

/** Cache by field, because the spellings are needed for each unknown key in each document. */
const spellingCache = new WeakMap<Field, Set<string>>();

/** Tells whether `typed` is `key` with one character missing or two neighbours exchanged. */
function isSlipOf(typed: string, key: string): boolean {
  const positions = [...Array(key.length).keys()];
  if (typed.length === key.length - 1) return positions.some((i) => key.slice(0, i) + key.slice(i + 1) === typed);
  if (typed.length !== key.length) return false;
  return positions.slice(1).some((i) => key.slice(0, i - 1) + key[i] + key[i - 1] + key.slice(i + 1) === typed);
}

/** Tells whether two keys share all characters but one. With one character missing, either may be meant. */
function sharesMost(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const shared = [...one].filter((char) => other.includes(char)).length;
  return shared >= Math.max(one.length, other.length) - 1;
}
