import type { Field } from "../model/field.js";
import { toHalfWidth } from "../text/half-width.js";
import { inferValue } from "./infer-value.js";

/** A value typed with a mark: the field that the mark sets to true, and the text without the mark. */
interface Marked {
  mark: Field;
  rest: string;
}

/**
 * Splits a mark from a value. 拟2024年6月 and 2024年6月（拟） are a date, and the mark of the field 拟 beside it.
 * @param field the field that holds the value
 */
export function splitMark(typed: string, field: Field): Marked | undefined {
  const text = toHalfWidth(typed).trim();
  for (const mark of field.parent?.children ?? []) {
    for (const word of [...(mark.schema.marks ?? [])].sort((a, b) => b.length - a.length)) {
      const around = [`(${word})`, word];
      const before = around.find((each) => text.startsWith(each));
      const after = around.find((each) => text.endsWith(each));
      const found = before ?? after;
      if (found === undefined || found.length === text.length) continue;
      const rest = before === undefined ? text.slice(0, -found.length) : text.slice(found.length);
      return { mark, rest: rest.replace(/^[:\s]+|\s+$/gu, "") };
    }
  }
  return undefined;
}

/** Writes a value that has a mark as the parts that are meant: {拟: true, 时间: 2024-06}. Undefined without a mark. */
export function plannedForm(typed: string, field: Field): string | undefined {
  const marked = splitMark(typed, field);
  if (!marked) return undefined;
  const value = inferValue(marked.rest, field) ?? String(field.schema.examples?.[0] ?? "");
  return `{${marked.mark.key}: true, ${field.key}: ${value}}`;
}
