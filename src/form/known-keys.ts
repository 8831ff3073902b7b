import type { Field } from "../model/field.js";

/** The keys of some forms. When a text is not valid YAML, they show which of its lines are fields. */
export interface KnownKeys {
  /**
   * Whether a form has a field with this key.
   * @param above the field must be directly below a field with this key (`""`: directly in the document). Keys that only
   * match a pattern of that field count, too.
   */
  has(name: string, above?: string): boolean;
  /** Whether the field `name` below `above` is a narrative, that is, a text with a word limit. */
  isNarrative(name: string, above: string): boolean;
  /** The root field of the form that a text is, judging by the name in it, or else by its keys. */
  rootOf?(lines: string[]): Field | undefined;
}

/** Knows no key. It is used to read a text as long as its form is not known. */
export const NO_KEYS: KnownKeys = { has: () => false, isNarrative: () => false };

/** Collects the keys of some kinds of documents. @param roots the root fields of these kinds */
export function knownKeys(roots: Field[]): KnownKeys {
  // For each key and the key above it: whether the field is a narrative.
  const narrative = new Map<string, Map<string, boolean>>();
  const patterns = new Map<string, RegExp[]>();
  const add = ({ key, children, schema }: Field) => {
    for (const pattern of Object.keys(schema.patternProperties ?? {}))
      patterns.set(key, [...(patterns.get(key) ?? []), new RegExp(pattern, "u")]);
    for (const child of children) {
      const above = narrative.get(child.key) ?? new Map<string, boolean>();
      narrative.set(child.key, above.set(key, (above.get(key) ?? true) && child.wordLimit !== undefined));
      add(child);
    }
  };
  roots.forEach(add);
  return {
    has(name, above) {
      if (above === undefined) return narrative.has(name);
      return narrative.get(name)?.has(above) === true || patterns.get(above)?.some((each) => each.test(name)) === true;
    },
    isNarrative: (name, above) => narrative.get(name)?.get(above) === true,
    rootOf: (lines) => rootNamedIn(lines, roots) ?? rootLike(lines, roots),
  };
}

/** The field that names the form. */
const NAME = "表单";

function rootNamedIn(lines: string[], roots: Field[]): Field | undefined {
  const typed = lines.find((line) => line.trimStart().startsWith(NAME));
  const name = /表单\s*[:：]?\s*["']?([^\s"'#:：]+)/u.exec(typed ?? "")?.[1];
  return roots.find(({ children }) => children.some(({ key, schema }) => key === NAME && schema.const === name));
}

/** The form with the most fields of which a line has the key, if no other has as many. */
function rootLike(lines: string[], roots: Field[]): Field | undefined {
  const typed = new Set(lines.flatMap((line) => /^\s?([^\s:：]+)\s*[:：]/u.exec(line)?.[1] ?? []));
  const shared = ({ children }: Field) => children.filter(({ key }) => typed.has(key)).length;
  const [best, next] = [...roots].sort((a, b) => shared(b) - shared(a));
  return best && shared(best) > 2 && (!next || shared(best) > shared(next)) ? best : undefined;
}
