import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { check, type Diagnostic, findInputs, type Input, type Report } from "../../src/index.js";
import { BEGINNING } from "../../src/model/place.js";
import { pretty } from "../../src/report/diagnostics/pretty.js";
import { rules } from "../../src/rules/index.js";
import { built } from "../support/built.js";
import { forms, root, today } from "../support/check.js";
import { plain } from "../support/filings.js";
import { emptyFolder, ptc } from "../support/run.js";

// Many files are read one after another, and no more is kept of each than what rules compare: nothing of that is to be seen.

const EXAMPLE = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const COUNT = 210;

let cwd: string;
beforeAll(() => {
  cwd = emptyFolder();
  for (let number = 0; number < COUNT; number += 1) writeFileSync(path.join(cwd, `${number}.yaml`), variant(number));
});

/** Complete applications, and among them what people get wrong in every way. */
function variant(number: number): string | Uint8Array {
  const own = EXAMPLE.replaceAll("云麓", `云麓${number % 150}`).replaceAll("麓汐", `麓${number % 140}汐`);
  const kinds: (() => string | Uint8Array)[] = [
    () => own,
    () => own.replace("联合体名称:", "联合体名称："),
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(own, "utf16le")]),
    () => own.replace(/^填表日期: .*/mu, "填表日期: 2024年2月30日"),
    () => `${own}\n没有的栏目: 1\n`,
    () => own.replace(/^表单: .*/mu, ""),
    () => own.replace("hunan-2024/推荐书", "hunan-2025/推荐书"),
    () => `${own.slice(0, own.indexOf("\n建设规划:"))}\n建设规划: |\n  ![图1](没有.png)\n`,
    () => Buffer.from("PK\u0003\u0004 没有填"),
    () => own.replaceAll("\n", "\r\n"),
  ];
  return number % 4 === 0 ? (kinds[(number / 4) % kinds.length] as () => string)() : own;
}

const noInput = () => Promise.reject(new Error("standard input was read"));

describe("many files", () => {
  it.each([[["--format", "json"]], [["--format", "pretty"]], [["--draft", "--format", "concise"]]])(
    "%j says the same once it is built",
    async (options) => {
      const args = ["validate", ".", "--today", today, ...options];
      const own = await built(args, { cwd });
      const one = await ptc(args, { cwd });
      expect(own).toMatchObject({ code: one.code, err: one.err });
      expect(own.out).toBe(one.out);
      expect(one.code).toBe(2);
    },
  );

  it("say together what each says alone, file after file, and what rules find between them", async () => {
    const inputs = await findInputs(["."], { cwd, stdin: noInput });
    expect(inputs).toHaveLength(COUNT);
    const options = { forms, today };
    const together = await check(inputs, options);
    const alone: Report[] = [];
    for (const input of inputs) alone.push(await check([input], options));
    const compares = new Set<string>(rules.flatMap(({ id, compares }) => (compares ? [id] : [])));
    const ofEach = ({ diagnostics }: Report) => diagnostics.filter(({ ruleId }) => !compares.has(ruleId));
    const sorted = (found: Diagnostic[]) =>
      found.map((each) => JSON.stringify(each)).sort((one, other) => (one < other ? -1 : 1));
    expect(sorted(ofEach(together))).toEqual(sorted(alone.flatMap(ofEach)));
    expect(ofEach(together).length).toBeGreaterThan(20);
    expect(together.diagnostics.length - ofEach(together).length).toBeGreaterThan(100);
    // the same files, all their data kept or only what is compared
    const findings = await check(inputs, { ...options, onlyFindings: true });
    expect(findings.diagnostics).toEqual(together.diagnostics);
    expect(findings.files).toEqual(together.files);
  });
});

describe("texts are not held", () => {
  const MB = 1024 * 1024;
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const inUse = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / MB;
  };

  /** Files of half a million characters, most of them a remark; some note how much memory is in use when they are read. */
  function large(count: number, change: (text: string) => string): { inputs: Input[]; memory: number[] } {
    const memory: number[] = [];
    const inputs = Array.from({ length: count }, (_, number): Input => {
      const file = `${number}.yaml`;
      const read = () => {
        if (number % 5 === 0) memory.push(inUse());
        const own = EXAMPLE.replaceAll("云麓", `云麓${number}`).replaceAll("麓汐", `麓${number}汐`);
        // in bytes first: as when it is read from a file, all of it is one string
        const text = Buffer.from(`${change(own)}# ${`第${number}份`.repeat(120_000)}\n`).toString("utf8");
        return { text: { file, text }, problems: [] };
      };
      return { file, read };
    });
    return { inputs, memory };
  }

  it.each<[string, string[], (text: string) => string]>([
    ["of clean files", [], (text) => text],
    [
      "that findings quote",
      ["schema/format", "schema/unknown-key"],
      (text) =>
        text.replace(/^填表日期: .*/mu, "填表日期: 不是日期的一句话,比十三个字长\n没有这样一个长长的栏目名称: 1"),
    ],
  ])("%s", async (_, found, change) => {
    const { inputs, memory } = large(35, change);
    const report = await check(inputs, { forms, today, onlyFindings: true });
    expect(report.documents).toHaveLength(35);
    const [, after5 = 0, ...later] = [...memory, inUse()];
    // 30 texts are 30 MB
    expect(Math.max(...later) - after5).toBeLessThan(8);
    expect([...new Set(report.diagnostics.map(({ ruleId }) => ruleId))].sort()).toEqual(found);
  });
});

describe("a file that is let go of", () => {
  const look = { paint: plain, width: 100 };

  it("may be another, or gone, when a line of it is to be shown", async () => {
    const folder = emptyFolder();
    const file = path.join(folder, "甲.yaml");
    writeFileSync(file, EXAMPLE.replace(/^填表日期: .*/mu, "填表日期: 2024年2月30日"));
    const found = await findInputs(["甲.yaml"], { cwd: folder, stdin: noInput });
    const report = await check(found, { forms, today, onlyFindings: true });
    const [document] = report.documents;
    // what no rule compares is not kept
    expect(document?.data).toMatchObject({ 联合体名称: expect.any(String) });
    expect(document?.data).not.toHaveProperty("建设规划");
    expect(pretty(report, look)).toContain("2024年2月30日");
    writeFileSync(file, "表单: [\n");
    expect(document?.source.locate("/联合体名称")).toEqual(BEGINNING);
    expect(pretty(report, look)).toContain("1 个错误");
    rmSync(file);
    expect(document?.source.locate("/依托园区")).toEqual(BEGINNING);
    expect(pretty(report, look)).toContain("1 个错误");
  });
});
