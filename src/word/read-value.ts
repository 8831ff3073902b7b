import type { Data } from "../model/document.js";
import { type Field, isList } from "../model/field.js";
import { toHalfWidth } from "../text/half-width.js";
import { parseTypedDate } from "../text/parse-typed-date.js";
import { parseTypedNumber } from "../text/parse-typed-number.js";
import { splitNames } from "../text/split-names.js";
import { textOf } from "./body.js";
import type { Candidate } from "./candidates.js";
import { narrativeText } from "./narrative-text.js";

/** A value as read from the file. */
export interface ReadValue {
  /** undefined when the place is empty. */
  value: Data | undefined;
  /** Why it needs a look: the text does not read as the field wants it, and stays as it is printed. */
  doubt?: string;
}

/** Marks that people print in a cell to which nothing belongs. */
const NOTHING = /^[/／\\—–\-－_＿\s]*$/u;

/**
 * Reads the value that is printed for a field.
 * @param fixed texts that are printed around values, such as （公章） and (不超过200字)
 */
export function readValue(field: Field, candidate: Candidate, fixed: readonly string[]): ReadValue {
  if (field.wordLimit !== undefined) {
    const text = narrativeText(candidate.blocks, fixed);
    return { value: text === "" ? undefined : text };
  }
  const text = withoutFixed(textOf(candidate.blocks.length > 0 ? candidate.blocks : []) || candidate.text, fixed);
  return NOTHING.test(text) ? { value: undefined } : readText(field, text);
}

