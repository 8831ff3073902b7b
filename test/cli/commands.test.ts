import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder, type Outcome, ptc } from "../support/run.js";

const FULL = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
const BROKEN = FULL.replace("人员总数: 8", "人员总数: 9");
let cwd: string;
const run = (...args: string[]) => ptc(args, { cwd });
const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  writeFileSync(path.join(cwd, file), text);
};
const exits = (outcome: Outcome, code: number) => expect(outcome, outcome.out + outcome.err).toMatchObject({ code });

beforeEach(() => {
  cwd = emptyFolder();
});

describe("validate", () => {
  it("is 0 for a clean file, 1 for errors, 2 for what cannot be read", async () => {
    put("application.yaml", FULL);
    exits(await run("validate"), 0);
    put("application.yaml", BROKEN);
    exits(await run("validate"), 1);
    exits(await run("validate", "nosuch.yaml"), 2);
    exits(await run("validate", "empty/"), 2);
    exits(await run("validate", "*.none"), 2);
  });

  it("never passes a file it did not check", async () => {
    put("notes.yaml", "联合体名称: 没有表单一行\n");
    const outcome = await run("validate", ".");
    exits(outcome, 1);
    expect(outcome.out).toContain("没有写“表单:”,不知道填的是哪张表,没有检查");
    expect(outcome.out).toContain("在第一行写:表单: hunan-2024/推荐书");
    put("notes.yaml", "");
    exits(await run("validate", "notes.yaml"), 1);
  });

  it("shows line, caret, way out and clause", async () => {
    put("application.yaml", BROKEN);
    const { out } = await run("validate");
    expect(out).toContain("错误  headcount-adds-up  「人员总数」写了 9 人,「专职人数」「兼职人数」相加是 5 + 3 = 8 人");
    expect(out).toMatch(/│ {5}人员总数: 9\n +│ {15}\^\n {3}办法:/u);
    expect(out).toContain("依据:湘教通〔2024〕23号 附件3 1.联合体概况“人员总数”");
    expect(out).toContain("检查了 1 份文件:2 个错误,0 个警告");
  });

  it("puts carets under East Asian text", async () => {
    put("a.yaml", FULL.replace("推荐市州: 长沙市", "推荐市州: 长沙县"));
    const { out } = await run("validate", "a.yaml");
    const lines = out.split("\n");
    const at = lines.findIndex((line) => line.includes("│ 推荐市州: 长沙县"));
    expect(lines[at + 1]).toBe(`      │ ${" ".repeat(10)}${"^".repeat(6)}`);
  });

  it("reads standard input and folders, and reports each file by its path", async () => {
    exits(await ptc(["validate", "-"], { cwd, input: FULL }), 0);
    put("长沙/高新区.yaml", BROKEN);
    put("长沙/.hidden/x.yaml", BROKEN);
    const outcome = await run("validate", "长沙", "--format", "concise");
    exits(outcome, 1);
    expect(outcome.out.split("\n")[0]).toMatch(/^长沙\/高新区\.yaml:\d+:\d+: 错误 /u);
    expect(outcome.out.trim().split("\n")).toHaveLength(2);
  });

  it("expands patterns itself, also below a folder with brackets in its name", async () => {
    put("株洲(2024)/甲.yaml", FULL);
    put("株洲(2024)/乙/丙.yaml", BROKEN);
    exits(await run("validate", "株洲(2024)/*.yaml"), 0);
    const outcome = await run("validate", "株洲(2024)/**/丙.yaml", "--format", "concise");
    exits(outcome, 1);
    expect(outcome.out).toMatch(/^株洲\(2024\)\/乙\/丙\.yaml:\d+/u);
  });

  it("counts the words of a table as printed", async () => {
    const rows = "  |甲1|乙1|丙1|\n".repeat(400);
    put("a.yaml", `表单: hunan-2024/推荐书\n建设规划: |\n  |a|b|c|\n  |---|---|---|\n${rows}`);
    const { out } = await run("validate", "a.yaml", "--draft", "--format", "concise");
    expect(out).toContain("「建设规划」写了 2403 字,上限 1000 字");
  });

  it("gives JSON with everything a program needs and no personal data in its messages", async () => {
    put("a.yaml", BROKEN.replace(/联系电话: .*/u, "联系电话: 12-34"));
    const { out } = await run("validate", "a.yaml", "--format", "json");
    const report = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, summary: { files: 1, checked: 1, errors: 3, warnings: 0 } });
    expect(report.files[0]).toMatchObject({ file: "a.yaml", form: "hunan-2024/推荐书", errors: 3 });
    for (const diagnostic of report.diagnostics) {
      expect(Object.keys(diagnostic)).toEqual(
        expect.arrayContaining(["ruleId", "severity", "file", "pointer", "range", "message", "related"]),
      );
      expect(diagnostic.range.end.offset).toBeGreaterThan(diagnostic.range.start.offset);
    }
    expect(report.diagnostics.map(({ message }: { message: string }) => message)).toContainEqual(
      expect.stringContaining("「联系电话」的写法不对"),
    );
  });

  it("writes the report to a file and leaves colour out of it", async () => {
    put("application.yaml", BROKEN);
    const outcome = await ptc(["validate", "-o", "report/报告.txt"], { cwd, env: { FORCE_COLOR: "1" } });
    exits(outcome, 1);
    expect(outcome.out).toBe("");
    expect(outcome.err).toMatch(/^已写入 report\/报告\.txt\(\d+ 个错误,\d+ 个警告\)\n$/u);
    const text = readFileSync(path.join(cwd, "report/报告.txt"), "utf8");
    expect(text).toContain("headcount-adds-up");
    expect(text).not.toContain("\u001b[");
  });

  it("counts warnings against --max-warnings", async () => {
    put("application.yaml", FULL.replace(/填表日期: .*/u, "填表日期: 2024-03-10"));
    exits(await run("validate"), 0);
    exits(await run("validate", "--max-warnings", "1"), 0);
    exits(await run("validate", "--max-warnings", "0"), 1);
    exits(await run("validate", "--max-warnings", "many"), 2);
  });

  it("judges dates by --today", async () => {
    put("application.yaml", FULL);
    expect((await run("validate", "--today", "2024-01-01")).out).toContain("晚于今天(2024年1月1日)");
    exits(await run("validate", "--today", "tomorrow"), 2);
  });

  it("turns concise beyond thirty findings in a file", async () => {
    put(
      "a.yaml",
      `表单: hunan-2024/推荐书\n${Array.from({ length: 31 }, (_, index) => `多余${index}: 1`).join("\n")}\n`,
    );
    const { out } = await run("validate", "a.yaml", "--draft");
    expect(out).toContain("a.yaml:2:1: 错误 schema/unknown-key 这张表没有“多余0”这一项\na.yaml:3:1:");
    expect(out).not.toContain("│");
  });

  it("follows NO_COLOR, FORCE_COLOR and the terminal", async () => {
    put("application.yaml", FULL);
    const coloured = async (context: object) => (await ptc(["validate"], { cwd, ...context })).out.includes("\u001b[");
    expect(await coloured({})).toBe(false);
    expect(await coloured({ outIsTerminal: true })).toBe(true);
    expect(await coloured({ outIsTerminal: true, env: { NO_COLOR: "1" } })).toBe(false);
    expect(await coloured({ env: { FORCE_COLOR: "1" } })).toBe(true);
    expect(await coloured({ outIsTerminal: true, env: { FORCE_COLOR: "0" } })).toBe(false);
  });
});

