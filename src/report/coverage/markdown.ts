import { type Coverage, cellSign, legend } from "../../model/coverage.js";
import { escapeMarkdown } from "../../text/escape-markdown.js";
import { markdownTable } from "../markdown-table.js";
import { consortiumCount, coverageGaps, coverageHeadline, type GapList } from "./wording.js";

/** Coverage as Markdown, for a report or a page of a repository. */
export function coverageMarkdown(coverage: Coverage): string {
  const parts = [
    `## ${coverageHeadline(coverage)}`,
    heatMap(coverage),
    legend(coverage).join("<br>\n"),
    ...coverageGaps(coverage).map(gapSection),
  ];
  return `${parts.join("\n\n")}\n`;
}

function heatMap(coverage: Coverage): string {
  const { cities, industries, marks } = coverage;
  const heading = ["产业", ...cities.map(({ short }) => short)];
  const rows = [
    [consortiumCount(coverage), ...cities.map(({ consortia }) => String(consortia.length))],
    ...industries.map(({ code, name, cells }) => [`${code} ${name}`, ...cells.map((cell) => cellSign(cell, marks))]),
  ];
  return markdownTable(heading, rows, ["---", ...cities.map(() => ":---:")]);
}

function gapSection({ title, note, items }: GapList): string {
  const lines = items.map(
    ({ name, text }) => `- ${escapeMarkdown(name)}${text === "" ? "" : `:${escapeMarkdown(text)}`}`,
  );
  return [`### ${title}`, lines.join("\n"), ...(note === undefined ? [] : [note])].join("\n\n");
}
