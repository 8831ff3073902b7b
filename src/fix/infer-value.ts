import type { Field } from "../model/field.js";
import { fold } from "../text/fold.js";
import { toHalfWidth } from "../text/half-width.js";
import { parseTypedDate } from "../text/parse-typed-date.js";
import { parseTypedNumber } from "../text/parse-typed-number.js";

/** Words for yes and no. 有 and 无 are not included, because they answer another question. */
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

/** Matches a telephone number. One in a wrong field is not fixed: only the person who typed it knows what is meant. */
const PHONE = /\d{11}/u;

/**
 * Finds the value that is certainly meant by one that the schema does not accept: 500 for 500万元.
 * @param typed the value as typed, without quotation marks
 * @returns the value as YAML writes it; undefined when there is any doubt, and for personal data
 */
export function inferValue(typed: string, field: Field): string | undefined {
  const { schema, unit, entity } = field;
  if (entity === "person" || entity === "phone") return undefined;
  const types = [schema.type ?? []].flat();
  if (types.includes("number") || types.includes("integer")) {
    const number = parseTypedNumber(withoutQuotes(typed), unit);
    const fits = number && (types.includes("number") || Number.isInteger(Number(number))) && !PHONE.test(number);
    return fits ? number : undefined;
  }
  if (types.includes("boolean")) {
    const answer = toHalfWidth(withoutQuotes(typed)).trim().toLowerCase();
    return Object.hasOwn(ANSWERS, answer) ? ANSWERS[answer] : undefined;
  }
  if (isDateField(field)) return inferDate(withoutQuotes(typed), field);
  if (schema.enum || schema.const !== undefined) return inferChoice(typed, field);
  return undefined;
}

/** Tells whether a field holds a date: a day or a month. */
export function isDateField({ schema }: Field): boolean {
  return schema.format === "date" || schema.print === "date";
}

/** Finds the date that is meant, if the field accepts it. */
function inferDate(typed: string, { schema }: Field): string | undefined {
  const date = parseTypedDate(typed);
  if (!date || (schema.format === "date" && date.length !== "2024-02-20".length)) return undefined;
  return schema.pattern === undefined || new RegExp(schema.pattern, "u").test(date) ? date : undefined;
}

/** Finds the choice that is the same except for width, case, spaces or an alias. */
function inferChoice(typed: string, { schema }: Field): string | undefined {
  const { aliases = {}, enum: choices = [schema.const] } = schema;
  const named = choices.filter((each) => typeof each === "string").filter((each) => fold(each) === fold(typed));
  const meant = new Set(named.map((each) => (Object.hasOwn(aliases, each) ? (aliases[each] as string) : each)));
  return meant.size === 1 ? [...meant][0] : undefined;
}

/** Removes quotation marks around a value. Word replaces straight ones with curly ones, which YAML does not know. */
function withoutQuotes(typed: string): string {
  return typed.replace(/^[“”"‘’'](.*)[“”"‘’']$/u, "$1");
}
