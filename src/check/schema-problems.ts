import { inferValue } from "../fix/infer-value.js";
import type { SchemaCheckId } from "../model/diagnostic-ids.js";
import type { Data } from "../model/document.js";
import { type Field, fieldAt, isYear, namesYear, yearsInWords } from "../model/field.js";
import type { SchemaError } from "../model/json-schema.js";
import { closestMatches, didYouMean } from "../text/did-you-mean.js";
import { fold } from "../text/fold.js";
import { formatWithUnit } from "../text/format-values.js";
import { joinPointer, valueAt } from "../text/json-pointer.js";
import { maskPhones } from "../text/mask-phones.js";
import { dateTrouble } from "./date-hint.js";
import { numberHint } from "./number-hint.js";
import { isPersonal, isPersonalKey, personsIn } from "./personal-data.js";
import { phoneTrouble } from "./phone-hint.js";

/** A schema error in words that a clerk understands. */
export interface SchemaProblem {
  ruleId: SchemaCheckId;
  pointer: string;
  /** Whether the problem is shown at the key or at the value. */
  part: "key" | "value";
  /** Set when the last step of the pointer is personal data, which reports do not print. */
  isPersonalKey?: boolean;
  message: string;
  hint?: string | undefined;
  /** Set when the field is only not filled in yet; drafts may have such fields. */
  unfilled?: true;
}

/** A schema error, with what a sentence about it needs. */
interface ErrorDetails {
  error: SchemaError;
  /** The field that has the error. */
  field: Field;
  value: unknown;
  /** The value as the message quotes it; empty for personal data. */
  shown: string;
  /** Tells whether a key of the field is the name or the telephone number of a person. */
  isPersonalKey(key: string): boolean;
}

/** Makes the problem for one keyword; what it leaves out is filled in by `schemaProblems`. */
type Sentence = (details: ErrorDetails) => Partial<SchemaProblem> & Pick<SchemaProblem, "ruleId" | "message">;

/** JSON Schema types in Chinese. */
const TYPES: Record<string, string> = {
  number: "数字",
  integer: "整数",
  string: "文字",
  boolean: " true 或 false",
  array: "列表",
  object: "分项内容",
};

