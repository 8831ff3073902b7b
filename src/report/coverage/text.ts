import { type CityCoverage, type Coverage, cellSign, legend } from "../../model/coverage.js";
import type { Paint } from "../../model/paint.js";
import { displayWidth, padToWidth } from "../../text/display-width.js";
import { showControlCharacters } from "../../text/printable.js";
import { consortiumCount, coverageGaps, coverageHeadline, type GapList } from "./wording.js";

/**
 * Coverage for a terminal: a heat map with industries down and cities across, then what is missing.
 * @param width columns of the terminal: cities that do not fit stand in a further heat map
 */
export function coverageText(coverage: Coverage, paint: Paint, width: number): string {
  const heatMaps = citiesThatFit(coverage, width).map((cities) => heatMap(coverage, cities, paint));
  const gaps = coverageGaps(coverage).map((list) => gapList(list, paint));
  const parts = [coverageHeadline(coverage), ...heatMaps, legend(coverage).join("\n"), ...gaps];
  return `${parts.join("\n\n")}\n`;
}

/** Indexes of the cities, in groups that fit beside each other; a group has one at least. */
function citiesThatFit(coverage: Coverage, width: number): number[][] {
  const groups: number[][] = [];
  let used = width;
  for (const [index, city] of coverage.cities.entries()) {
    const own = cityWidth(city);
    if (used + own > width || groups.length === 0) {
      groups.push([]);
      used = labelWidth(coverage);
    }
    groups.at(-1)?.push(index);
    used += own;
  }
  return groups;
}

function cityWidth({ short }: CityCoverage): number {
  return Math.max(displayWidth(short), 3) + 1;
}

function labelWidth(coverage: Coverage): number {
  const labels = [...coverage.industries.map(({ code, name }) => `${code} ${name}`), consortiumCount(coverage)];
  return Math.max(...labels.map((label) => displayWidth(label))) + 1;
}

function heatMap(coverage: Coverage, shown: number[], paint: Paint): string {
  const { cities, industries, marks } = coverage;
  const firstColumn = labelWidth(coverage);
  const row = (label: string, cell: (index: number) => string) =>
    `${padToWidth(label, firstColumn)}${shown.map((index) => padToWidth(cell(index), cityWidth(cities[index] as CityCoverage))).join("")}`.trimEnd();
  return [
    paint.bold(row("", (index) => cities[index]?.short ?? "")),
    row(consortiumCount(coverage), (index) => String(cities[index]?.consortia.length)),
    ...industries.map(({ code, name, cells }) =>
      paintSigns(
        row(`${code} ${name}`, (index) => (cells[index] ? cellSign(cells[index], marks) : "")),
        paint,
      ),
    ),
  ].join("\n");
}

/** Colours the signs of a line that is already aligned: the codes for colours would count as width. */
function paintSigns(line: string, paint: Paint): string {
  const colours: Record<string, (text: string) => string> = {
    "✓": paint.green,
    "✗": paint.red,
    "?": paint.yellow,
  };
  return line.replace(/\S([✓✗?])(?= |$)/gu, (sign, end) => colours[end]?.(sign) ?? sign);
}

function gapList({ title, note, items }: GapList, paint: Paint): string {
  const shown = items.map(({ name, text }) => ({
    name: showControlCharacters(name),
    text: showControlCharacters(text),
  }));
  const width = Math.max(...shown.map(({ name }) => displayWidth(name)));
  return [
    paint.bold(title),
    ...shown.map(({ name, text }) => `  ${padToWidth(name, width)}  ${text}`.trimEnd()),
    ...(note === undefined ? [] : [`  ${paint.dim(note)}`]),
  ].join("\n");
}
