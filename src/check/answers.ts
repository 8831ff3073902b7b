import { inferValue, isDateField } from "../fix/infer-value.js";
import type { Field } from "../model/field.js";
import { parseTypedNumber } from "../text/parse-typed-number.js";

/** Matches the beginning of a note that people write for themselves or for each other. */
const NOTE_START =
  /^(?:待(?![业遇])|等(?:待|[^级])|请|需|先(?!进|锋|导)|另(?:附|行)|暂|尚(?:未|缺)|未(?:定|填|核|知|报)|没有?填|不[用必填]|见|参[见考]|备注|注[:：]|说明[:：]|提示|错误|上面|下面|这里|这一|此处|已(?:核|改|填|定|确认)|TODO|FIXME|XXX|[?？=*~-]{2,}|[?？…])/iu;

/** Matches what only notes contain. */
const IN_NOTES = /[?？]$|待[定核补填查]|核实|再填|没填|未填|以后填|先空着|[:：]\s*$/u;

/** Whether a comment is a note that people write for themselves, such as 待核实. Anything else may be an answer. */
export function isNote(text: string): boolean {
  return NOTE_START.test(text) || IN_NOTES.test(text);
}

/** Whether a text is certainly an answer to what a field asks: a figure, a date, a number of a telephone, a choice. */
export function isAnswer(text: string, field: Field): boolean {
  const { schema, unit, entity } = field;
  const types = [schema.type ?? []].flat();
  if (entity === "phone") return /^[\d\s()（）+转-]{7,}$/u.test(text);
  if (schema.enum !== undefined || types.includes("boolean") || isDateField(field))
    return inferValue(text, field) !== undefined || schema.enum?.includes(text) === true || /^\d{4}\D\d/u.test(text);
  if (schema.items?.enum?.includes(text.split(/[、,，]/u)[0])) return true;
  if (types.includes("number") || types.includes("integer")) return parseTypedNumber(text, unit) !== undefined;
  return false;
}

/** Whether a text may be an answer to what a field asks. */
export function mayBeAnswer(text: string, field: Field): boolean {
  if (isAnswer(text, field)) return true;
  const { schema, entity } = field;
  const types = [schema.type ?? []].flat();
  // a mapping of any keys has nothing that an answer could be told by
  if (types.includes("object") && field.children.length === 0) return true;
  const isChosen = schema.enum !== undefined || schema.items?.enum !== undefined;
  return (
    types.some((type) => type === "string" || type === "array") &&
    !isChosen &&
    !isDateField(field) &&
    entity !== "phone"
  );
}
