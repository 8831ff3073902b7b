import { createDiagnostic, type Diagnostic, type Edit } from "../model/diagnostic.js";
import type { Data, Source } from "../model/document.js";
import { type Field, fieldAt } from "../model/field.js";
import { PRIVATE_USE } from "../text/bullets.js";
import { characterNumber } from "../text/invisible.js";
import { joinPointer } from "../text/json-pointer.js";
import { markdownTable, tabbedLines } from "../text/tabbed-lines.js";
import { lineStarts, rangeFinder } from "../yaml/line-starts.js";
import { type BlockText, blockText } from "./block-lines.js";

/** A text of a document that is examined. */
interface Pasted {
  source: Source;
  pointer: string;
  field: Field;
  /** Its place in the file. */
  start: number;
  raw: string;
  /** Its lines, when it stands below “键: |”. */
  block: BlockText | undefined;
  range: ReturnType<typeof rangeFinder>;
}

const ODD = new RegExp(`[\\t${PRIVATE_USE}]`, "u");

/** Finds in texts what comes with pasting from Word and Excel: tabs, tables made of tabs, bullets of symbol fonts. */
export function pastedProblems(source: Source, root: Field): Diagnostic[] {
  if (!ODD.test(source.text)) return [];
  const range = rangeFinder(lineStarts(source.text));
  return oddTexts(source.data, "").flatMap((pointer): Diagnostic[] => {
    const field = fieldAt(root, pointer);
    if (!field) return [];
    const { start, end } = source.locate(pointer);
    const raw = source.text.slice(start.offset, end.offset);
    const text = { source, pointer, field, start: start.offset, raw, block: blockText(source, pointer), range };
    return [...tabProblems(text), ...bulletProblems(text), ...privateUseProblems(text)];
  });
}

/** Lists the pointers of the texts that have such characters. */
function oddTexts(data: Data, pointer: string): string[] {
  if (typeof data === "string") return ODD.test(data) ? [pointer] : [];
  if (typeof data !== "object" || data === null) return [];
  return Object.keys(data).flatMap((key) =>
    oddTexts((data as { [key: string]: Data })[key] as Data, joinPointer(pointer, key)),
  );
}

/** Makes a finding that shows a range of the file, and that is fixed by edits, if there are any. */
function problem(
  { source, pointer, range }: Pasted,
  found: {
    ruleId: "text/tab" | "text/private-use";
    severity?: Diagnostic["severity"];
    place: [start: number, end: number];
    message: string;
    hint: string;
    edits?: Edit[];
  },
): Diagnostic {
  const { place, edits = [], hint, ...rest } = found;
  return createDiagnostic({
    ...rest,
    file: source.file,
    pointer,
    place: range(...place),
    hint,
    fix: edits.length > 0 ? { title: hint, edits } : undefined,
  });
}

function tabProblems(text: Pasted): Diagnostic[] {
  const { field, raw, start, block } = text;
  if (!block || field.wordLimit === undefined) {
    // in a list, tabs separate the names
    if (field.schema.items || field.parent?.schema.items) return [];
    const edits = [...raw.matchAll(/(?<=\S) *\t[ \t]*(?=\S)/gu)].map(({ 0: tabs, index }) => ({
      start: start + index,
      end: start + index + tabs.length,
      text: " ",
    }));
    return edits.length > 0 ? [strayTabs(text, edits)] : [];
  }
  const { lines, indent, lineBreak } = block;
  const { tables, others } = tabbedLines(lines.map((line) => line.text));
  const offset = (line: number, column = 0) => (lines[line]?.start ?? start) + column;
  const endOf = (line: number) => offset(line, lines[line]?.text.length);
  const found = tables.map(({ from, to, rows }) => {
    const place: [number, number] = [offset(from), endOf(to - 1)];
    const markdown = markdownTable(rows).join(`${lineBreak}${indent}`);
    return problem(text, {
      ruleId: "text/tab",
      place,
      message: `「${field.name}」里从 Word、Excel 贴来的表格,各格之间是制表符(Tab),印出来不是表格`,
      hint: "改成表格:各格之间写 |,第二行写 |---|---|",
      edits: [{ start: place[0], end: place[1], text: markdown }],
    });
  });
  // a tab behind a bullet goes with the bullet
  const stray = others.filter(({ line, from }) => from >= bulletLength(lines[line]?.text ?? ""));
  const edits = stray.map(({ line, from, to }) => ({ start: offset(line, from), end: offset(line, to), text: " " }));
  return edits.length > 0 ? [...found, strayTabs(text, edits)] : found;
}

