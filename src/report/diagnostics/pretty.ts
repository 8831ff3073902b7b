import { type Diagnostic, SEVERITY_LABELS } from "../../model/diagnostic.js";
import type { Paint } from "../../model/paint.js";
import { isTextRange } from "../../model/place.js";
import { countBySeverity, type Report } from "../../model/report.js";
import { showControlCharacters } from "../../text/printable.js";
import { byFile } from "./by-file.js";
import { codeFrame } from "./code-frame.js";
import { conciseLine } from "./concise.js";
import { printablePlace } from "./detail-lines.js";
import { waiversNote } from "./waivers-note.js";

/** How the report is shown. */
export interface PrettyStyle {
  paint: Paint;
  /** Width of the terminal in columns. */
  width: number;
}

/** When a file has at least this many findings, each is shown in one line. */
const CONCISE_FROM = 31;

/** Formats a report for people at a terminal: each finding with the lines concerned, then a summary. */
export function pretty(report: Report, look: PrettyStyle): string {
  const parts = [...byFile(report)].flatMap(([file, own]) => {
    if (own.length >= CONCISE_FROM) return [own.map((each) => conciseLine(each)).join("\n")];
    const text = own.length > 0 ? report.texts.get(file) : undefined;
    const lines = text ? text.split(/\r?\n/u) : [];
    return own.map((each) => finding(each, lines, look));
  });
  return [...parts, closing(report, look)].map((part) => `${part}\n`).join("\n");
}

function finding(diagnostic: Diagnostic, lines: readonly string[], { paint, width }: PrettyStyle): string {
  const { place, severity, ruleId, message, hint, clause, related } = diagnostic;
  const colour = severity === "error" ? paint.red : paint.yellow;
  return [
    `${paint.bold(printablePlace(diagnostic))}  ${colour(SEVERITY_LABELS[severity])}  ${paint.dim(ruleId)}  ${showControlCharacters(message)}`,
    ...(lines.length > 0 && isTextRange(place)
      ? codeFrame(lines, place, { width, gutter: paint.dim, caret: colour })
      : []),
    ...(hint ? [`   ${paint.green("办法")}:${showControlCharacters(hint)}`] : []),
    ...related.map(
      (other) => `   ${paint.cyan("另见")}:${printablePlace(other)}  ${showControlCharacters(other.message)}`,
    ),
    ...(clause ? [paint.dim(`   依据:${showControlCharacters(clause)}`)] : []),
  ].join("\n");
}

function closing(report: Report, { paint }: PrettyStyle): string {
  const { files, documents, diagnostics, remaining } = report;
  const { errors, warnings } = countBySeverity(diagnostics);
  const found =
    errors + warnings === 0
      ? paint.green("没有发现问题")
      : `${paint.red(`${errors} 个错误`)},${paint.yellow(`${warnings} 个警告`)}`;
  const checked = `检查了 ${documents.length} 份文件${files.length > documents.length ? `(另有 ${files.length - documents.length} 份没能检查)` : ""}:${found}`;
  const waivers = waiversNote(report);
  // one change may remove several findings
  const fixable = new Set(diagnostics.flatMap(({ file, fix }) => (fix ? JSON.stringify([file, fix.edits]) : []))).size;
  const fixableNote = fixable > 0 ? [`其中 ${fixable} 处可以自动改:ptc fix(先看会怎样改,加 --dry-run)`] : [];
  return [checked, ...fixableNote, ...(waivers ? [waivers] : []), ...drafts(remaining ?? new Map())].join("\n");
}

/** Up to this many unfinished drafts are listed one by one. When there are more, only their sum is shown. */
const MAX_LISTED_DRAFTS = 5;

function drafts(remaining: Map<string, number>): string[] {
  const open = [...remaining].filter(([, fields]) => fields > 0);
  if (open.length <= MAX_LISTED_DRAFTS) {
    return open.map(
      ([file, fields]) => `草稿 ${showControlCharacters(file)}:还有 ${fields} 项没有填写(ptc status 可看是哪些)`,
    );
  }
  const sum = open.reduce((total, [, fields]) => total + fields, 0);
  return [`${open.length} 份草稿:一共还有 ${sum} 项没有填写(ptc status 可看是哪些)`];
}
