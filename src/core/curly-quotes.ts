import type { Diagnostic } from "../model/diagnostic.js";
import type { Data, Source } from "../model/document.js";
import { type Field, fieldAt } from "../model/field.js";
import { join } from "../text/pointer.js";

/**
 * Values that stand in curly quotes as a whole, where straight ones are meant: Word and WPS change them while one
 * types. To YAML the marks are part of the value, and a ` #` among them begins a remark.
 */
export function curlyQuotes(source: Source, root: Field): Diagnostic[] {
  // a value begins behind a space or bracket; most texts need no closer look
  if (!/(?<![^\s[{,])[“”‘’]/u.test(source.text)) return [];
  return quoted(source.data, "").flatMap((pointer) => {
    const { start } = source.locate(pointer);
    const line = /^[^\n\r]*/u.exec(source.text.slice(start.offset))?.[0] ?? "";
    const raw = /^([“”‘’])[^“”‘’\n]*[“”‘’"]/u.exec(line)?.[0];
    const rest = raw && line.slice(raw.length);
    // quotes around a part of a value are its own
    if (raw === undefined || !/^\s*(?:$|\s#|[,\]}])/u.test(rest ?? "")) return [];
    const field = fieldAt(root, pointer);
    const inner = raw.slice(1, -1);
    const mark = /^[‘’]/u.test(raw) ? "'" : '"';
    // a narrative may be a saying and nothing else
    const sure = field?.wordLimit === undefined && !/["'\\]/u.test(inner);
    const end = start.offset + raw.length;
    return {
      ruleId: "yaml/curly-quotes",
      severity: "warning",
      file: source.file,
      pointer,
      range: { start, end: { ...start, column: start.column + raw.length, offset: end } },
      message: "内容两头是中文引号:引号会照样读入、印出",
      hint: '不要引号就删去;要它起引号的作用,改成半角的 " "',
      related: [],
      ...(sure && {
        fix: {
          title: "改成半角引号",
          edits: [
            { start: start.offset, end: start.offset + 1, text: mark },
            { start: end - 1, end, text: mark },
          ],
        },
      }),
    };
  });
}

/** Pointers of the texts that begin with a curly quote; one of several lines may, and does not stand in quotes. */
function quoted(data: Data, pointer: string): string[] {
  if (typeof data === "string") return /^[“”‘’][^\n]*$/u.test(data) ? [pointer] : [];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => quoted(value, join(pointer, key)));
}
