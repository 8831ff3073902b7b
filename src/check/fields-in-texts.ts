import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { Data, Source } from "../model/document.js";
import { childField, type Field, fieldAt } from "../model/field.js";
import { textRange } from "../model/place.js";
import { joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";
import { blockText } from "./block-lines.js";

/** A line that is written as a field, perhaps as the first of an entry. A sentence has a full-width colon. */
const FIELD = /^\s*(- +)?["']?([^\s:："']{1,60})["']?:(?:\s|$)/u;

/**
 * Finds fields that are indented so far that YAML reads them as lines of the text above. Only a field that is missing
 * where it belongs is meant: any other line is a sentence of the text.
 */
export function findFieldsInTexts(source: Source, root: Field): Diagnostic[] {
  return longTexts(source.data, "").flatMap((pointer) => {
    const block = blockText(source, pointer);
    if (!block) return [];
    const field = fieldAt(root, pointer);
    return block.lines.flatMap(({ text, start }) => {
      const [, dash, key = ""] = FIELD.exec(text) ?? [];
      const meant = key === "" ? undefined : missingField(source.data, root, pointer, key, dash !== undefined);
      if (!meant || !field) return [];
      const line = source.text.slice(0, start).split("\n").length;
      const column = start - source.text.lastIndexOf("\n", start - 1);
      const position = (offset: number) => ({ line, column: column + offset, offset: start + offset });
      return createDiagnostic({
        ruleId: "yaml/syntax",
        file: source.file,
        pointer,
        place: textRange(position(text.length - text.trimStart().length), position(text.trimEnd().length)),
        message: `这一行像是“${key}”一栏,却在「${field.name}」的文字里:左边空得太多`,
        hint: `是这一栏的,连同它下面的行往左移,和同级的对齐;是「${field.name}」的一句话,冒号改成全角“：”`,
      });
    });
  });
}

/** The field that a key means beside a text, or beside what holds the text, where the document does not have it. */
function missingField(data: Data, root: Field, pointer: string, key: string, isEntry: boolean): Field | undefined {
  const steps = splitPointer(pointer);
  for (let length = steps.length - 1; length >= 0; length -= 1) {
    const above = steps.slice(0, length).reduce<string>(joinPointer, "");
    const inList = Array.isArray(valueAt(data, steps.slice(0, length - 1).reduce<string>(joinPointer, "")));
    const holder = valueAt(data, above);
    const field = fieldAt(root, above);
    if (!field || Array.isArray(holder) || typeof holder !== "object" || holder === null) continue;
    const meant = childField(field, key);
    // another entry has the same fields as this one
    if (meant && (isEntry ? inList : !Object.hasOwn(holder, key))) return meant;
  }
  return undefined;
}

/** The texts in which a line may be written as a field. */
function longTexts(data: Data, pointer: string): string[] {
  if (typeof data === "string") return data.includes("\n") && data.includes(":") ? [pointer] : [];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, inner]) => longTexts(inner, joinPointer(pointer, key)));
}
