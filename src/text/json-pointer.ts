/** The step of a pointer that stands for any entry of a list. */
export const ANY_ENTRY = "*";

/** Splits a JSON Pointer into its steps (RFC 6901 escapes undone). */
export function splitPointer(pointer: string): readonly string[] {
  const known = split.get(pointer);
  if (known) return known;
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (split.size >= MOST) split.clear();
  split.set(pointer, steps);
  return steps;
}

/** Pointers split before: the same few hundred are followed in every document. */
const split = new Map<string, readonly string[]>();

/** As many as are kept, lest documents with ever other keys fill the memory. */
const MOST = 4096;

/** Appends one step to a JSON Pointer. */
export function joinPointer(pointer: string, step: string | number): string {
  const plain = typeof step === "number" || !(step.includes("~") || step.includes("/"));
  return `${pointer}/${plain ? step : step.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The value at a JSON Pointer, or undefined where nothing is. */
export function valueAt(data: unknown, pointer: string): unknown {
  let value = data;
  for (const step of splitPointer(pointer)) value = valueOfKey(value, step);
  return value;
}

/** What a value holds under a key, or undefined where nothing is. */
export function valueOfKey(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const part = (value as Record<string, unknown>)[key];
  // what every object has: functions, and one thing that is none
  if (typeof part === "function" || (key === "__proto__" && !Object.hasOwn(value, key))) return undefined;
  return part;
}
