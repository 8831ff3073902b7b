import type { Field } from "../model/field.js";
import { fold } from "../text/fold.js";
import { toHalfWidth } from "../text/half-width.js";
import { parseTypedDate } from "../text/parse-typed-date.js";
import { parseTypedNumber } from "../text/parse-typed-number.js";

/** Yes and no; 有 and 无 are not, as they answer another question. */
const ANSWERS: Record<string, string> = {
  是: "true",
  yes: "true",
  "√": "true",
  "✓": "true",
  "✔": "true",
  true: "true",
  否: "false",
  no: "false",
  "×": "false",
  "✗": "false",
  "✘": "false",
  false: "false",
};

/** Digits enough to be a telephone number; it is left to who typed it in a wrong place. */
const PHONE = /\d{11}/u;

/**
 * What is certainly meant by a value the schema does not take, as YAML writes it: 500 for 500万元.
 * @param typed the value as typed, quotes aside
 * @returns undefined when there is any doubt, or when it is personal
 */
export function inferValue(typed: string, field: Field): string | undefined {
  const { schema, unit, entity } = field;
  if (entity === "person" || entity === "phone") return undefined;
  const types = [schema.type ?? []].flat();
  if (types.includes("number") || types.includes("integer")) {
    const number = parseTypedNumber(straight(typed), unit);
    const fits = number && (types.includes("number") || Number.isInteger(Number(number))) && !PHONE.test(number);
    return fits ? number : undefined;
  }
  if (types.includes("boolean")) {
    const answer = toHalfWidth(straight(typed)).trim().toLowerCase();
    return Object.hasOwn(ANSWERS, answer) ? ANSWERS[answer] : undefined;
  }
  if (isDateField(field)) return meantDate(straight(typed), field);
  if (schema.enum || schema.const !== undefined) return meantChoice(typed, field);
  return undefined;
}

/** Whether a field holds a date, of a day or of a month. */
export function isDateField({ schema }: Field): boolean {
  return schema.format === "date" || schema.print === "date";
}

function meantDate(typed: string, { schema }: Field): string | undefined {
  const date = parseTypedDate(typed);
  if (!date || (schema.format === "date" && date.length !== "2024-02-20".length)) return undefined;
  return schema.pattern === undefined || new RegExp(schema.pattern, "u").test(date) ? date : undefined;
}

/** A choice typed in another width, case or with spaces. */
function meantChoice(typed: string, { schema }: Field): string | undefined {
  const { aliases = {}, enum: choices = [schema.const] } = schema;
  const named = choices.filter((each) => typeof each === "string").filter((each) => fold(each) === fold(typed));
  const meant = new Set(named.map((each) => (Object.hasOwn(aliases, each) ? (aliases[each] as string) : each)));
  return meant.size === 1 ? [...meant][0] : undefined;
}

/** Without the curly quotes Word puts in the place of straight ones. */
function straight(typed: string): string {
  return typed.replace(/^[“”"‘’'](.*)[“”"‘’']$/u, "$1");
}