describe("init, status and schema", () => {
  it("starts a document that validates as a draft, and never overwrites one", async () => {
    exits(await run("init"), 0);
    const blank = readFileSync(path.join(cwd, "application.yaml"), "utf8");
    const schema = /^# yaml-language-server: \$schema=(.+)$/mu.exec(blank)?.[1] ?? "";
    expect(JSON.parse(readFileSync(path.join(cwd, schema), "utf8"))).toMatchObject({ $id: "hunan-2024/推荐书" });
    exits(await run("validate", "--draft"), 0);
    put("application.yaml", "我填的");
    const again = await run("init");
    exits(again, 2);
    expect(again.err).toContain("application.yaml 已经有了,没有改动它");
    expect(readFileSync(path.join(cwd, "application.yaml"), "utf8")).toBe("我填的");
  });

  it("shares one schema folder in a repository", async () => {
    mkdirSync(path.join(cwd, ".git"));
    exits(await run("schema", "--write"), 0);
    exits(await run("init", "长沙/甲.yaml"), 0);
    expect(readFileSync(path.join(cwd, "长沙/甲.yaml"), "utf8")).toContain(
      "$schema=../.ptc/hunan-2024/application.schema.json",
    );
    expect(existsSync(path.join(cwd, "长沙/.ptc"))).toBe(false);
    exits(await run("init", "乙.yaml", "--form", "nosuch"), 2);
  });

  it("takes a kind as it is listed, and asks which one was meant", async () => {
    const { code, err } = await run("init", "--kind", "半年总结");
    expect(code).toBe(2);
    expect(err).toContain("没有“半年总结”这张表,是不是要写“半年工作总结”?可以是:hunan-2024/推荐书、");
    exits(await run("init", "丙.yaml", "--kind", "hunan-2024/半年工作总结"), 0);
    expect(readFileSync(path.join(cwd, "丙.yaml"), "utf8")).toContain("表单: hunan-2024/半年工作总结\n");
  });

  it("prints the schema", async () => {
    const { out } = await run("schema", "推荐书");
    expect(JSON.parse(out).properties.联合体名称.title).toBe("联合体名称");
    exits(await run("schema", "计划书"), 2);
  });

  it("tells how much is filled in", async () => {
    put("a.yaml", "表单: hunan-2024/推荐书\n联合体名称: 甲\n建设规划: 到2025年建成三个平台。\n");
    const { code, out } = await run("status", "a.yaml");
    expect(code).toBe(0);
    expect(out).toMatch(/已填 2\/\d+ 项/u);
    expect(out).toMatch(/建设规划 +░+ {2}10\/1000 字/u);
    expect(out).toContain("未填:推荐市州、依托园区、牵头学校、牵头企业、填表日期");
  });
});