/** One sentence for each keyword that the schemas use. */
const SENTENCES: Record<string, Sentence> = {
  required({ error, field }) {
    const keys = error.params.missingProperties as string[];
    const [key = ""] = keys;
    const base = { ruleId: "schema/required", part: "key", unfilled: true } as const;
    if (namesYear(key, field.yearNames))
      return { ...base, ruleId: "schema/year", message: `「${field.name}」缺 ${yearsInWords(keys)}` };
    const missing = keys.map((each) => fieldAt(field, joinPointer("", each)) ?? field);
    if (keys.length > 1) {
      return {
        ...base,
        message: `${holderName(field)}还有 ${keys.length} 项没有填写:${missing.map((each) => `「${each.title}」`).join("")}`,
      };
    }
    return {
      ...base,
      pointer: joinPointer(error.instancePath, key),
      message: `「${missing[0]?.name}」还没有填写`,
      hint: missing[0]?.hint,
    };
  },
  additionalProperties({ error, field, isPersonalKey }) {
    const key = String(error.params.additionalProperty);
    const keys = field.children.filter((child) => !child.schema.deprecated).map((child) => child.key);
    const base = { pointer: joinPointer(error.instancePath, key), part: "key" as const };
    if (namesYear(key, field.yearNames) && field.children.some(isYear)) {
      return {
        ...base,
        ruleId: "schema/year",
        message: `「${field.name}」没有 ${yearsInWords([key])}这一栏`,
        hint: `只填 ${yearsInWords(keys)}`,
      };
    }
    if (isPersonalKey(key)) {
      const message = `${holderName(field)}没有这一项:冒号左边像是姓名或电话,这里不写出来`;
      return { ...base, ruleId: "schema/unknown-key", message, hint: namesHint(field, keys), isPersonalKey: true };
    }
    const labelled = field.children.find((child) => fold(child.title) === fold(key))?.key;
    const hint = didYouMean(labelled ? [labelled] : closestMatches(key, keys)) ?? namesHint(field, keys);
    return { ...base, ruleId: "schema/unknown-key", message: `${holderName(field)}没有“${key}”这一项`, hint };
  },
  type({ field, value, shown }) {
    if (value === null && field.parent && isEntry(field)) {
      return {
        ruleId: "schema/required",
        message: `「${field.parent.name}」里有空着的一项`,
        hint: "填上,或删去这一项",
        unfilled: true,
      };
    }
    const types = [field.schema.type ?? []].flat();
    const wanted = types.map((type) => TYPES[type] ?? type).join("或");
    return {
      ruleId: "schema/type",
      message: `「${field.name}」应当是${wanted}${shown ? `,现在写的是${spaced(shown).trimEnd()}` : ""}`,
      hint: typeHint(field, types, value),
    };
  },
  enum({ field, value, shown }) {
    const { aliases = {}, enum: all = [] } = field.schema;
    const allowed = all.map(String).filter((each) => !Object.hasOwn(aliases, each));
    return {
      ruleId: "schema/enum",
      message: `「${field.name}」写的${spaced(shown)}不在可选范围内`,
      hint: didYouMean(closestMatches(String(value), allowed)) ?? `可以写:${allowed.join("、")}`,
    };
  },
  const: ({ error, field, shown }) => ({
    ruleId: "schema/enum",
    message: `「${field.name}」写的是${spaced(shown).trimEnd()}`,
    hint: `只能写 ${error.params.allowedValue}`,
  }),
  minimum: ({ error, field, shown }) => ({
    ruleId: "schema/range",
    message: `「${field.name}」写了 ${shown},不能小于 ${formatWithUnit(Number(error.params.limit), field.unit)}`,
  }),
  maximum: ({ error, field, shown }) => ({
    ruleId: "schema/range",
    message: `「${field.name}」写了 ${shown},不能大于 ${formatWithUnit(Number(error.params.limit), field.unit)}`,
  }),
  multipleOf: ({ error, field, shown }) => ({
    ruleId: "schema/range",
    message: `「${field.name}」写了 ${shown},${error.params.multipleOf === 0.01 ? "最多两位小数" : `应当是 ${error.params.multipleOf} 的倍数`}`,
  }),
  pattern({ field, value, shown }) {
    const trouble = field.entity === "phone" ? phoneTrouble(String(value)) : dateTrouble(String(value), field);
    const what = [shown, trouble?.what].filter(Boolean).join(",");
    return {
      ruleId: "schema/format",
      message: `「${field.name}」的写法不对${what ? `:${what}` : ""}`,
      hint: trouble?.hint ?? field.hint,
    };
  },
  format({ field, value, shown }) {
    const trouble = dateTrouble(String(value), field);
    return {
      ruleId: "schema/format",
      message: `「${field.name}」的写法不对:${[shown, trouble?.what].filter(Boolean).join(",")}`,
      hint: trouble?.hint ?? field.hint,
    };
  },
  minLength: ({ field }) => ({
    ruleId: "schema/required",
    ...(isEntry(field)
      ? { message: `「${field.name}」里有空着的一项`, hint: "填上,或删去这一项" }
      : { message: `「${field.name}」还没有填写`, hint: field.hint }),
    unfilled: true,
  }),
  minItems: ({ field }) => ({
    ruleId: "schema/required",
    message: `「${field.name}」还没有填写`,
    hint: field.hint,
    unfilled: true,
  }),
  shorthand: ({ error, field }) => ({
    ruleId: "schema/type",
    message: `「${field.name}」里写的“${error.params.key}”没有读成单独的一项`,
    hint: `“${error.params.key}: ……”单独一行,冒号用半角,后面留一个空格;左边比「${field.title}」多空两格`,
  }),
  uniqueItems: ({ field }) => ({ ruleId: "schema/range", message: `「${field.name}」里有重复的项` }),
};

/**
 * Turns the errors of a schema check into problems, each reported once.
 * @param errors as ajv returns them
 * @param root root field of the form
 * @param data the document's data, from which messages quote values
 */
