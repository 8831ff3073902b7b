import { type Diagnostic, type Range, SEVERITY } from "../model/diagnostic.js";
import type { Paint } from "../model/paint.js";
import { count, type Report } from "../model/report.js";
import { clip, columns } from "../text/width.js";
import { conciseLine } from "./concise.js";

export interface Look {
  paint: Paint;
  /** Columns of the terminal. */
  width: number;
}

/** From this many findings in a file on, each takes one line. */
const CONCISE_FROM = 31;

/** Findings with the lines they are about, and a closing line; for people. */
export function pretty(report: Report, look: Look): string {
  const parts = report.files.flatMap((file) => {
    const own = report.diagnostics.filter((each) => each.file === file);
    if (own.length >= CONCISE_FROM) return [own.map((each) => conciseLine(each)).join("\n")];
    return own.map((each) => finding(each, report.texts.get(file) ?? "", look));
  });
  return [...parts, closing(report, look)].map((part) => `${part}\n`).join("\n");
}

function finding(diagnostic: Diagnostic, text: string, { paint, width }: Look): string {
  const { file, range, severity, ruleId, message, hint, clause, related } = diagnostic;
  const colour = severity === "error" ? paint.red : paint.yellow;
  const place = `${file}:${range.start.line}:${range.start.column}`;
  return [
    `${paint.bold(place)}  ${colour(SEVERITY[severity])}  ${paint.dim(ruleId)}  ${message}`,
    ...(text ? frame(text, range, width, { gutter: paint.dim, caret: colour }) : []),
    ...(hint ? [`   ${paint.green("办法")}:${hint}`] : []),
    ...related.map(
      (other) =>
        `   ${paint.cyan("另见")}:${other.file}:${other.range.start.line}:${other.range.start.column}  ${other.message}`,
    ),
    ...(clause ? [paint.dim(`   依据:${clause}`)] : []),
  ].join("\n");
}

/** The line a range begins on and the one before it, with marks under the range. */
function frame(
  text: string,
  { start, end }: Range,
  width: number,
  paint: { gutter: Paint["dim"]; caret: Paint["dim"] },
): string[] {
  const lines = text.split(/\r?\n/u);
  const number = (line: number) => String(line).padStart(5);
  const room = Math.max(40, width - 10);
  const before = lines[start.line - 2];
  const line = (lines[start.line - 1] ?? "").replaceAll("\t", " ");
  const to = end.line === start.line ? end.column - 1 : line.length;
  const view = cropped(line, start.column - 1, Math.max(to, start.column), room);
  const more = end.line > start.line ? paint.gutter(` …到第 ${end.line} 行`) : "";
  return [
    ...(before?.trim() ? [`${paint.gutter(`${number(start.line - 1)} │`)} ${cropped(before, 0, 0, room).text}`] : []),
    `${paint.gutter(`${number(start.line)} │`)} ${view.text}`,
    `${paint.gutter("      │")} ${" ".repeat(view.indent)}${paint.caret("^".repeat(view.marked))}${more}`,
  ];
}

/** A window of a line that shows a range, with the columns to mark below it. */
function cropped(
  line: string,
  from: number,
  to: number,
  room: number,
): { text: string; indent: number; marked: number } {
  // as much before the range as leaves half the room to it
  let begin = Math.min(to, from + 8);
  for (let used = 0; begin > 0 && used <= room / 2; begin -= 1) used += columns(line[begin - 1] as string);
  begin = Math.min(begin, Math.max(0, from - 6));
  const head = begin > 0 ? "…" : "";
  const body = clip(line.slice(begin), room - columns(head) - 1);
  const tail = begin + body.length < line.length ? "…" : "";
  const marked = clip(line.slice(from, to), Math.max(1, room - columns(line.slice(begin, from)) - 1));
  return {
    text: head + body + tail,
    indent: columns(head) + columns(line.slice(begin, from)),
    marked: Math.max(1, columns(marked)),
  };
}

function closing({ files, documents, diagnostics, remaining }: Report, { paint }: Look): string {
  const { errors, warnings } = count(diagnostics);
  const found =
    errors + warnings === 0
      ? paint.green("没有发现问题")
      : `${paint.red(`${errors} 个错误`)},${paint.yellow(`${warnings} 个警告`)}`;
  const checked = `检查了 ${documents.length} 份文件${files.length > documents.length ? `(另有 ${files.length - documents.length} 份没能检查)` : ""}:${found}`;
  const fixable = diagnostics.filter(({ fix }) => fix).length;
  const mendable = fixable > 0 ? [`其中 ${fixable} 处可以自动改:ptc fix(先看会怎样改,加 --dry-run)`] : [];
  return [checked, ...mendable, ...drafts(remaining ?? new Map())].join("\n");
}

/** Beyond this many drafts the closing lines give one sum. */
const DRAFTS = 5;

function drafts(remaining: Map<string, number>): string[] {
  const open = [...remaining].filter(([, fields]) => fields > 0);
  if (open.length <= DRAFTS) {
    return open.map(([file, fields]) => `草稿 ${file}:还有 ${fields} 项没有填写(ptc status 可看是哪些)`);
  }
  const sum = open.reduce((total, [, fields]) => total + fields, 0);
  return [`${open.length} 份草稿:一共还有 ${sum} 项没有填写(ptc status 可看是哪些)`];
}
