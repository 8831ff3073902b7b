import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { filed, plan } from "../support/filings.js";
import { plan as fullPlan, yaml } from "../support/full-filings.js";
import { emptyFolder, ptc } from "../support/run.js";

// The exit code of every command: 0 for clean input, 1 for findings, 2 for wrong usage or unreadable input.

const GOOD = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const TEMPLATE = readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx"));
const FILES: Record<string, string | Uint8Array> = {
  "好.yaml": GOOD,
  "警.yaml": GOOD.replace("2024-02-20", "2024-03-10"),
  "错.yaml": GOOD.replace("人员总数: 8", "人员总数: 9"),
  "可改.yaml": GOOD.replace("填表日期: 2024-02-20", "填表日期：2024-02-20"),
  "笔记.yaml": "备忘: 无\n",
  "不通.yaml": "联合体名称: [\n",
  "计划.yaml": yaml({ ...fullPlan(), 报送: { ...filed("2025-01-15"), Word文档: "p.docx", 盖章PDF: "p.pdf" } }),
  "草稿.yaml": plan(2025, { 报送: {} }),
  "大.yaml": "a".repeat(1024 * 1024 + 1),
  "好.docx": "不是 Word",
  "模板.docx": TEMPLATE,
};

let cwd: string;
beforeEach(() => {
  cwd = emptyFolder();
});
const use = (...names: string[]) => {
  for (const name of names) writeFileSync(path.join(cwd, name), FILES[name] ?? "");
};

/** Writes the known files that a command line names, then runs it. */
async function code(line: string, input = ""): Promise<number> {
  const args = line.split(" ");
  use(...args.filter((each) => each in FILES));
  return (await ptc(args, { cwd, input })).code;
}

