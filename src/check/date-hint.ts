import { isDateField } from "../fix/infer-value.js";
import { plannedForm } from "../fix/marked-value.js";
import type { Field } from "../model/field.js";
import { impossibleDay } from "../text/parse-typed-date.js";

/**
 * Says what is wrong with a date, and how to write it. A date with a mark such as 拟 keeps its mark.
 * @returns words to follow the value, if there is more to say of it, and a hint; undefined for other fields
 */
export function dateTrouble(typed: string, field: Field): { what?: string; hint?: string | undefined } | undefined {
  if (!isDateField(field)) return undefined;
  const planned = plannedForm(typed, field);
  if (planned !== undefined) return { hint: `写成 ${planned}` };
  const what = impossibleDay(typed);
  const isShortForm = field.parent?.schema.shorthand === field.key;
  const hint = (isShortForm && field.parent?.hint) || field.hint;
  return what === undefined ? { hint } : { what, hint };
}
