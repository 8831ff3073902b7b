import { type CityCoverage, type Coverage, cellSign, citiesWithout, industryNames, legend } from "../../model/coverage.js";
import type { Paint } from "../../model/paint.js";
import { escapeMarkdown as escaped } from "../../text/escape-markdown.js";
import { escapeJson, showControlCharacters } from "../../text/printable.js";
import { displayWidth, padToWidth } from "../../text/display-width.js";

/** Coverage for a terminal: industries down, cities across, then what is missing. */
export function coverageText(coverage: Coverage, paint: Paint, width: number): string {
  const maps = sideBySide(coverage, width).map((cities) => heatMap(coverage, cities, paint));
  const lists = listsOf(coverage).map(({ title, note, lines }) => {
    const heads = Math.max(...lines.map(({ head }) => displayWidth(showControlCharacters(head))));
    return [
      paint.bold(title),
      ...lines.map(({ head, text }) => `  ${padToWidth(showControlCharacters(head), heads)}  ${showControlCharacters(text)}`.trimEnd()),
      ...(note === undefined ? [] : [`  ${paint.dim(note)}`]),
    ].join("\n");
  });
  return `${[headline(coverage), ...maps, legend(coverage).join("\n"), ...lists].join("\n\n")}\n`;
}

/** Coverage for a report or a page of a repository. */
export function coverageMarkdown(coverage: Coverage): string {
  const { cities, industries, marks } = coverage;
  const { consortium } = coverage.presentation.terms;
  const row = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;
  const parts = [
    `## ${headline(coverage)}`,
    [
      row(["产业", ...cities.map(({ short }) => short)]),
      row(["---", ...cities.map(() => ":---:")]),
      row([`${consortium}(个)`, ...cities.map(({ consortia }) => consortia.length)]),
      ...industries.map(({ code, name, cells }) =>
        row([`${code} ${name}`, ...cells.map((cell) => cellSign(cell, marks))]),
      ),
    ].join("\n"),
    legend(coverage).join("<br>\n"),
    ...listsOf(coverage).map(({ title, note, lines }) =>
      [
        `### ${title}`,
        lines.map(({ head, text }) => `- ${escaped(head)}${text === "" ? "" : `:${escaped(text)}`}`).join("\n"),
        ...(note === undefined ? [] : [note]),
      ].join("\n\n"),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Coverage for programs; `schemas/coverage.schema.json` describes it. */
export function coverageJson(coverage: Coverage): string {
  const { presentation: _, ...data } = coverage;
  return `${escapeJson({ version: 1, ...data })}\n`;
}

/** What is looked at, and how many consortia there are to look at. */
function headline({ cities, industries, source, roster, unplaced, presentation: { terms } }: Coverage): string {
  const consortia = [...cities.flatMap((city) => city.consortia), ...unplaced];
  const listed = consortia.filter(({ published }) => published !== undefined).length;
  const counted =
    roster === undefined
      ? `给出的文件里有 ${consortia.length} 个${terms.consortium}`
      : `公布的 ${listed} 个${terms.consortium}(名单没有${terms.city}一栏,文件里没有写的由${terms.park}推断)${consortia.length > listed ? `,文件里另有 ${consortia.length - listed} 个` : ""}`;
  return `${cities.length} 个${terms.city} × ${industries.length} 个产业(${source}):${counted}`;
}

/** The cities in groups that fit beside each other, at least one a group. */
function sideBySide(coverage: Coverage, width: number): number[][] {
  const { cities } = coverage;
  const groups: number[][] = [];
  let used = width;
  for (const [index, city] of cities.entries()) {
    const own = columnOf(city);
    if (used + own > width || groups.length === 0) {
      groups.push([]);
      used = labelWidth(coverage);
    }
    groups.at(-1)?.push(index);
    used += own;
  }
  return groups;
}

function columnOf({ short }: CityCoverage): number {
  return Math.max(displayWidth(short), 3) + 1;
}

function labelWidth(coverage: Coverage): number {
  const labels = [...coverage.industries.map(({ code, name }) => `${code} ${name}`), countLabel(coverage)];
  return Math.max(...labels.map(displayWidth)) + 1;
}

function countLabel({ presentation: { terms } }: Coverage): string {
  return `${terms.consortium}(个)`;
}

function heatMap(coverage: Coverage, shown: number[], paint: Paint): string {
  const { cities, industries, marks } = coverage;
  const label = labelWidth(coverage);
  const row = (title: string, cell: (index: number) => string) =>
    `${padToWidth(title, label)}${shown.map((index) => padToWidth(cell(index), columnOf(cities[index] as CityCoverage))).join("")}`.trimEnd();
  const colours: Record<string, (text: string) => string> = {
    "✓": paint.green,
    "✗": paint.red,
    "?": paint.yellow,
  };
  // colour goes on afterwards: it has no width
  const coloured = (line: string) => line.replace(/\S([✓✗?])(?= |$)/gu, (sign, end) => colours[end]?.(sign) ?? sign);
  return [
    paint.bold(row("", (index) => cities[index]?.short ?? "")),
    row(countLabel(coverage), (index) => String(cities[index]?.consortia.length)),
    ...industries.map(({ code, name, cells }) =>
      coloured(row(`${code} ${name}`, (index) => (cells[index] ? cellSign(cells[index], marks) : ""))),
    ),
  ].join("\n");
}

interface List {
  title: string;
  note?: string;
  lines: { head: string; text: string }[];
}

/** What is missing or not known, list by list; empty ones are left out. */
function listsOf(coverage: Coverage): List[] {
  const { cities, clause, marks, unplaced } = coverage;
  const { consortium, city: region } = coverage.presentation.terms;
  const core = Object.values(marks)[0] ?? "";
  const { none, unpublished } = citiesWithout(coverage);
  const silent = ({ consortia }: CityCoverage) => consortia.filter(({ industries }) => industries === undefined);
  const lists: List[] = [
    {
      title: `没有${consortium}的${region}(${none.length} 个)`,
      note: `依据:${clause}`,
      lines: none.map(({ name }) => ({ head: name, text: "" })),
    },
    {
      title: `只有公布名单以外的${consortium}的${region}(${unpublished.length} 个)`,
      lines: unpublished.map(({ short, consortia }) => ({
        head: short,
        text: consortia.map(({ name }) => name).join("、"),
      })),
    },
    {
      title: `${core}没有${consortium}服务`,
      lines: cities
        .filter(({ unserved }) => unserved.length > 0)
        .map(({ short, unserved }) => ({ head: short, text: industryNames(coverage, unserved) })),
    },
    {
      title: `${core}有没有${consortium}服务不明`,
      lines: cities
        .filter(({ unknown }) => unknown.length > 0)
        .map((city) => ({
          head: city.short,
          text: `${industryNames(coverage, city.unknown)}(${silent(city).length}/${city.consortia.length} 个${consortium}没有填)`,
        })),
    },
    {
      title: `不知道在哪个${region}的${consortium}`,
      lines: unplaced.map(({ name, files }) => ({ head: name, text: files.join("、") })),
    },
  ];
  return lists.filter(({ lines }) => lines.length > 0);
}
