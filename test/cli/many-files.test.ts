import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Context, paintFor } from "../../src/cli/context.js";
import { checkFiles, findFiles, pretty } from "../../src/index.js";
import { BEGINNING } from "../../src/model/place.js";
import { built } from "../support/built.js";
import { root, today } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";

// Many files are looked at by several threads, once ptc is built: nothing of that is to be seen.

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

describe("many files", () => {
  it.each([[["--format", "json"]], [["--format", "pretty"]], [["--draft", "--format", "concise"]]])(
    "%j says what one thread says, in its order",
    async (options) => {
      const args = ["validate", ".", "--today", today, ...options];
      const threads = await built(args, { cwd });
      const one = await ptc(args, { cwd });
      expect(threads).toMatchObject({ code: one.code, err: one.err });
      expect(threads.out).toBe(one.out);
      expect(one.code).toBe(2);
    },
  );

  it("are all checked when the threads die, or never end by themselves", async () => {
    const deadly = path.join(emptyFolder(), "deadly.cjs");
    const args = ["validate", ".", "--today", today, "--format", "json"];
    const expected = (await ptc(args, { cwd })).out;
    for (const fate of ["process.exit(0)", "throw new Error()", "setInterval(() => {}, 1000)"]) {
      writeFileSync(deadly, `if (!require("node:worker_threads").isMainThread) ${fate};`);
      const { code, out } = await built(args, { cwd, env: { NODE_OPTIONS: `--require=${deadly}` } });
      expect([code, out]).toEqual([2, expected]);
    }
  });
});

describe("a file that is let go of", () => {
  const look = { paint: paintFor({ env: {}, outIsTerminal: false } as Context), width: 100 };

  it("may be another, or gone, when a line of it is to be shown", async () => {
    const folder = emptyFolder();
    const file = path.join(folder, "甲.yaml");
    writeFileSync(file, EXAMPLE.replace(/^填表日期: .*/mu, "填表日期: 2024年2月30日"));
    const found = await findFiles(["甲.yaml"], folder, async () => Buffer.from(""));
    const report = await checkFiles(found, { today, folder, onlyFindings: true });
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
