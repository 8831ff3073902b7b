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
  };
}
