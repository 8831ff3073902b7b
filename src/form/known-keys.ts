import type { Field } from "../model/field.js";

/** The keys of some forms, by which a line of a text that does not parse is known for what it is. */
export interface KnownKeys {
  /**
   * Whether a form has a field of this name; with `above`, right below one of that name ("" for the form itself), and
   * be it by a pattern.
   */
  has(name: string, above?: string): boolean;
  /** Whether that field holds a text of several paragraphs. */
  isNarrative(name: string, above: string): boolean;
}

/** No key at all: what a text is read with as long as no form is known. */
export const NO_KEYS: KnownKeys = { has: () => false, isNarrative: () => false };

/** Collects the keys of forms, given by their roots. */
export function knownKeys(roots: Field[]): KnownKeys {
  // by name and the name above it
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
