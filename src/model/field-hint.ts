import { type Field, isYear } from "./field.js";

/** What separates the parts of a hint: label, unit, word limit and so on. */
export const HINT_SEPARATOR = ";";

/**
 * Gives the hint that a blank document shows for a field: its label, unit, word limit and how to fill it in, as far as
 * it has them.
 * @returns "" when the key says everything
 */
export function fieldHint(field: Field): string {
  return [...ownParts(field, (unit) => `单位是 ${unit}`), ...listExample(field)].join(HINT_SEPARATOR);
}

/** Gives every hint that a blank document has ever shown for a field. Files that were begun long ago have the old ones. */
export function allFieldHints(field: Field): string[] {
  const former = ownParts(field, (unit) => unit).join(HINT_SEPARATOR);
  return [...new Set([fieldHint(field), former])].filter((hint) => hint !== "");
}

function ownParts(field: Field, unitNote: (unit: string) => string): string[] {
  const { key, title, hint, unit, wordLimit, children } = field;
  // When a figure has one value for each year, its unit is written once, with the name of the figure.
  const showsUnit = children.length === 0 ? !isYear(field) : children.every((child) => isYear(child));
  return [
    ...(title === key || isYear(field) ? [] : [title]),
    ...(unit && showsUnit && !title.includes(unit) ? [unitNote(unit)] : []),
    ...(wordLimit === undefined ? [] : [`不超过 ${wordLimit} 字`]),
    ...(hint ? [hint] : []),
  ];
}

/** Shows how several values are written, for a field that may have several. */
function listExample({ schema: { type, items }, children }: Field): string[] {
  if (!items || children.length > 0 || !type?.includes("array")) return [];
  const [first = "甲", second = "乙"] = items.enum?.map(String) ?? [];
  return [`不止一个的写成:${first}、${second}`];
}
