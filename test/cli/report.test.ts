import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, it } from "vitest";
import { root } from "../support/check.js";
import { readPage } from "../support/html.js";
import { emptyFolder, ptc } from "../support/run.js";

const EXAMPLES = path.join(root, "examples/hunan-2024");
let cwd: string;
const run = (...args: string[]) => ptc(["report", ...args], { cwd });
const written = (file = "报告.html") => readFileSync(path.join(cwd, file), "utf8");

beforeEach(() => {
  cwd = emptyFolder();
  cpSync(path.join(EXAMPLES, "application.yaml"), path.join(cwd, "长沙/甲.yaml"));
});

it("writes one page of everything below the folder it is in", async () => {
  const outcome = await run("--html", "--today", "2026-01-10");
  expect(outcome).toMatchObject({ code: 0, out: "", err: "已写入 报告.html(1 份文件)\n" });
  const page = readPage(written());
  expect(page.errors).toEqual([]);
  expect(written()).toContain("截至2026年1月10日");
  const links = page.all.flatMap((each) => (each.name === "a" ? (each.attribute("href") ?? "") : []));
  expect(
    links.filter((link) => !link.startsWith("#")).every((link) => link === "%E9%95%BF%E6%B2%99/%E7%94%B2.yaml"),
  ).toBe(true);
  expect(links.some((link) => !link.startsWith("#"))).toBe(true);
});

it("says the same day the same, and leaves the published list and personal data out or in as told", async () => {
  await run("--html");
  const first = written();
  await run("--html", "-o", "省/报告.html");
  expect(written("省/报告.html")).toBe(first.replaceAll('href="%E9%95%BF', 'href="../%E9%95%BF'));
  expect(first).toContain("衡阳市域产教联合体");
  await run("--html", "--no-published", "--personal");
  expect(written()).not.toContain("衡阳市域产教联合体");
  expect(first).not.toContain("13900000001");
  expect(written()).toContain("13900000001");
});

it("links to a repository on the web", async () => {
  await run("--html", "--link-base", "https://git.example/repo/blob/main");
  expect(written()).toContain('href="https://git.example/repo/blob/main/%E9%95%BF%E6%B2%99/%E7%94%B2.yaml#L1"');
  for (const wrong of ["javascript:alert(1)", "git.example", 'https://x"y', "https:// x"]) {
    const outcome = await run("--html", "--link-base", wrong);
    expect(outcome).toMatchObject({ code: 2, err: expect.stringContaining("要以 http:// 或 https:// 开头") });
  }
});

it("shows what could not be checked, on the page too, and does not end with 0", async () => {
  writeFileSync(path.join(cwd, "乙.yaml"), "联合体名称: 没有表单\n");
  const outcome = await run("--html");
  expect(outcome).toMatchObject({ code: 1, err: expect.stringContaining("没有写“表单:”") });
  expect(written()).toContain("另有 1 份没能检查");
  expect(written()).toContain("乙.yaml:1</a>");
  expect(await run("--html", "长沙", "没有.yaml")).toMatchObject({ code: 2 });
  expect(written()).toContain("找不到这个文件");
});

it.each([
  [[], "请写明生成什么:ptc report … --html"],
  [["--html", "没有.yaml"], "没有一份文件能看,没有生成 报告.html"],
  [["--html", "-o", "报告.pdf"], "文件名要以 .html 结尾"],
  [["--html", "--today", "明天"], "--today"],
])("answers %j with a way out and writes nothing", async (args, message) => {
  expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  expect(existsSync(path.join(cwd, "报告.html")) || existsSync(path.join(cwd, "报告.pdf"))).toBe(false);
});

it("does not put two notices on one page", async () => {
  const forms = emptyFolder();
  cpSync(path.join(root, "test/tiny/schemas"), path.join(forms, "schemas"), { recursive: true });
  writeFileSync(path.join(cwd, "丙.yaml"), "表单: tiny-2030/申报表\n基地名称: 丙\n");
  const outcome = await ptc(["--forms", forms, "report", "--html", "--draft"], { cwd });
  expect(outcome).toMatchObject({ code: 2, err: expect.stringMatching(/一次只能看同一份通知的(?:联合体|基地)/u) });
});

it("shows what there is of a form without cities, list and plans", async () => {
  const forms = emptyFolder();
  cpSync(path.join(root, "test/tiny/schemas"), path.join(forms, "schemas"), { recursive: true });
  writeFileSync(path.join(cwd, "丙.yaml"), "表单: tiny-2030/申报表\n基地名称: 丙基地\n");
  const outcome = await ptc(["--forms", forms, "report", "丙.yaml", "--html", "--draft"], { cwd });
  expect(outcome).toMatchObject({ code: 0 });
  const titles = readPage(written()).all.flatMap((each) => (each.name === "h2" ? each.text : []));
  expect(titles).toEqual(["1. 基地", "2. 年度数据", "3. 要点核对", "4. 校验结果"]);
  expect(written()).toContain("丙基地");
});