describe.each<[string, [line: string, code: number][]]>([
  [
    "validate",
    [
      ["validate 好.yaml", 0],
      ["validate 警.yaml", 0],
      ["validate 错.yaml", 1],
      ["validate 笔记.yaml", 1],
      ["validate 不通.yaml", 1],
      ["validate 错.yaml --format json", 1],
      ["validate 错.yaml -o 结果.txt", 1],
      ["validate 好.yaml -o 结果.txt", 0],
      ["validate 好.yaml 没有.yaml", 2],
      ["validate 错.yaml 没有.yaml", 2],
      ["validate 大.yaml", 2],
      ["validate", 2],
      ["validate 好.yaml --format xml", 2],
      ["validate 好.yaml --max-warnings", 2],
      ["validate 好.yaml --max-warnings -1", 2],
      ["validate 好.yaml --max-warnings 1.5", 2],
      ["validate 警.yaml --max-warnings 0", 1],
      ["validate 警.yaml --max-warnings 1", 0],
      ["validate 警.yaml --max-warnings 2", 0],
      ["validate 好.yaml --max-warnings 0", 0],
      ["validate 错.yaml --max-warnings 9", 1],
      ["validate 好.yaml --today 2024-02-19", 0],
      ["validate 好.yaml --today 2024-02-30", 2],
      ["validate 好.yaml --stdin-filename 好.yaml", 2],
      ["validate 好.yaml --since main", 2],
      ["validate -", 1],
    ],
  ],
  [
    "fix",
    [
      ["fix 好.yaml", 0],
      ["fix 可改.yaml", 0],
      ["fix 错.yaml", 0],
      ["fix 笔记.yaml", 0],
      ["fix 好.yaml --dry-run", 0],
      ["fix 可改.yaml --dry-run", 1],
      ["fix 没有.yaml", 2],
      ["fix 可改.yaml 没有.yaml --dry-run", 2],
      ["fix", 2],
    ],
  ],
  [
    "status",
    [
      ["status 好.yaml", 0],
      ["status 错.yaml", 0],
      ["status 笔记.yaml", 1],
      ["status 好.yaml 没有.yaml", 2],
      ["status", 2],
    ],
  ],
  [
    "checklist",
    [
      ["checklist 好.yaml", 0],
      ["checklist 错.yaml", 0],
      ["checklist 好.yaml 笔记.yaml", 1],
      ["checklist 好.yaml 没有.yaml", 2],
      ["checklist 计划.yaml", 2],
      ["checklist 好.yaml 计划.yaml", 0],
      ["checklist 好.yaml --xlsx --format json", 2],
      ["checklist 好.yaml --xlsx", 0],
    ],
  ],
  [
    "render",
    [
      ["render --docx 好.yaml -o x.docx", 0],
      ["render --docx 警.yaml", 0],
      ["render --docx 错.yaml", 1],
      ["render --docx 错.yaml --force", 1],
      ["render --docx 好.yaml 错.yaml", 1],
      ["render --docx 笔记.yaml", 1],
      ["render --docx 没有.yaml", 2],
      ["render --docx 好.yaml 没有.yaml --force", 2],
      ["render 好.yaml", 2],
      ["render --docx --blank", 0],
      ["render --docx --blank 好.yaml", 2],
      ["render --docx 好.yaml --kind 推荐书", 2],
      ["render --docx 好.yaml --form hunan-2024", 2],
      ["render --docx --blank --kind 没有", 2],
      ["render --docx 好.yaml 好.docx", 2],
      ["render --docx 好.yaml --template 没有.docx", 2],
      ["render --docx 好.yaml --template 模板.docx", 0],
      ["render --docx 好.yaml 计划.yaml --template 模板.docx", 2],
      ["render --docx 好.yaml -o x.txt", 2],
    ],
  ],
  [
    "template",
    [
      ["template check 模板.docx", 0],
      ["template check 模板.docx --kind 年度工作计划", 1],
      ["template check 好.docx", 2],
      ["template check 没有.docx", 2],
      ["template check 模板.docx --kind 没有", 2],
      ["template check", 2],
    ],
  ],
  [
    "summarize",
    [
      ["summarize --xlsx 好.yaml", 0],
      ["summarize --xlsx 警.yaml", 0],
      ["summarize --xlsx 错.yaml", 1],
      ["summarize --xlsx 错.yaml --force", 1],
      ["summarize --xlsx 笔记.yaml --force", 1],
      ["summarize --xlsx 好.yaml 没有.yaml --force", 2],
      ["summarize --xlsx 计划.yaml", 2],
      ["summarize --xlsx 好.yaml 计划.yaml", 0],
      ["summarize 好.yaml", 2],
      ["summarize --xlsx 好.yaml -o x.xls", 2],
    ],
  ],
  [
    "coverage",
    [
      ["coverage", 0],
      ["coverage 好.yaml", 0],
      ["coverage 错.yaml", 0],
      ["coverage 好.yaml 笔记.yaml", 1],
      ["coverage 笔记.yaml", 2],
      ["coverage 好.yaml 没有.yaml", 2],
      ["coverage --no-published", 2],
      ["coverage --no-published 好.yaml", 0],
      ["coverage --xlsx --format markdown", 2],
    ],
  ],
  [
    "report",
    [
      ["report --html 好.yaml", 0],
      ["report --html 错.yaml", 0],
      ["report --html 好.yaml 笔记.yaml", 1],
      ["report --html 笔记.yaml", 2],
      ["report --html 好.yaml 没有.yaml", 2],
      ["report 好.yaml", 2],
      ["report --html 好.yaml -o x.htm", 2],
      ["report --html 好.yaml --link-base ftp://x", 2],
      ["report --html 好.yaml --link-base https://x/y", 0],
    ],
  ],
  [
    "track",
    [
      ["track 好.yaml", 0],
      ["track 计划.yaml", 0],
      ["track 错.yaml", 1],
      ["track 草稿.yaml", 1],
      ["track 好.yaml 笔记.yaml", 1],
      ["track 好.yaml 没有.yaml", 2],
      ["track 好.yaml --year 999", 2],
      ["track 好.yaml --year 0999", 2],
      ["track 好.yaml --year 1000", 0],
      ["track 好.yaml --year 20245", 2],
      ["track 好.yaml --xlsx -o x.csv", 2],
    ],
  ],
  [
    "deadlines",
    [
      ["deadlines", 0],
      ["deadlines --year 2020", 0],
      ["deadlines --year 2020 --ics", 2],
      ["deadlines 好.yaml", 0],
      ["deadlines 错.yaml", 0],
      ["deadlines 好.yaml 笔记.yaml", 1],
      ["deadlines 笔记.yaml", 2],
      ["deadlines 好.yaml 没有.yaml", 2],
      ["deadlines -o x.ics", 0],
      ["deadlines --ics -o x.txt", 2],
      ["deadlines -o x.txt", 0],
    ],
  ],
  [
    "explain, schema, init, completion",
    [
      ["explain one-per-park", 0],
      ["explain 没有这样的", 2],
      ["explain", 2],
      ["schema", 0],
      ["schema 推荐书 --write", 0],
      ["schema 没有", 2],
      ["schema --form 没有", 2],
      ["init", 0],
      ["init 好.yaml", 2],
      ["init x.yaml --kind 没有", 2],
      ["completion bash", 0],
      ["completion zsh", 0],
      ["completion fish", 0],
      ["completion sh", 2],
    ],
  ],
  [
    "no command",
    [
      ["--version", 0],
      ["--help", 0],
      ["help", 0],
      ["help validate", 0],
      ["validate --help", 0],
      ["没有", 2],
      ["--forms 没有 validate", 2],
    ],
  ],
])("%s", (_, lines) => {
  it.each(lines)("%s: %d", async (line, expected) => {
    expect(await code(line)).toBe(expected);
  });
});

it("is 2 without a command", async () => {
  expect((await ptc([], { cwd })).code).toBe(2);
});

it("is 3 for a defect of ptc; the stack trace is shown only with PTC_DEBUG", async () => {
  const broken = async () => {
    throw new Error("坏了\u001b");
  };
  const outcome = await ptc(["validate", "-"], { cwd, stdin: broken });
  expect(outcome.code).toBe(3);
  expect(outcome.err).toMatch(/^ptc 出错了,这是程序的缺陷:坏了␛\n/u);
  expect(outcome.err).not.toContain(".ts:");
  const asked = await ptc(["validate", "-"], { cwd, stdin: broken, env: { PTC_DEBUG: "1" } });
  expect(asked.err).toContain(".ts:");
});

it("writes no file when it refuses to", async () => {
  for (const line of [
    "summarize --xlsx 错.yaml",
    "render --docx 错.yaml -o x.docx",
    "validate 好.yaml --format xml -o y.txt",
  ])
    await code(line);
  expect(["汇总表.xlsx", "x.docx", "y.txt"].map((name) => existsSync(path.join(cwd, name)))).toEqual([
    false,
    false,
    false,
  ]);
});
