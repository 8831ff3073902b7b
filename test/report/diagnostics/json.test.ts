import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { type Diagnostic, json, type Place, type Report } from "../../../src/index.js";
import { checkFiles, root } from "../../support/check.js";
import { hostileReport } from "../../support/hostile-report.js";
import { rangeOf } from "../../support/range-of.js";
import { emptyFolder, ptc } from "../../support/run.js";

const BROKEN = "examples/hunan-2024/broken";
const schema = JSON.parse(readFileSync(path.join(root, "schemas/report.schema.json"), "utf8"));

// biome-ignore lint/suspicious/noExplicitAny: JSON to spoil
type Json = any;

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
const published = ajv.compile(schema);

/** The schema with every key that it does not describe refused: what is new has to be described. */
const closed = ajv.compile(
  JSON.parse(JSON.stringify(schema), (_, value) =>
    value?.type === "object" && value.properties ? { ...value, additionalProperties: false, $id: undefined } : value,
  ),
);

const complaints = (value: Json, check = published) => {
  check(value);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const files = readdirSync(path.join(root, BROKEN), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => `${BROKEN}/${file.split(path.sep).join("/")}`);
const written = (report: Report): Json => JSON.parse(json(report));

describe("the schema of the JSON report", () => {
  it("fits reports of all the broken examples, of drafts and of clean files, and describes every key", async () => {
    const reports = [
      await checkFiles(files),
      await checkFiles(files, { draft: true }),
      await checkFiles(["examples/hunan-2024/application.yaml"]),
      hostileReport(),
    ];
    for (const report of reports) {
      expect(complaints(written(report))).toEqual([]);
      expect(complaints(written(report), closed)).toEqual([]);
    }
  });

  it("fits what the command line writes of files that cannot be read", async () => {
    const cwd = emptyFolder();
    const { out } = await ptc(["validate", "nosuch.yaml", "-", "--format", "json"], { cwd, input: "a: [" });
    expect(complaints(JSON.parse(out), closed)).toEqual([]);
  });

  it.each<[string, (report: Json) => void]>([
    ["another version", (report) => Object.assign(report, { version: 2 })],
    ["no summary", (report) => delete report.summary],
    ["an unknown severity", (report) => Object.assign(report.diagnostics[0], { severity: "fatal" })],
    ["a column 0", (report) => Object.assign(report.diagnostics[0].range.start, { column: 0 })],
    ["no message", (report) => delete report.diagnostics[0].message],
    ["a pointer without a slash", (report) => Object.assign(report.diagnostics[0], { pointer: "a" })],
    ["half a count", (report) => Object.assign(report.summary, { errors: 1.5 })],
    ["a form that is a number", (report) => Object.assign(report.files[0], { form: 1 })],
    [
      "a related place without a file",
      (report) => Object.assign(report.diagnostics[0], { related: [{ message: "x" }] }),
    ],
  ])("refuses %s", async (_, spoil) => {
    const report = written(hostileReport());
    spoil(report);
    expect(complaints(report)).not.toEqual([]);
  });

  it("keeps every value as it is, escaped where a terminal would obey", () => {
    const report = hostileReport();
    const inJson = <T extends { place: Place }>({ place, ...rest }: T) => {
      const { start, end } = rangeOf({ place });
      return { ...rest, range: { start, end } };
    };
    expect(written(report).diagnostics).toEqual(
      report.diagnostics.map((each) => inJson({ ...each, related: each.related.map(inJson) })),
    );
    expect(json(report)).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u2028-\u202e]/u);
  });

  it.each([
    ["integrity-pledge", "ruleId severity file pointer range message hint clause related unfilled fix"],
    ["yaml/syntax", "ruleId severity file pointer range message hint clause related unfilled fix"],
    ["schema/type", "severity file range clause related pointer ruleId unfilled message hint fix"],
    ["yaml/lost-text", "file pointer related ruleId severity range message hint clause unfilled fix"],
    ["yaml/unprintable", "file pointer related ruleId severity range message hint clause unfilled fix"],
  ] as const)("writes the keys of %s in the order they have always had", (ruleId, keys) => {
    const [first] = hostileReport().diagnostics as [Diagnostic];
    const whole: Diagnostic = { ...first, ruleId, unfilled: true, fix: { title: "改", edits: [] } };
    const { diagnostics } = written({ ...hostileReport(), diagnostics: [whole] });
    expect(Object.keys(diagnostics[0])).toEqual(keys.split(" "));
  });
});
