import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { Data, Source } from "../model/document.js";
import { type Field, fieldAt } from "../model/field.js";
import { textRange } from "../model/place.js";
import { joinPointer } from "../text/json-pointer.js";

/**
 * Values that stand in curly quotes as a whole, where straight ones are meant: Word and WPS change them while one
 * types. To YAML the marks are part of the value, and a ` #` among them begins a remark. Also marks without their pair.
 */
export function findCurlyQuotes(source: Source, root: Field): Diagnostic[] {
  if (!/[“”‘’]/u.test(source.text)) return [];
  return texts(source.data, "").flatMap(([pointer, text]): Diagnostic[] => {
    // a text of several lines may begin with a saying, and does not stand in quotes
    if (!/^[“”‘’][^\n]*$/u.test(text)) return lonelyQuote(source, root, pointer, text);
    const { start } = source.locate(pointer);
    const line = /^[^\n\r]*/u.exec(source.text.slice(start.offset))?.[0] ?? "";
    const raw = /^([“”‘’])[^“”‘’\n]*[“”‘’"']/u.exec(line)?.[0];
    const rest = raw && line.slice(raw.length);
    // quotes around a part of a value are its own
    if (raw === undefined || !/^\s*(?:$|\s#|[,\]}])/u.test(rest ?? "")) return lonelyQuote(source, root, pointer, text);
    const field = fieldAt(root, pointer);
    const inner = raw.slice(1, -1);
    const mark = /^[‘’]/u.test(raw) ? "'" : '"';
    // a narrative may be a saying and nothing else
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

/** A quotation mark without its pair in what is no prose: which half was meant, nobody can tell. */
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

/** The texts that hold a curly quote, with their pointers. */
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