export function schemaProblems(errors: SchemaError[], root: Field, data: Data): SchemaProblem[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath));
  // a value of the wrong type always differs from `const` too: one error is enough
  const relevant = errors.filter(({ keyword, instancePath }) => keyword !== "const" || !mistyped.has(instancePath));
  let known: string[] | undefined;
  const persons = () => {
    known ??= personsIn(root, data);
    return known;
  };
  return mergeRequired(relevant).map((error) => {
    const field = fieldAt(root, error.instancePath) ?? root;
    const value = valueAt(data, error.instancePath);
    const sentence = SENTENCES[error.keyword] ?? otherSentence;
    return {
      pointer: error.instancePath,
      part: "value",
      ...sentence({
        ...{ error, field, value },
        shown: isPersonal(field) ? "" : quote(value),
        isPersonalKey: (key) => isPersonalKey(key, field, persons()),
      }),
    };
  });
}

/** Merges the `required` errors of one place into one error that lists all missing keys. */
function mergeRequired(errors: SchemaError[]): SchemaError[] {
  const missing = new Map<string, string[]>();
  return errors.filter((error) => {
    if (error.keyword !== "required") return true;
    const key = String(error.params.missingProperty);
    const others = missing.get(error.instancePath);
    if (others) others.push(key);
    else {
      missing.set(error.instancePath, [key]);
      error.params = { missingProperties: missing.get(error.instancePath) };
    }
    return !others;
  });
}

/** The sentence for a keyword that has none of its own. */
const otherSentence: Sentence = ({ error, field, shown }) => ({
  ruleId: "schema/other",
  message: `「${field.name}」不符合表格的要求(${error.keyword})${shown ? `:${shown}` : ""}`,
  hint: field.hint,
});

/** Tells whether a field is an entry of a list of names or codes. */
function isEntry({ parent }: Field): boolean {
  return parent?.schema.items !== undefined && parent.schema.properties === undefined;
}

/** Masks telephone numbers, because one that was typed into the wrong field is personal data too. */
function mask(text: string): string {
  return maskPhones(text).replace(/\d{11,}/gu, (digits) => `${digits.slice(0, 3)}…`);
}

/** Puts spaces around a quoted figure, but not around a quotation in “”. */
function spaced(shown: string): string {
  return shown.startsWith("“") ? shown : ` ${shown} `;
}

/** Most characters of a text that a message quotes. */
const MAX_QUOTED = 24;

/** Formats a value for a message. Long texts are shortened, and telephone numbers are masked. */
function quote(value: unknown): string {
  if (typeof value === "number") return mask(String(value));
  // NaN and Infinity are words of YAML, not of the person who typed them
  if (typeof value === "string" && /^[-+]?\.(?:inf|nan)$/iu.test(value)) return "";
  if (typeof value === "string") {
    const masked = mask(value);
    return `“${masked.length > MAX_QUOTED ? `${masked.slice(0, MAX_QUOTED)}…` : masked}”`;
  }
  if (typeof value === "boolean" || value === null) return String(value);
  return Array.isArray(value) ? "列表" : "分项内容";
}

/** Names the place where a key is missing or unknown. */
function holderName(field: Field): string {
  return field.pointer === "" ? "这张表" : `「${field.name}」`;
}

/** Says which keys a field may have. */
function namesHint(field: Field, keys: string[]): string | undefined {
  return keys.length > 0 ? `这里可以写:${keys.join("、")}` : field.hint;
}

/** Says what to write when a value has the wrong type. */
function typeHint(field: Field, types: string[], value: unknown): string | undefined {
  if (types.includes("number") || types.includes("integer")) {
    if (typeof value === "number")
      return types.includes("integer") && Number.isFinite(value) ? "写成整数,不带小数" : "写一个普通的数字";
    return numberHint(typeof value === "string" ? value : "", field);
  }
  if (types.includes("boolean")) return booleanHint(field, String(value));
  if (types.includes("object") && typeof value === "string" && /\S[：:]\S/u.test(value))
    return "冒号用半角,后面留一个空格,每项一行";
  if (types.includes("object") && field.children.length > 0)
    return `分项填写:${field.children.map((child) => child.key).join("、")}`;
  return field.hint;
}

/** Says how to answer a question with yes or no. An answer that is not certain is asked in the words of the question. */
function booleanHint(field: Field, value: string): string {
  if (field.schema.const !== undefined) return `只能写 ${field.schema.const}`;
  return inferValue(value, field) === undefined && field.hint ? field.hint : "“是”写 true,“否”写 false";
}
