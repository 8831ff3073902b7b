/** The step of a pointer that stands for any entry of a list. */
export const ANY = "*";

/** Splits a JSON Pointer into its steps (RFC 6901 escapes undone). */
export function steps(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Appends one step to a JSON Pointer. */
export function join(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The value at a JSON Pointer, or undefined where nothing is. */
export function valueAt(data: unknown, pointer: string): unknown {
  let value = data;
  for (const step of steps(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
