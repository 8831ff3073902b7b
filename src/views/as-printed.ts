import type { Data } from "../model/document.js";
import { namesIn } from "../model/document-values.js";
import type { Field } from "../model/field.js";
import { formatChineseDate, formatNumber } from "../text/format-values.js";
import { printedText } from "../text/markdown.js";
import { parseTypedNumber } from "../text/parse-typed-number.js";

/**
 * Writes the value of a field as it is printed, so that two ways of typing the same thing give the same text: 1860 and
 * 1,860, a date in digits and in words, a narrative with and without Markdown.
 * @returns "" when nothing is filled in
 */
export function asPrinted(field: Field, value: Data | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "string") return textAsPrinted(field, value);
  const names = namesIn(value).map(({ name }) => name.trim());
  if (Array.isArray(value) && names.length === value.length) return names.join("、");
  return JSON.stringify(value);
}

function textAsPrinted(field: Field, text: string): string {
  const { wordLimit, isText, schema } = field;
  if (wordLimit !== undefined) return trimmedLines(printedText(text)).join("\n");
  const number = isText ? undefined : parseTypedNumber(text, field.unit);
  if (number !== undefined) return formatNumber(Number(number));
  const line = trimmedLines(text).join(" ");
  return schema.print === "date" ? formatChineseDate(line) : line;
}

/** The lines of a text without the white space around them; empty ones are left out, as on paper. */
function trimmedLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/[\s\u3000]+/gu, " ").trim())
    .filter((line) => line !== "");
}
