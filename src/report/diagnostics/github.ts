import type { Diagnostic } from "../../model/diagnostic.js";
import type { Report } from "../../model/report.js";
import { showControlCharacters } from "../../text/printable.js";
import { detailLines } from "./detail-lines.js";

/** Findings as workflow commands of GitHub Actions, a line each: the runner shows them beside the lines changed. */
export function github({ diagnostics }: Report): string {
  return diagnostics.map((each) => `${command(each)}\n`).join("");
}

function command(diagnostic: Diagnostic): string {
  const { severity, ruleId, file, range } = diagnostic;
  const { start, end } = range;
  const properties = {
    file: showControlCharacters(file),
    line: start.line,
    endLine: end.line,
    // GitHub takes columns only within one line
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
    title: ruleId,
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${severity} ${listed.join(",")}::${escapedData(detailLines(diagnostic).join("\n"))}`;
}

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
