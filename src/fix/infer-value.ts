import type { Field } from "../model/field.js";
import type { JsonSchema } from "../model/json-schema.js";
import { fold } from "../text/fold.js";
import { toHalfWidth } from "../text/half-width.js";
import { isNone } from "../text/nothing.js";
import { parseTypedDate } from "../text/parse-typed-date.js";
import { parseTypedNumber } from "../text/parse-typed-number.js";

/** Words for yes and no. What 有 and 无 mean depends on the question: `answers` in the schema says it. */
const ANSWERS: Record<string, string> = {
  是: "true",
  yes: "true",
  y: "true",
  "√": "true",
  "✓": "true",
  "✔": "true",
  true: "true",
  否: "false",
  no: "false",
  n: "false",
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
    const figure = withoutQuotes(typed);
    if (isNone(figure)) return mayBeNone(field) ? "0" : undefined;
    const number = parseTypedNumber(usual(figure), unit);
    return number !== undefined && fits(number, schema) && !PHONE.test(number) ? number : undefined;
  }
  if (types.includes("boolean")) {
    const answer = toHalfWidth(withoutQuotes(typed))
      .trim()
      .replace(/[。.!]$/u, "")
      .toLowerCase();
    const own = Object.entries(schema.answers ?? {}).find(([, words]) => words.includes(answer))?.[0];
    return own ?? (Object.hasOwn(ANSWERS, answer) ? ANSWERS[answer] : undefined);
  }
  if (isDateField(field)) return inferDate(withoutQuotes(typed), field);
  if (schema.enum || schema.const !== undefined) return inferChoice(typed, field);
  return undefined;
}

/** Tells whether 0 is a usual number in a field. Where it is not, 无 may mean that a number is not known yet. */
function mayBeNone({ schema, plausible }: Field): boolean {
  return fits("0", schema) && !(plausible && plausible[0] > 0);
}

/** Writes a figure the usual way: 0.5 for .5, 5 for +5, 1000 for 1_000. Leaves any other text as it is. */
function usual(figure: string): string {
  const plain = figure.trim().replace(/^\+(?=[.\d])/u, "");
  if (/^\.\d+$/u.test(plain)) return `0${plain}`;
  return /^\d{1,3}(?:_\d{3})+$/u.test(plain) ? plain.replaceAll("_", "") : plain;
}

/** Tells whether a field accepts a number. */
function fits(number: string, { type, minimum, maximum, multipleOf }: JsonSchema): boolean {
  const value = Number(number);
  const hundredths = multipleOf === 0.01 ? !/\.\d\d\d*?[1-9]/u.test(number) : true;
  const types = [type ?? []].flat();
  if (!types.includes("number") && !Number.isInteger(value)) return false;
  return hundredths && value >= (minimum ?? value) && value <= (maximum ?? value);
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
