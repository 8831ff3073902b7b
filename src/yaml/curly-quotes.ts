import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { Data, Source } from "../model/document.js";
import { type Field, fieldAt } from "../model/field.js";
import { textRange } from "../model/place.js";
import { joinPointer } from "../text/json-pointer.js";

/**
 * Finds values that stand in curly quotes where straight ones are meant, because Word and WPS replace them as one types,
 * and single quotes without their pair. YAML reads the quotes as part of the value, and a ` #` between them as the
 * beginning of a comment.
 */
export function findCurlyQuotes(source: Source, root: Field): Diagnostic[] {
  if (!/[“”‘’]/u.test(source.text)) return [];
  return texts(source.data, "").flatMap(([pointer, text]): Diagnostic[] => {
    // a text of several lines may begin with a quotation, and is not in quotes itself
    if (!/^[“”‘’][^\n]*$/u.test(text)) return lonelyQuote(source, root, pointer, text);
    const { start } = source.locate(pointer);
    const line = /^[^\n\r]*/u.exec(source.text.slice(start.offset))?.[0] ?? "";
    const raw = /^([“”‘’])[^“”‘’\n]*[“”‘’"']/u.exec(line)?.[0];
    const rest = raw && line.slice(raw.length);
    // quotes around a part of a value belong to it
    if (raw === undefined || !/^\s*(?:$|\s#|[,\]}])/u.test(rest ?? "")) return lonelyQuote(source, root, pointer, text);
    const field = fieldAt(root, pointer);
    const inner = raw.slice(1, -1);
    const mark = /^[‘’]/u.test(raw) ? "'" : '"';
    // a narrative may consist of one quotation
    const sure = field?.wordLimit === undefined && !/["'\\]/u.test(inner);
    const end = start.offset + raw.length;
    return [
      createDiagnostic({
        ruleId: "yaml/curly-quotes",
        file: source.file,
        pointer,
        place: textRange(start, { ...start, column: start.column + raw.length, offset: end }),
        message: "内容两头是中文引号:引号会照样读入、印出",
        hint: '不要引号就删去;要它起引号的作用,改成半角的 " "',
        ...(sure && {
          fix: {
            title: "改成半角引号",
            edits: [
              { start: start.offset, end: start.offset + 1, text: mark },
              { start: end - 1, end, text: mark },
            ],
          },
        }),
      }),
    ];
  });
}

/** Finds a quotation mark without its pair in a short value. Where the other belongs is unknown: there is no fix. */
function lonelyQuote(source: Source, root: Field, pointer: string, text: string): Diagnostic[] {
  const [mark, ...more] = text.match(/[“”]/gu) ?? [];
  const field = fieldAt(root, pointer);
  if (mark === undefined || more.length > 0 || !field || field.wordLimit !== undefined) return [];
  const at = text.indexOf(mark);
  return [
    createDiagnostic({
      ruleId: "yaml/curly-quotes",
      file: source.file,
      pointer,
      place: source.locateText(pointer, text, at, at + 1),
      message: `「${field.name}」里的中文引号 ${mark} 没有配对`,
      hint: "补上另一半,或把它删去;引号会照样读入、印出",
    }),
  ];
}

/** The texts that contain a curly quote, with their pointers. */
function texts(data: Data, pointer: string): [pointer: string, text: string][] {
  if (typeof data === "string") return /[“”‘’]/u.test(data) ? [[pointer, data]] : [];
  if (typeof data !== "object" || data === null) return [];
  const found: [pointer: string, text: string][] = [];
  for (const key of Object.keys(data)) {
    const value = (data as { [key: string]: Data })[key] as Data;
    if (typeof value === "object" || typeof value === "string") found.push(...texts(value, joinPointer(pointer, key)));
  }
  return found;
}
