import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { FormDocument } from "../model/document.js";
import { childField, type Field, leafFields } from "../model/field.js";
import { joinPointer, valueAt } from "../text/json-pointer.js";
import { isPersonal } from "./personal-data.js";

/** Matches what is a figure or a mark, and has no word: 8, 2024-05, /, ——; and what YAML calls yes and no. */
const WORDLESS = /^(?=.*\d)[\d\p{P}\p{S}\s]+$|^[-/\\—–－―_*.。…?？]+$|^(?:true|false)$/iu;

/**
 * Finds texts that have no word, such as 人员姓名: 8. They are read as they are typed, but are hardly what is asked for:
 * where names are listed, people put how many there are.
 */
export function wordlessTexts({ source, kind, data }: FormDocument): Diagnostic[] {
  return leafFields(kind.root, data)
    .filter(isFreeText)
    .flatMap((field): Diagnostic[] => {
      const value = valueAt(data, field.pointer);
      const texts = Array.isArray(value)
        ? value.map((each, index) => ({ pointer: joinPointer(field.pointer, index), text: each }))
        : [{ pointer: field.pointer, text: value }];
      return texts.flatMap(({ pointer, text }) => {
        if (typeof text !== "string" || !WORDLESS.test(text)) return [];
        // a rule says of a figure in a list of names that it is no name
        if (Array.isArray(value) && /^\d+$/u.test(text)) return [];
        const quoted = isPersonal(field) ? "" : `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”,`;
        const message = `「${field.name}」写的是${quoted}${quoted === "" ? "数字或符号," : ""}没有文字`;
        const hint = field.entity ? "写名称,不写数目" : "写文字;没有的写“无”";
        const place = source.locate(pointer);
        return [createDiagnostic({ ruleId: "text/wordless", file: source.file, pointer, place, message, hint })];
      });
    });
}

/** Tells whether a field takes any text, so that no other check says what it may hold. */
function isFreeText(field: Field): boolean {
  const { isText, entity, schema } = field;
  const isChoice = schema.enum ?? schema.const ?? childField(field, "0")?.schema.enum;
  return isText && !isChoice && !schema.pattern && !schema.format && !schema.print && entity !== "phone";
}
