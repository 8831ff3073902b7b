import type { Diagnostic } from "../../model/diagnostic.js";
import { formatCell, isTextRange, type Place } from "../../model/place.js";
import type { Report } from "../../model/report.js";
import { showControlCharacters } from "../../text/printable.js";
import { detailLines } from "./detail-lines.js";
import { waiversNote } from "./waivers-note.js";

/**
 * Formats findings as workflow commands of GitHub Actions, one line for each. GitHub shows them beside the changed lines
 * of a pull request.
 */
export function github(report: Report): string {
  const waivers = waiversNote(report);
  const note = waivers === undefined ? [] : [`::notice title=waivers::${escapedData(waivers)}`];
  return [...report.diagnostics.map(command), ...note].map((line) => `${line}\n`).join("");
}

function command(diagnostic: Diagnostic): string {
  const { severity, ruleId, file, place } = diagnostic;
  const properties = { file: showControlCharacters(file), ...lines(place), title: ruleId };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  // GitHub cannot point into a file that has no lines. Therefore the text names the cell.
  const cell = isTextRange(place) ? [] : [showControlCharacters(formatCell(place))];
  return `::${severity} ${listed.join(",")}::${escapedData([...cell, ...detailLines(diagnostic)].join("\n"))}`;
}

function lines(place: Place): Record<string, number> {
  if (!isTextRange(place)) return {};
  const { start, end } = place;
  return {
    line: start.line,
    endLine: end.line,
    // GitHub accepts columns only when the range is within one line.
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
  };
}

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
