import type { Diagnostic, RelatedPlace, Severity } from "../../model/diagnostic.js";
import { formatPlace, isTextRange, type TextRange } from "../../model/place.js";
import type { Report } from "../../model/report.js";
import { digest } from "../../text/digest.js";
import { escapeJson, showControlCharacters } from "../../text/printable.js";
import { byFile } from "./by-file.js";
import { isUnchecked } from "./detail-lines.js";

/** A rule or check as SARIF describes it. */
export interface RuleDescription {
  id: string;
  title: string;
  about: string;
  severity?: Severity;
}

/**
 * Formats a report as SARIF 2.1.0 (an OASIS standard in JSON), which code scanning services and editors read.
 * @param rules descriptions of all rules and built-in checks; findings refer to them
 * @param version version of ptc
 */
export function sarif(report: Report, rules: readonly RuleDescription[], version: string): string {
  const { waivers } = report;
  const artifacts = [...byFile(report).keys()];
  const indexes = { rule: new Map(rules.map(({ id }, index) => [id, index])), file: indexed(artifacts) };
  const occurrence = counter();
  return `${escapeJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "ptc", version, language: "zh-CN", rules: rules.map(ruleDescriptor) } },
        columnKind: "utf16CodeUnits",
        ...(waivers !== undefined && { properties: { waivers, waived: report.waived ?? 0 } }),
        invocations: [{ executionSuccessful: !report.diagnostics.some(isUnchecked) }],
        artifacts: artifacts.map((file) => ({ location: { uri: uriOf(file) } })),
        results: report.diagnostics.map((each) => result(each, indexes, occurrence)),
      },
    ],
  })}\n`;
}

function ruleDescriptor({ id, title, about, severity }: RuleDescription): object {
  const help = `ptc explain ${id}`;
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: about },
    help: { text: `${about}\n${help}`, markdown: `**${title}**\n\n${about}\n\n\`${help}\`` },
    ...(severity && { defaultConfiguration: { level: severity } }),
  };
}

type Indexes = Record<"rule" | "file", Map<string, number>>;

function result(diagnostic: Diagnostic, { rule, file: files }: Indexes, occurrence: (key: string) => number): object {
  const { ruleId, severity, message, hint, clause, related } = diagnostic;
  const text = [message, ...(hint ? [`办法:${hint}`] : []), ...(clause ? [`依据:${clause}`] : [])];
  const identity = identityOf(diagnostic);
  const index = rule.get(ruleId);
  return {
    ruleId,
    ...(index !== undefined && { ruleIndex: index }),
    level: severity,
    message: { text: text.map(messageText).join("\n") },
    locations: [location(diagnostic, files)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        ...location(other, files),
        message: { text: messageText(other.message) },
      })),
    }),
    partialFingerprints: { "ptcFinding/v1": digest(`${identity}\n${occurrence(identity)}`) },
  };
}

/** Gives a text that identifies a finding. It has no line numbers, so it stays the same when lines above it change. */
function identityOf({ ruleId, file, pointer, message }: Diagnostic): string {
  return [ruleId, file, pointer === "" ? message : pointer].join("\n");
}

/** Makes a function that counts how often it has been called with a key; the first call gives 1. */
function counter(): (key: string) => number {
  const seen = new Map<string, number>();
  return (key) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times;
  };
}

function indexed(names: string[]): Map<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}

/** Gives a location: for a range in a text, a region of the file; for a cell, a logical location in the file. */
function location({ file, place }: Pick<RelatedPlace, "file" | "place">, files: Map<string, number>): object {
  const index = files.get(file);
  const artifactLocation = { uri: uriOf(file), ...(index !== undefined && { index }) };
  if (isTextRange(place)) return { physicalLocation: { artifactLocation, region: regionOf(place) } };
  const name = showControlCharacters(place.label);
  const fullyQualifiedName = showControlCharacters(formatPlace(file, place));
  return { physicalLocation: { artifactLocation }, logicalLocations: [{ name, fullyQualifiedName, kind: "cell" }] };
}

function regionOf({ start, end }: TextRange): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Escapes a message. In SARIF, braces mean arguments and [text](place) means a link, unless they are escaped. */
function messageText(text: string): string {
  return showControlCharacters(text).replace(/[{}]/gu, "$&$&").replaceAll("](", "\\](");
}

/** Converts a path to a URI. A relative path stays relative; a path from the root or a drive becomes a `file:` URI. */
function uriOf(file: string): string {
  const drive = /^[a-z]:(?=\/)/iu.exec(file)?.[0] ?? "";
  const encoded = file
    .slice(drive.length)
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  if (drive) return `file:///${drive}${encoded}`;
  return encoded.startsWith("/") ? `file://${encoded}` : encoded;
}
