import { createDiagnostic, type Diagnostic, type Edit } from "../model/diagnostic.js";
import type { Data, Source } from "../model/document.js";
import { type Field, fieldAt } from "../model/field.js";
import { joinPointer } from "../text/json-pointer.js";
import { lineStarts, rangeFinder } from "../yaml/line-starts.js";
import { hintAtEnd, hintsOf, nearHints } from "./hint-matching.js";

/**
 * Finds hints of the form that became part of a text: the answer was typed in front of the `#` without a space, or the
 * hint was pasted along. They would be printed.
 */
export function findHintsInTexts(source: Source, root: Field): Diagnostic[] {
  const hints = hintsOf(root);
  const found = textsIn(source.data, "").flatMap(([pointer, text]): Diagnostic[] => {
    const field = fieldAt(root, pointer);
    if (!field || pointer === "/表单") return [];
    const around = { near: nearHints(field, hints), hints, isProse: field.wordLimit !== undefined };
    const hintStart = (line: string) => hintAtEnd(line, around);
    if (!text.split("\n").some((line) => hintStart(line) !== undefined))
      return around.isProse ? [] : remarkInText(source, pointer, field.name, text);
    const edits = hintEdits(source, pointer, hintStart);
    const range = rangeFinder(lineStarts(source.text));
    const place = edits[0] ? range(edits[0].start, edits.at(-1)?.end ?? edits[0].end) : source.locate(pointer);
    return [
      createDiagnostic({
        ruleId: "yaml/hint-in-text",
        file: source.file,
        pointer,
        place,
        message: `「${field.name}」里连着表上的说明,会一起印出来`,
        hint: "删去说明;要留着,“#”前面空一格,或把说明放到上面一行",
        ...(edits.length > 0 && { fix: { title: "删去内容后面的说明", edits } }),
      }),
    ];
  });
  return found;
}

/** Matches a remark behind a name that lacks the space before its mark: 某学院# 待核实. In C# there is no Chinese before it. */
const REMARK = /(?<=[\p{Script=Han}）)】》”])[#＃](?=\s+\S)/u;

/** Finds a remark that became part of a short text. */
function remarkInText(source: Source, pointer: string, name: string, text: string): Diagnostic[] {
  if (text.includes("\n") || !REMARK.test(text)) return [];
  const place = source.locate(pointer);
  const raw = source.text.slice(place.start.offset, place.end.offset);
  const at = place.start.offset + raw.search(REMARK);
  // within quotation marks a space would change nothing
  const isPlain = !/^["'|>]/u.test(raw) && REMARK.test(raw);
  return [
    createDiagnostic({
      ruleId: "yaml/hint-in-text",
      file: source.file,
      pointer,
      place,
      message: `「${name}」里有“#”,它和后面的文字会一起印出来`,
      hint: "是说明的,“#”前面空一格;不是说明的,去掉“#”",
      ...(isPlain && { fix: { title: "“#”前面加一个空格", edits: [{ start: at, end: at + 1, text: " #" }] } }),
    }),
  ];
}

/** All texts of some data, with their pointers. */
function textsIn(data: Data, pointer: string): [pointer: string, text: string][] {
  if (typeof data === "string") return [[pointer, data]];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => textsIn(value, joinPointer(pointer, key)));
}

/** Makes the edits that take hints off the lines of a text as it is typed. */
function hintEdits(source: Source, pointer: string, hintStart: (line: string) => number | undefined): Edit[] {
  const { start, end } = source.locate(pointer);
  const raw = source.text.slice(start.offset, end.offset);
  const isBlock = /^[|>][-+\d]*[^\S\n]*(?:#[^\n]*)?\r?\n/u.test(raw);
  const mark = /^["']/u.exec(raw)?.[0] ?? "";
  let offset = start.offset;
  return raw.split("\n").flatMap((each, at): Edit[] => {
    const line = each.replace(/\r$/u, "");
    const from = offset;
    offset += each.length + 1;
    if (isBlock && at === 0) return [];
    const inner = mark !== "" && line.endsWith(mark) ? line.slice(0, -1) : line;
    const text = inner.trimEnd();
    const lead = text.length - text.trimStart().length;
    const found = hintStart(text.slice(lead));
    if (found === undefined) return [];
    return [{ start: from + lead + found, end: from + text.length, text: "" }];
  });
}
