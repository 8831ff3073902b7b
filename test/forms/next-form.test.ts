import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { root } from "../support/check.js";
import { plan, yaml } from "../support/full-filings.js";
import { emptyFolder, ptc } from "../support/run.js";
import { readWord, texts } from "../support/word.js";

// The next round: the folder of the form copied, its years shifted by three, nothing else touched.

const SHIFT = 3;
const later = (text: string) => text.replace(/20(2[2-7])/gu, (_, year) => `20${Number(year) + SHIFT}`);
let folder: string;

beforeAll(() => {
  folder = emptyFolder();
  const target = path.join(folder, "schemas/hunan-2027");
  cpSync(path.join(root, "schemas/hunan-2024"), target, { recursive: true });
  for (const file of readdirSync(target)) {
    const place = path.join(target, file);
    writeFileSync(place, later(readFileSync(place, "utf8")));
    renameSync(place, path.join(target, later(file)));
  }
  writeFileSync(
    path.join(folder, "application.yaml"),
    later(readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8")),
  );
});

const run = (...args: string[]) => ptc(["--forms", folder, ...args], { cwd: folder, today: "2027-02-26" });

it("validates, with the years of its own", async () => {
  expect(await run("validate")).toMatchObject({ code: 0, out: "检查了 1 份文件:没有发现问题\n" });
  const old = readFileSync(path.join(folder, "application.yaml"), "utf8").replace(
    "共建专业: {2025:",
    "共建专业: {2022:",
  );
  writeFileSync(path.join(folder, "old.yaml"), old);
  const { out } = await run("validate", "old.yaml", "--format", "concise");
  expect(out).toContain("「共建专业」没有 2022 年这一栏");
  expect(out).toContain("「共建专业」缺 2025 年");
});

it("renders and summarises", async () => {
  expect(await run("render", "--docx")).toMatchObject({ code: 0 });
  const word = readWord(readFileSync(path.join(folder, "application.docx")));
  expect(texts(word.under("2.办学成效和服务能力")[0])).toEqual(["", "项目名称", "2025年", "2026年"]);
  expect(await run("summarize", "application.yaml", "--xlsx")).toMatchObject({ code: 0 });
  expect(await run("checklist", "application.yaml")).toMatchObject({ code: 0 });
});

it("renders its plan, with a row for each task", async () => {
  writeFileSync(path.join(folder, "plan.yaml"), later(yaml(plan(9))));
  expect(await run("render", "plan.yaml", "--docx")).toMatchObject({ code: 0 });
  expect(readWord(readFileSync(path.join(folder, "plan.docx"))).under("2.年度任务")).toHaveLength(10);
});

it("starts a blank document of its own", async () => {
  expect(await run("init", "new.yaml", "--form", "hunan-2027")).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(folder, "new.yaml"), "utf8")).toMatch(
    /# 单位是 个\n +共建专业:\n +2025: \n +2026: \n/u,
  );
});
