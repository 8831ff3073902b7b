import { type Diagnostic, type RelatedPlace, SEVERITY_LABELS } from "../../model/diagnostic.js";
import { formatCell, formatPlace, isTextRange, type Place } from "../../model/place.js";
import { countBySeverity, type Report } from "../../model/report.js";
import { escapeMarkdown as escaped } from "../../text/escape-markdown.js";
import { byFile } from "./by-file.js";
import { waiversNote } from "./waivers-note.js";

/** Longest report in characters. GitHub accepts comments up to 65,536; the rest is for a heading that users may add. */
const MAX_LENGTH = 65_000;
/** Characters reserved for the short texts outside the tables. */
const RESERVED = 1000;

/**
 * Formats a report as Markdown, for a comment on a merge request or the summary of a CI job. Each file with findings has
 * a table. When there is not enough room for all findings, errors are kept before warnings, and the report says how many
 * are left out.
 */
export function markdown(report: Report): string {
  const { files, documents, diagnostics, remaining } = report;
  const waivers = waiversNote(report);
  const { errors, warnings } = countBySeverity(diagnostics);
  const found = errors + warnings === 0 ? "没有发现问题" : counts(diagnostics);
  const unchecked = new Set(files).size - documents.length;
  const groups = [...byFile(report)];
  const named = new Set(diagnostics.flatMap(({ related }) => related.map(({ file }) => file)));
  const clean = groups.filter(([file, own]) => own.length === 0 && !named.has(file)).map(([file]) => escaped(file));
  const drafts = [...(remaining ?? [])].filter(([, fields]) => fields > 0);
  const shown = fitting(groups, MAX_LENGTH - RESERVED);
  const left = diagnostics.filter((each) => !shown.has(each));
  const parts = [
    `## ${errors > 0 ? "❌" : warnings > 0 ? "⚠️" : "✅"} 校验:${found}`,
    [
      `检查了 ${documents.length} 份文件`,
      ...(unchecked > 0 ? [`另有 ${unchecked} 份没能检查`] : []),
      ...(waivers ? [escaped(waivers)] : []),
    ].join(","),
    ...groups.flatMap(([file, own]) => {
      const rows = own.flatMap((each) => shown.get(each) ?? []);
      return rows.length > 0 ? [[heading(file, own), ...rows].join("\n")] : [];
    }),
    ...(left.length > 0
      ? [`**还有 ${left.length} 条没有列出**(${counts(left)}):这里放不下。看全部:ptc validate … --format concise`]
      : []),
  ];
  const room = () => MAX_LENGTH - parts.reduce((sum, part) => sum + part.length + 2, 0);
  const add = (whole: string, brief: string) => parts.push(whole.length <= room() ? whole : brief);
  if (clean.length > 0 && diagnostics.length > 0)
    add(`没有发现问题:${clean.join("、")}`, `没有发现问题的另有 ${clean.length} 份`);
  if (drafts.length > 0) {
    const list = drafts.map(([file, fields]) => `- ${escaped(file)}:${fields} 项`).join("\n");
    add(`草稿还没有填写的:\n\n${list}`, `草稿还没有填完的有 ${drafts.length} 份`);
  }
  return `${parts.join("\n\n")}\n`;
}

/**
 * Selects the findings that fit, errors before warnings.
 * @param room number of characters for all tables together
 * @returns the table row of each finding that fits
 */
function fitting(groups: [string, Diagnostic[]][], room: number): Map<Diagnostic, string> {
  const shown = new Map<Diagnostic, string>();
  const begun = new Set<string>();
  let left = room;
  for (const severity of ["error", "warning"]) {
    for (const [file, own] of groups) {
      for (const each of own.filter((one) => one.severity === severity)) {
        const text = row(each);
        left -= text.length + 1 + (begun.has(file) ? 0 : heading(file, own).length + 2);
        if (left < 0) return shown;
        begun.add(file);
        shown.set(each, text);
      }
    }
  }
  return shown;
}

function counts(diagnostics: Diagnostic[]): string {
  const { errors, warnings } = countBySeverity(diagnostics);
  return `${errors} 个错误,${warnings} 个警告`;
}

function heading(file: string, own: Diagnostic[]): string {
  return [
    `### ${escaped(file)}(${counts(own)})`,
    "",
    `| ${own.every(({ place }) => isTextRange(place)) ? "行" : "位置"} | 级别 | 问题 | 办法 | 依据 | 规则 |`,
    "|---:|---|---|---|---|---|",
  ].join("\n");
}

function row({ place, severity, ruleId, message, hint = "", clause = "", related }: Diagnostic): string {
  const others = related.map((other) => `另见 ${otherPlace(other)}:${escaped(other.message)}`);
  const what = [escaped(message), ...others].join("<br>");
  const cells = [lineCell(place), SEVERITY_LABELS[severity], what, escaped(hint), escaped(clause), escaped(ruleId)];
  return `| ${cells.join(" | ")} |`;
}

function lineCell(place: Place): string {
  return isTextRange(place) ? String(place.start.line) : escaped(formatCell(place));
}

function otherPlace({ file, place }: RelatedPlace): string {
  return isTextRange(place) ? `${escaped(file)} 第 ${place.start.line} 行` : escaped(formatPlace(file, place));
}
