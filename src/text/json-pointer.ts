/** The step in a pointer that stands for any entry of a list. */
export const ANY_ENTRY = "*";

/** Splits a JSON Pointer (RFC 6901) into its steps, and resolves the escapes `~0` and `~1`. */
export function splitPointer(pointer: string): readonly string[] {
  const known = splitCache.get(pointer);
  if (known) return known;
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (splitCache.size >= MAX_CACHED) splitCache.clear();
  splitCache.set(pointer, steps);
  return steps;
}

/** Pointers that were split before. Every document uses the same few hundred pointers. */
const splitCache = new Map<string, readonly string[]>();

/** Limit of the cache. Without it, documents that each have different keys would fill the memory. */
const MAX_CACHED = 4096;

/** Appends one step to a JSON Pointer, and escapes `~` and `/` in the step. */
export function joinPointer(pointer: string, step: string | number): string {
  const plain = typeof step === "number" || !(step.includes("~") || step.includes("/"));
  return `${pointer}/${plain ? step : step.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Returns the value at a JSON Pointer, or undefined when there is none. */
export function valueAt(data: unknown, pointer: string): unknown {
  let value = data;
  for (const step of splitPointer(pointer)) value = valueOfKey(value, step);
  return value;
}

/** Returns the value of a key of a mapping or list, or undefined when there is none. */
export function valueOfKey(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const part = (value as Record<string, unknown>)[key];
  // inherited properties are not data: they are functions, except `__proto__`
  if (typeof part === "function" || (key === "__proto__" && !Object.hasOwn(value, key))) return undefined;
  return part;
}