/** Takes fixed texts off the end of a value and lines that say nothing else. */
function withoutFixed(text: string, fixed: readonly string[]): string {
  const plain = (each: string) => toHalfWidth(each).replace(/\s/gu, "");
  const whole = new Set(fixed.map(plain));
  const lines = text.split("\n").filter((line) => !whole.has(plain(line)));
  return lines
    .map((line) => {
      const suffix = fixed.find((each) => /^[（(]/u.test(each) && plain(line).endsWith(plain(each)));
      return suffix === undefined ? line : line.replace(/[（(][^（()）]*[)）]\s*$/u, "");
    })
    .join("\n")
    .trim();
}

function readText(field: Field, text: string): ReadValue {
  const { schema, children, unit } = field;
  const types = [schema.type ?? []].flat();
  if (schema.join !== undefined && children.length > 0) return readParts(field, text);
  if (isList(field)) return { value: text, doubt: "这一项是名单,没有认出各项" };
  if (schema.items) return { value: splitNames(text).map(({ name }) => name) };
  if (types.includes("number") || types.includes("integer")) {
    if (!types.includes("string")) return readNumber(text, unit);
  }
  if (types.includes("boolean")) return { value: text, doubt: "不知道是“是”还是“否”" };
  const line = text
    .split("\n")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .join("");
  if (schema.print === "date" || schema.format === "date" || isDatePattern(field)) {
    const date = parseTypedDate(line.replace(/\s/gu, ""));
    return date === undefined ? { value: line, doubt: "不是日期" } : { value: date };
  }
  const { lead = "" } = schema;
  return { value: lead !== "" && line.startsWith(lead) ? line.slice(lead.length) : line };
}

function readNumber(text: string, unit: string | undefined): ReadValue {
  const line = text.replace(/\s+/gu, " ").trim();
  // an empty cell may have its unit printed
  if (line === unit) return { value: undefined };
  // a figure may stand with any of the units that a label has
  const figure =
    parseTypedNumber(line, unit) ?? parseTypedNumber(line.replace(/^([\d.,，]+) ?[\p{L}²㎡%]{1,3}$/u, "$1"), unit);
  if (figure === undefined) return { value: line, doubt: "不是数字" };
  const exact = parseTypedNumber(line, unit) !== undefined;
  return { value: Number(figure), ...(!exact && { doubt: "单位与表上的不同" }) };
}

/** Reads a value that is printed as several, such as 36.5/1480, or (拟)2024年6月. */
function readParts({ children, schema }: Field, text: string): ReadValue {
  const { join = "" } = schema;
  const flag = children.find((child) => child.schema.type === "boolean");
  const others = children.filter((child) => child !== flag);
  if (join === "" && flag && others.length === 1) {
    const [own] = others as [Field];
    const title = toHalfWidth(flag.title);
    const plain = toHalfWidth(text).trim();
    // people print the mark with brackets or without
    const mark = [title, title.replace(/[()]/gu, "")].find((each) => plain.startsWith(each));
    const { value, ...doubt } = readText(own, mark === undefined ? text : plain.slice(mark.length));
    if (value === undefined) return { value };
    return { value: mark === undefined ? value : { [flag.key]: true, [own.key]: value }, ...doubt };
  }
  const pieces = join === "" ? [text] : toHalfWidth(text).split(join);
  const parts = pieces.length === children.length ? children : partsIn(children, pieces);
  if (pieces.length !== parts.length) return { value: text, doubt: `应有 ${children.length} 个值` };
  const read = parts.map((child, index) => ({ child, ...readText(child, (pieces[index] as string).trim()) }));
  const doubt = read.find((each) => each.doubt !== undefined)?.doubt;
  const filled = read.filter(({ value }) => value !== undefined && value !== "");
  return {
    value:
      filled.length === 0
        ? undefined
        : Object.fromEntries(filled.map(({ child, value }) => [child.key, value as Data])),
    ...(doubt !== undefined && { doubt }),
  };
}

/** Finds the parts that are printed: those that must be, and choices that one of the pieces is. */
function partsIn(parts: readonly Field[], pieces: readonly string[]): Field[] {
  return parts.filter(
    ({ required, schema }) => required || pieces.some((piece) => schema.enum?.includes(piece.trim())),
  );
}

/**
 * Reads the figure in brackets behind the number of names, `3（8640）`.
 * @returns undefined when the text has none
 */
export function readTally(text: string): number | undefined {
  const figure = /[（(]\s*([\d,，.]+)\s*(?:人|名)?\s*[)）]/u.exec(text)?.[1];
  return figure === undefined ? undefined : Number(figure.replace(/[,，]/gu, ""));
}

/**
 * Reads a cell that holds the values of several fields, each on a line, or with a telephone number behind the others.
 * @returns a value for each field, in their order
 */
export function readShared(fields: readonly Field[], candidate: Candidate, fixed: readonly string[]): ReadValue[] {
  const text = withoutFixed(textOf(candidate.blocks), fixed);
  if (NOTHING.test(text)) return [];
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const phoneAt = fields.findIndex(({ entity }) => entity === "phone");
  if (phoneAt === fields.length - 1 && fields.length === 2) {
    const [first, phone] = fields as [Field, Field];
    const whole = lines.join(" ");
    const number = /[+(（]?\d[\d\s()（）+—–－-]{5,}(?:[、/,，;；]\s*[\d()（）—–－-][\d\s()（）—–－-]{5,})*$/u.exec(
      whole,
    )?.[0];
    if (number === undefined) return [readText(first, whole)];
    const before = withoutLabel(whole.slice(0, whole.length - number.length), [phone.title, phone.key, "电话", "手机"]);
    return [before === "" ? { value: undefined } : readText(first, before), readText(phone, number.trim())];
  }
  if (lines.length < fields.length && fields.slice(lines.length).every(({ required }) => !required))
    return lines.map((line, index) => readText(fields[index] as Field, line));
  if (lines.length === fields.length) return fields.map((field, index) => readText(field, lines[index] as string));
  return [{ ...readText(fields[0] as Field, text), doubt: `这一格有 ${fields.length} 项,没有分开` }];
}

/** Takes marks, and a label that people type before a number, off the end of a text. */
function withoutLabel(text: string, labels: readonly string[]): string {
  const plain = text.replace(/[、,，;；:：/\s]+$/u, "");
  const label = labels.find((each) => plain.endsWith(each));
  return label === undefined ? plain.trim() : withoutLabel(plain.slice(0, -label.length), []);
}

/** Whether a text must be a date, by its pattern. Patterns of telephone numbers count digits, too. */
function isDatePattern({ entity, schema }: Field): boolean {
  return entity === undefined && /^\^(?:\(\?[^)]*\))*\\d\{4\}-/u.test(schema.pattern ?? "");
}
