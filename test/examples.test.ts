import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { concise, countBySeverity } from "../src/index.js";
import { lineOrCell } from "../src/model/place.js";
import { checkFiles, root } from "./support/check.js";
import { emptyFolder, ptc } from "./support/run.js";

const BASE = "examples/hunan-2024";
const all = readdirSync(path.join(root, BASE), { recursive: true, encoding: "utf8" })
  .map((file) => `${BASE}/${file.split(path.sep).join("/")}`)
  .filter((file) => file.endsWith(".yaml") && !file.includes("/."))
  .sort();
const broken = all.filter((file) => file.startsWith(`${BASE}/broken/`));
const published = all.filter((file) => file.startsWith(`${BASE}/published/`));
const tracking = all.filter((file) => file.startsWith(`${BASE}/tracking/`));
const changes = all.filter((file) => file.startsWith(`${BASE}/changes/`));
const complete = all.filter((file) => ![...broken, ...published, ...tracking, ...changes].includes(file));

describe("complete applications", () => {
  it.each(complete)("%s has no finding", async (file) => {
    const report = await checkFiles([file]);
    expect(report.documents).toHaveLength(1);
    expect(concise(report)).toBe("");
  });

  it("are at peace with each other", async () => {
    expect(complete.length).toBeGreaterThanOrEqual(3);
    expect(concise(await checkFiles(complete))).toBe("");
  });
});

describe("the published 21 as drafts", () => {
  it("give no one-per-park error and exactly two park-within-park warnings", async () => {
    const report = await checkFiles(published, { draft: true });
    expect(report.documents).toHaveLength(21);
    expect(report.diagnostics.map(({ ruleId, file }) => `${ruleId} ${path.basename(file).slice(0, 2)}`)).toEqual([
      "park-within-park 05",
      "park-within-park 09",
    ]);
    expect(countBySeverity(report.diagnostics)).toEqual({ errors: 0, warnings: 2 });
  });
});

describe("the record of changes", () => {
  it("has no finding", async () => {
    const report = await checkFiles(changes);
    expect(report.documents).toHaveLength(1);
    expect(concise(report)).toBe("");
  });
});

describe("two years of plans and summaries", () => {
  it("give no error, and the warnings that one consortium's story makes", async () => {
    const report = await checkFiles([...complete, ...tracking], { base: BASE, today: "2026-01-05" });
    expect(report.documents).toHaveLength(15);
    expect(countBySeverity(report.diagnostics).errors).toBe(0);
    await expect(concise(report)).toMatchFileSnapshot("examples/tracking.txt");
  });

  it("need one waiver for each consortium that is not on the list", async () => {
    const text = ["长沙市云麓湾工程机械产教联合体", "株洲市渌岸湾新能源装备产教联合体"]
      .map(
        (name) =>
          `- {规则: agrees-with-roster, 文件: tracking/${name}/2024-年度工作计划.yaml, 位置: /联合体名称, 理由: 虚构的示例, 批准人: 示例处, 有效期至: 2026-12-31}\n`,
      )
      .join("");
    const waivers = { file: "ptc-waivers.yaml", text, nameOf: (file: string) => file };
    const { waived, diagnostics } = await checkFiles(tracking, { base: BASE, today: "2026-01-05", waivers });
    expect(waived).toBe(2);
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(["figures-agree", "filed-in-time", "task-outcome"]);
  });
});

describe("broken applications", () => {
  const groups = [
    ...new Set(broken.map((file) => (path.posix.dirname(file).endsWith("broken") ? file : path.posix.dirname(file)))),
  ];

  it.each(groups)("%s is found out", async (group) => {
    const files = broken.filter((file) => file.startsWith(group));
    const report = await checkFiles(files, { draft: true, base: `${BASE}/broken` });
    expect(report.diagnostics.length).toBeGreaterThan(0);
    const name = path.posix.basename(group, ".yaml");
    await expect(concise(report)).toMatchFileSnapshot(`examples/${name}.txt`);
  });

  it("names each mistake in a comment above it, and each is reported there", async () => {
    let mistakes = 0;
    for (const file of broken) {
      const together = broken.filter((other) => path.posix.dirname(other) === path.posix.dirname(file));
      const { texts, diagnostics } = await checkFiles(
        path.posix.basename(path.posix.dirname(file)) === "broken" ? [file] : together.sort(),
      );
      const lines = texts.get(file)?.split("\n") ?? [];
      const places = diagnostics.flatMap((each) => [each, ...each.related]);
      const found = new Set(places.filter((each) => each.file === file).map(({ place }) => lineOrCell(place).line));
      for (const [index, line] of lines.entries()) {
        if (!/^\s*#.*错误/u.test(line) || !/^\s*[^\s#]/u.test(lines[index + 1] ?? "")) continue;
        mistakes += 1;
        const near = [2, 3, 4, 5].some((below) => found.has(index + below));
        expect(near, `${file}:${index + 1} ${line.trim()} 没有报告`).toBe(true);
      }
    }
    expect(mistakes).toBeGreaterThan(30);
  });
});

it("the commands of the README work as written in the example's folder", async () => {
  const cwd = path.join(root, BASE);
  expect(await ptc(["validate", "application.yaml"], { cwd })).toMatchObject({ code: 0 });
  const out = emptyFolder();
  expect(await ptc(["render", "--docx", "-o", out], { cwd })).toMatchObject({ code: 0 });
  expect(await ptc(["summarize", "city/*.yaml", "--xlsx", "-o", path.join(out, "汇总表.xlsx")], { cwd })).toMatchObject(
    { code: 0 },
  );
  expect(readdirSync(out).sort()).toEqual(["application.docx", "汇总表.xlsx"].sort());
});