function strayTabs(text: Pasted, edits: Edit[]): Diagnostic {
  const [first] = edits as [Edit];
  const count = edits.length > 1 ? ` ${edits.length} 处` : "";
  return problem(text, {
    ruleId: "text/tab",
    place: [first.start, first.end],
    message: `「${text.field.name}」里有${count}制表符(Tab),印出来宽窄不定`,
    hint: "改成空格",
    edits,
  });
}

const BULLET_LINE = new RegExp(`^[ \\t\\u3000]*([${PRIVATE_USE}])[ \\t\\u3000]*(?=\\S)`, "u");

function bulletLength(line: string): number {
  return BULLET_LINE.exec(line)?.[0].length ?? 0;
}

/** Lines that begin with a bullet of a symbol font. In Markdown an item begins with “- ”. */
function bulletProblems(text: Pasted): Diagnostic[] {
  const { field, block } = text;
  if (!block || field.wordLimit === undefined) return [];
  const found = block.lines.flatMap(({ text: line, start }) => {
    const [all = "", bullet = ""] = BULLET_LINE.exec(line) ?? [];
    if (bullet === "") return [];
    const at = start + all.indexOf(bullet);
    return { bullet, at, edit: { start, end: start + all.length, text: "- " } };
  });
  const [first] = found;
  if (!first) return [];
  return [
    problem(text, {
      ruleId: "text/private-use",
      place: [first.at, first.at + first.bullet.length],
      message: `「${field.name}」里有 ${found.length} 行以 Word 的项目符号 ${characterNumber(first.bullet)} 开头,别的电脑上显示成方框`,
      hint: "改成列表:每行以“- ”开头",
      edits: found.map(({ edit }) => edit),
    }),
  ];
}

/** Other private-use characters. What they mean is known only to the font they were typed with. */
function privateUseProblems(text: Pasted): Diagnostic[] {
  const { field, block, raw, start } = text;
  const isNarrative = field.wordLimit !== undefined;
  const parts = block && isNarrative ? block.lines : [{ text: raw, start }];
  const found = parts.flatMap(({ text: line, start: from }) => {
    const skipped = block && isNarrative ? bulletLength(line) : 0;
    return [...line.slice(skipped).matchAll(EVERY_PRIVATE)].map(({ 0: char, index }) => ({
      char,
      at: from + skipped + index,
    }));
  });
  const [first] = found;
  if (!first) return [];
  const numbers = [...new Set(found.map(({ char }) => characterNumber(char)))].slice(0, 3).join("、");
  const lead = isNarrative ? undefined : LEADING_SYMBOL.exec(raw);
  return [
    problem(text, {
      ruleId: "text/private-use",
      ...(lead && { severity: "error" }),
      place: [first.at, first.at + first.char.length],
      message: `「${field.name}」里有只在个别字体里才有的字符 ${numbers},别的电脑上显示成方框`,
      hint: lead ? "删去它" : "是符号就换成通常的符号,是生僻字就用输入法重新输入",
      ...(lead && found.length === 1 && { edits: [{ start, end: start + lead[0].length, text: "" }] }),
    }),
  ];
}

const EVERY_PRIVATE = new RegExp(`[${PRIVATE_USE}]`, "gu");

/** A bullet of a symbol font before a name. These fonts have their characters here. */
const LEADING_SYMBOL = /^[\uf000-\uf0ff][ \t\u3000]*(?=\p{L})/u;
