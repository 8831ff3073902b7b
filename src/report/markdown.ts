import { type Diagnostic, SEVERITY } from "../model/diagnostic.js";
import { count, type Report } from "../model/report.js";
import { escapedMarkdown as escaped } from "../text/escaped-markdown.js";
import { byFile } from "./by-file.js";

/** The report for a comment on a merge request or a job's summary: a table for each file with findings. */
export function markdown(report: Report): string {
  const { files, documents, diagnostics, remaining, waived = 0 } = report;
  const { errors, warnings } = count(diagnostics);
  const found = errors + warnings === 0 ? "没有发现问题" : `${errors} 个错误,${warnings} 个警告`;
  const unchecked = new Set(files).size - documents.length;
  const groups = [...byFile(report)];
  const named = new Set(diagnostics.flatMap(({ related }) => related.map(({ file }) => file)));
  const clean = groups.filter(([file, own]) => own.length === 0 && !named.has(file)).map(([file]) => file);
  const drafts = [...(remaining ?? [])].filter(([, fields]) => fields > 0);
  const parts = [
    `## ${errors > 0 ? "❌" : warnings > 0 ? "⚠️" : "✅"} 推荐书校验:${found}`,
    [
      `检查了 ${documents.length} 份文件`,
      ...(unchecked > 0 ? [`另有 ${unchecked} 份没能检查`] : []),
      ...(waived > 0 ? [`豁免了 ${waived} 条`] : []),
    ].join(","),
    ...groups.filter(([, own]) => own.length > 0).map(([file, own]) => table(file, own)),
    ...(clean.length > 0 && diagnostics.length > 0 ? [`没有发现问题:${clean.map(escaped).join("、")}`] : []),
    ...(drafts.length > 0
      ? [`草稿还没有填写的:\n\n${drafts.map(([file, fields]) => `- ${escaped(file)}:${fields} 项`).join("\n")}`]
      : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function table(file: string, own: Diagnostic[]): string {
  const { errors, warnings } = count(own);
  return [
    `### ${escaped(file)}(${errors} 个错误,${warnings} 个警告)`,
    "",
    "| 行 | 级别 | 问题 | 办法 | 依据 | 规则 |",
    "|---:|---|---|---|---|---|",
    ...own.map(row),
  ].join("\n");
}

function row({ range, severity, ruleId, message, hint = "", clause = "", related }: Diagnostic): string {
  const others = related.map(
    (other) => `另见 ${escaped(other.file)} 第 ${other.range.start.line} 行:${escaped(other.message)}`,
  );
  const what = [escaped(message), ...others].join("<br>");
  const cells = [range.start.line, SEVERITY[severity], what, escaped(hint), escaped(clause), escaped(ruleId)];
  return `| ${cells.join(" | ")} |`;
}