describe("explain", () => {
  it("explains rules with clause and examples, checks, and fields", async () => {
    const rule = await run("explain", "one-per-park");
    expect(rule.out).toContain("每个园区最多申报1个");
    expect(rule.out).toContain("错的写法");
    expect((await run("explain", "schema/year")).out).toContain("年份齐全");
    expect((await run("explain", "removal")).out).toMatch(/^removal:建议调出\n\n相邻的几个年度/u);
    const field = await run("explain", "主导产业");
    expect(field.out).toContain("标签:产业园区主导产业情况");
    expect((await run("explain", "/联合体概况/主导产业/情况")).out).toContain("字数:不超过 200 字");
  });

  it("offers what was meant", async () => {
    const outcome = await run("explain", "one-per-parks");
    exits(outcome, 2);
    expect(outcome.err).toContain("是不是要写“one-per-park”");
    // a name that contains the word is closer than one with other characters
    expect((await run("explain", "就业")).err).toContain("是不是要写“整体就业率”?");
  });
});

describe("usage", () => {
  it.each([
    [["valdate"], "没有 valdate 这个命令,是不是要写 validate?"],
    [["validate", "--drft"], "没有 --drft 这个选项,是不是要写 --draft?"],
    [["validate", "--format", "xml"], "可以是:pretty, concise, json"],
    [["validate", "-o"], "后面要写一个值"],
    ...["validate", "checklist", "summarize", "render", "report", "deadlines", "coverage", "track"].map(
      (command): [string[], string] => [[command, "-o", ""], "后面是空的,写上文件名"],
    ),
    [["validate", "-o", " "], "后面是空的,写上文件名"],
    [["explain"], "缺少参数"],
    [["--forms", "nowhere", "validate"], "这个文件夹里没有 schemas"],
    [["validate"], "没有写文件名,这里也没有 application.yaml"],
  ])("%j is answered in Chinese with exit code 2", async (args, message) => {
    const outcome = await run(...args);
    exits(outcome, 2);
    expect(outcome.err).toContain(message);
    expect(outcome.err).not.toMatch(/\berror:|\bat .*\.js/u);
  });

  it("has help in Chinese for every command", async () => {
    for (const command of [
      "init",
      "validate",
      "status",
      "checklist",
      "render",
      "template",
      "summarize",
      "coverage",
      "report",
      "explain",
      "schema",
      "completion",
    ]) {
      const { code, out } = await run(command, "--help");
      expect(code).toBe(0);
      expect(out).toMatch(/^用法: ptc /u);
      expect(out).not.toMatch(/Usage|Options|Arguments|choices/u);
    }
  });
});
