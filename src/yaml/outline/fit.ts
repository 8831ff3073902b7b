import type { Data } from "../../model/document.js";
import { childField, type Field } from "../../model/field.js";

/** How well data fit a form. */
export interface Fit {
  /** How many values stand in fields of the form. */
  values: number;
  /** How many values and sections the form does not have where they stand. */
  strangers: number;
}

/** Counts the values that a form has a field for, and the others. */
export function fitOf(data: Data, field: Field): Fit {
  if (data === null || data === undefined || data === "") return { values: 0, strangers: 0 };
  if (typeof data !== "object") {
    const isSection = field.children.length > 0 && field.schema.shorthand === undefined;
    return isSection ? { values: 0, strangers: 1 } : { values: 1, strangers: 0 };
  }
  // a list that stands for its section, in the short form
  const short = Array.isArray(data) && field.schema.items === undefined ? field.schema.shorthand : undefined;
  const holder = short === undefined ? field : (childField(field, short) ?? field);
  const parts = Object.entries(data).map(([key, value]): Fit => {
    const child = childField(holder, key);
    return child ? fitOf(value as Data, child) : { values: 0, strangers: 1 };
  });
  return parts.reduce(
    (sum, part) => ({ values: sum.values + part.values, strangers: sum.strangers + part.strangers }),
    { values: 0, strangers: 0 },
  );
}

/** Whether data fit a form better than others: more of them are in their fields, and no more are strange to it. */
export function fitsBetter(one: Fit, other: Fit): boolean {
  return one.values > other.values && one.strangers <= other.strangers;
}
