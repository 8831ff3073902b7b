import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { type Report, sarif } from "../../../src/index.js";
import { showControlCharacters } from "../../../src/text/printable.js";
import { checkFiles, checkTexts, root } from "../../support/check.js";
import { hostileReport } from "../../support/hostile-report.js";
import { emptyFolder, ptc } from "../../support/run.js";
import { tools } from "../../support/tools.js";

const BROKEN = "examples/hunan-2024/broken";
const broken = () =>
  checkFiles(
    ["一园两报/乙.yaml", "一园两报/甲.yaml", "字数超限.yaml", "格式错误.yaml", "键名写错.yaml"].map(
      (file) => `${BROKEN}/${file}`,
    ),
    { base: "examples/hunan-2024" },
  );

// biome-ignore lint/suspicious/noExplicitAny: JSON of another's making
type Json = any;
const log = async (report: Report): Promise<Json> => JSON.parse(sarif(report, { version: "1.0.0" }));

/** What the committee's schema says against a log. */
function complaints(value: Json): string[] {
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(tools.sarifSchema as string, "utf8"));
  // written in draft 4, of which it uses nothing that has changed; one pattern is not fit for the u flag
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const check = ajv.compile(schema);
  check(value);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("SARIF", () => {
  it.skipIf(!tools.sarifSchema)("fits the schema of SARIF 2.1.0", async () => {
    for (const report of [await broken(), hostileReport(), { ...hostileReport(), diagnostics: [] }])
      expect(complaints(await log(report))).toEqual([]);
    const wrong = await log(await broken());
    wrong.runs[0].results[0].level = "bad";
    wrong.runs[0].results[1].locations[0].physicalLocation.artifactLocation.uri = "a b";
    expect(complaints(wrong)).toHaveLength(2);
  });

  it("points with ranges in UTF-16 units, refers to rules and files, and names the other side", async () => {
    const report = await broken();
    const { runs } = await log(report);
    const [{ tool, results, artifacts, columnKind, invocations }] = runs;
    expect(columnKind).toBe("utf16CodeUnits");
    expect(invocations).toEqual([{ executionSuccessful: true }]);
    expect(tool.driver).toMatchObject({ name: "ptc", version: "1.0.0" });
    expect(results).toHaveLength(report.diagnostics.length);
    for (const [index, each] of report.diagnostics.entries()) {
      const result = results[index];
      expect(tool.driver.rules[result.ruleIndex].id).toBe(each.ruleId);
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(decodeURIComponent(artifactLocation.uri)).toBe(each.file);
      expect(artifacts[artifactLocation.index].location.uri).toBe(artifactLocation.uri);
      const line = report.texts.get(each.file)?.split("\n")[region.startLine - 1] ?? "";
      expect(region.startColumn).toBeLessThanOrEqual(line.length + 1);
      expect(region.endLine * 1e6 + region.endColumn).toBeGreaterThanOrEqual(
        region.startLine * 1e6 + region.startColumn,
      );
      expect(result.message.text.split("\n")[0]).toBe(each.message);
    }
    const clash = results.find(({ ruleId }: Json) => ruleId === "one-per-park");
    expect(clash.relatedLocations).toMatchObject([
      {
        id: 0,
        physicalLocation: { region: { startLine: 7, startColumn: 7 } },
        message: { text: expect.stringContaining("这里写的是") },
      },
    ]);
  });

  it("describes every rule and check", async () => {
    const [{ tool }] = (await log(await broken())).runs;
    for (const { id, name, shortDescription, fullDescription, help } of tool.driver.rules) {
      expect([name, shortDescription.text, fullDescription.text, help.text].every((text) => text.length > 1)).toBe(
        true,
      );
      expect(help.markdown).toContain(`ptc explain ${id}`);
    }
    expect(tool.driver.rules.map(({ id }: Json) => id)).toEqual(expect.arrayContaining(["word-limit", "yaml/syntax"]));
  });

  it("has fingerprints that stay when lines move, and tell findings apart", async () => {
    const text = readFileSync(`${root}/${BROKEN}/键名写错.yaml`, "utf8");
    const prints = async (moved: string) =>
      (await log(await checkTexts({ "甲.yaml": moved }))).runs[0].results.map(
        (each: Json) => each.partialFingerprints["ptcFinding/v1"],
      );
    const before = await prints(text);
    expect(before.length).toBeGreaterThan(3);
    expect(new Set(before).size).toBe(before.length);
    expect(await prints(`# 一行\n# 又一行\n${text}`)).toEqual(before);
  });

  it("says when a file could not be read", async () => {
    const { out } = await ptc(["validate", "nosuch.yaml", "--format", "sarif"], { cwd: emptyFolder() });
    expect(JSON.parse(out).runs[0].invocations).toEqual([{ executionSuccessful: false }]);
  });

  it.each([
    ["长沙/高 新#区?.yaml", "%E9%95%BF%E6%B2%99/%E9%AB%98%20%E6%96%B0%23%E5%8C%BA%3F.yaml"],
    ["C:/甲.yaml", "file:///C:/%E7%94%B2.yaml"],
    ["/srv/a b.yaml", "file:///srv/a%20b.yaml"],
    ["../a:b.yaml", "../a%3Ab.yaml"],
    ["100%.yaml", "100%25.yaml"],
  ])("writes %s as %s", async (file, uri) => {
    const { runs } = await log({ files: [file], texts: new Map(), documents: [], diagnostics: [], unreadable: false });
    expect(runs[0].artifacts).toEqual([{ location: { uri } }]);
  });

  it("says what was meant, whatever names and values hold", async () => {
    const report = hostileReport();
    const text = sarif(report, { version: "1.0.0" });
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u2028-\u202e]/u);
    const [{ results }] = JSON.parse(text).runs;
    for (const [index, { file, message }] of report.diagnostics.entries()) {
      const [first] = results[index].message.text.split("\n");
      expect(first.replace(/\{\{|\}\}/gu, (pair: string) => pair[0]).replaceAll("\\](", "](")).toBe(
        showControlCharacters(message),
      );
      expect(first).not.toMatch(/(?<!\\)\]\(/u);
      const { uri } = results[index].locations[0].physicalLocation.artifactLocation;
      expect(decodeURIComponent(uri)).toBe(file.replace(/\p{Cs}/gu, "\ufffd"));
      expect(uri).toMatch(/^[\w\-.~!*'()%/]+$/u);
    }
  });
});
