import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../../src/cli/context.js";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";

// A repository of applications with many authors: waivers, changed files only, an editor's unsaved text.

const FULL = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const JUMPED = FULL.replace("共建课程: {2022: 46, 2023: 68}", "共建课程: {2022: 4, 2023: 680}");
let cwd: string;
const run = (args: string[], context: Partial<Context> & { input?: string } = {}) => ptc(args, { cwd, ...context });
const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  writeFileSync(path.join(cwd, file), text);
};

beforeEach(() => {
  cwd = emptyFolder();
});

describe("ptc-waivers.yaml", () => {
  const POINTER = "/办学成效和服务能力/资源共建共享/共建课程/2023";
  const waiver = (changes: Record<string, string> = {}) =>
    `${Object.entries({
      规则: "year-jump",
      文件: "长沙/甲.yaml",
      位置: POINTER,
      理由: "口径调整",
      批准人: "示例处",
      有效期至: "2024-12-31",
      ...changes,
    })
      .map(([key, value], index) => `${index === 0 ? "- " : "  "}${key}: "${value}"`)
      .join("\n")}\n`;

  beforeEach(async () => {
    expect(JUMPED).not.toBe(FULL);
    put("长沙/甲.yaml", JUMPED);
    const { diagnostics } = JSON.parse((await run(["validate", "长沙", "--format", "json"])).out);
    expect(diagnostics).toMatchObject([{ ruleId: "year-jump", pointer: POINTER }]);
  });

  it("takes a finding away, and the report says so", async () => {
    put("ptc-waivers.yaml", waiver());
    const { code, out } = await run(["validate", ".", "--max-warnings", "0"]);
    expect([code, out]).toEqual([0, "检查了 1 份文件:没有发现问题\n另有 1 个问题已豁免(ptc-waivers.yaml)\n"]);
    expect(JSON.parse((await run(["validate", ".", "--format", "json"])).out).summary).toMatchObject({ waived: 1 });
  });

  it("holds in the folders of the repository below as well", async () => {
    mkdirSync(path.join(cwd, ".git"));
    put("ptc-waivers.yaml", waiver());
    expect((await run(["validate", "甲.yaml"], { cwd: path.join(cwd, "长沙") })).out).toContain("另有 1 个问题已豁免");
  });

  it.each([
    ["expired", { 有效期至: "2024-02-25" }, 1, "year-jump", "对 year-jump 的豁免已于 2024-02-25 到期"],
    ["unused", { 规则: "unit-slip" }, 1, "year-jump", "这条豁免没有用上:长沙/甲.yaml 的这个位置没有 unit-slip 的问题"],
    ["without a reason", { 理由: "" }, 1, "year-jump", "豁免没有写“理由”"],
    ["for what cannot be waived", { 规则: "schema/type" }, 1, "year-jump", "没有“schema/type”这条规则,或它不能豁免"],
    ["with a misspelt rule", { 规则: "year-jmup" }, 1, "year-jump", "是不是要写“year-jump”?"],
    ["with a wrong date", { 有效期至: "明年" }, 1, "year-jump", "有效期不是日期"],
    ["with an unknown key", { 备注: "x" }, 1, "year-jump", "豁免里没有“备注”这一项"],
  ])("is itself found fault with when %s, and then waives nothing", async (_, changes, code, rule, message) => {
    put("ptc-waivers.yaml", waiver(changes));
    const outcome = await run(["validate", ".", "--max-warnings", "0"]);
    expect(outcome).toMatchObject({ code, out: expect.stringContaining(message) });
    expect(outcome.out).toContain(rule);
    expect(outcome.out).toMatch(/ptc-waivers\.yaml:\d+:\d+ {2}(?:错误|警告) {2}waiver\//u);
  });

  it("says nothing of waivers for files that were not checked", async () => {
    put("ptc-waivers.yaml", waiver({ 文件: "株洲/乙.yaml" }));
    expect((await run(["validate", "."])).out).not.toContain("waiver/");
  });

  it.each(["规则: x\n", "- [", "- 就这样\n"])("that is none is said so: %j", async (text) => {
    put("ptc-waivers.yaml", text);
    const { code, out } = await run(["validate", "."]);
    expect(code).toBe(1);
    expect(out).toContain("ptc-waivers.yaml:1:");
  });
});

describe("--since", () => {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.cn", ...args], { cwd, stdio: "pipe" });

  beforeEach(() => {
    put("甲.yaml", FULL);
    put(
      "旧错.yaml",
      FULL.replaceAll("云麓湾", "云麓溪")
        .replaceAll("麓汐", "麓泉")
        .replaceAll("湾澜", "湾泉")
        .replaceAll("云麓智造", "云泉智造")
        .replace("人员总数: 8", "人员总数: 9"),
    );
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("commit", "-qm", "begin");
  });

  it("reports on changed and new files only, but compares them with all", async () => {
    expect((await run(["validate", ".", "--since", "main"])).code).toBe(0);
    git("checkout", "-qb", "mine");
    put("sub/乙.yaml", FULL);
    const fresh = await run(["validate", ".", "--since", "main"]);
    expect(fresh.code).toBe(1);
    expect(fresh.err).toContain("与 main 相比改动了 1 份,只报与它们有关的;其余 2 份只参加比对");
    expect(fresh.out).toContain("one-per-park");
    expect(fresh.out).not.toContain("旧错.yaml");
    git("add", ".");
    git("commit", "-qm", "add");
    expect((await run(["validate", ".", "--since", "main"])).out).toContain("one-per-park");
    // the finding is kept at the other file: it still concerns the changed one
    expect((await run(["validate", "甲.yaml", "sub", "--since", "main"])).out).toContain("sub/乙.yaml");
  });

  it("works below the top of the repository", async () => {
    put("sub/乙.yaml", FULL);
    const { out } = await run(["validate", "..", "--since", "main"], { cwd: path.join(cwd, "sub") });
    expect(out).toContain("one-per-park");
  });

  it.each([
    ["an unknown branch", "nosuch", "git 里没有“nosuch”"],
    ["an option", "--output=x", "git 里没有“--output=x”"],
  ])("names %s", async (_, since, message) => {
    expect(await run(["validate", ".", `--since=${since}`])).toMatchObject({
      code: 2,
      err: expect.stringContaining(message),
    });
  });

  it("says when there is no repository", async () => {
    cwd = emptyFolder();
    put("甲.yaml", FULL);
    expect(await run(["validate", ".", "--since", "main"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("这个文件夹不在仓库里"),
    });
  });
});

describe("--stdin-filename", () => {
  it("takes an editor's text for the file of that name, among the others", async () => {
    put("长沙/甲.yaml", FULL);
    put("长沙/乙.yaml", "表单: hunan-2024/推荐书\n");
    const input = FULL.replaceAll("云麓湾", "云麓溪")
      .replaceAll("麓汐", "麓泉")
      .replaceAll("湾澜", "湾泉")
      .replaceAll("云麓智造", "云泉智造")
      .replace("人员总数: 8", "人员总数: 9");
    const { code, out } = await run(
      ["validate", "长沙", "-", "--stdin-filename", "长沙/乙.yaml", "--format", "concise"],
      { input },
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^长沙\/乙\.yaml:\d+:\d+: 错误 headcount-adds-up .*$/mu);
    expect(out).not.toContain("schema/required");
  });

  it("goes with standard input only", async () => {
    put("甲.yaml", FULL);
    expect(await run(["validate", "甲.yaml", "--stdin-filename", "甲.yaml"])).toMatchObject({ code: 2 });
  });
});
