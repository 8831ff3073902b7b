import { describe, expect, it } from "vitest";
import { github, type Report } from "../../../src/index.js";
import { textRange } from "../../../src/model/place.js";
import { showControlCharacters } from "../../../src/text/printable.js";
import { checkFiles } from "../../support/check.js";
import { hostileReport } from "../../support/hostile-report.js";
import { rangeOf } from "../../support/range-of.js";

interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** Reads a line as the runner does: `::name key=value,key=value::data`, then the escapes undone, those of % last. */
function parsed(line: string): Command {
  if (!line.startsWith("::")) throw new Error(`no command: ${line}`);
  const end = line.indexOf("::", 2);
  const head = line.slice(2, end);
  const space = head.indexOf(" ");
  const unescaped = (text: string, codes: [string, string][]) =>
    codes.reduce((result, [code, char]) => result.replaceAll(code, char), text);
  const properties = head
    .slice(space + 1)
    .split(",")
    .map((pair) => {
      const [key = "", ...value] = pair.split("=");
      return [
        key,
        unescaped(value.join("="), [
          ["%0D", "\r"],
          ["%0A", "\n"],
          ["%3A", ":"],
          ["%2C", ","],
          ["%25", "%"],
        ]),
      ];
    });
  const data = unescaped(line.slice(end + 2), [
    ["%0D", "\r"],
    ["%0A", "\n"],
    ["%25", "%"],
  ]);
  return { name: head.slice(0, space), properties: Object.fromEntries(properties), data };
}

const commands = async (report: Report) =>
  (await github(report))
    .split("\n")
    .slice(0, -1)
    .map((line) => parsed(line));

describe("GitHub annotations", () => {
  it("say where, what, how and why", async () => {
    const base = "examples/hunan-2024/broken/一园两报";
    const report = await checkFiles([`${base}/乙.yaml`, `${base}/甲.yaml`], { draft: true, base });
    const found = await commands(report);
    expect(found).toHaveLength(report.diagnostics.length);
    expect(found.find(({ properties }) => properties.title === "one-per-park")).toEqual({
      name: "error",
      properties: { file: "甲.yaml", line: "7", endLine: "7", col: "7", endColumn: "13", title: "one-per-park" },
      data: expect.stringMatching(/^“云溪湾高新区”已由[^\n]+\n办法:[^\n]+\n另见:乙\.yaml:7:7 {2}[^\n]+\n依据:[^\n]+$/u),
    });
  });

  it("have columns only within one line", async () => {
    const [first] = hostileReport().diagnostics;
    if (!first) throw new Error();
    const { start, end } = rangeOf(first);
    const report = {
      ...hostileReport(),
      diagnostics: [{ ...first, place: textRange(start, { ...end, line: start.line + 2 }) }],
    };
    expect(Object.keys((await commands(report))[0]?.properties ?? {})).toEqual(["file", "line", "endLine", "title"]);
  });

  it("keep to a line each, whatever names and values hold", async () => {
    const report = hostileReport();
    const found = await commands(report);
    expect(found).toHaveLength(report.diagnostics.length);
    for (const [index, { file, severity, message, related }] of report.diagnostics.entries()) {
      expect(found[index]).toMatchObject({
        name: severity,
        properties: { file: showControlCharacters(file), title: "word-limit" },
      });
      const lines = found[index]?.data.split("\n") ?? [];
      expect(lines).toHaveLength(3 + related.length);
      expect(lines[0]).toBe(showControlCharacters(message));
    }
    expect(await github(report)).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u2028-\u202e]/u);
  });

  it("are none for a clean report", async () => {
    expect(await github({ ...hostileReport(), diagnostics: [] })).toBe("");
  });
});
