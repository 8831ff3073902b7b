import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";

const FULL = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");
let cwd: string;
const run = (...args: string[]) => ptc(args, { cwd });

beforeEach(() => {
  cwd = emptyFolder();
  writeFileSync(path.join(cwd, "application.yaml"), FULL);
});

it.each([
  ["validate", "-o", "application.yaml"],
  ["validate", "--format", "json", "-o", "./application.yaml"],
  ["summarize", "--xlsx", "-o", "application.yaml"],
  ["summarize", "--xlsx", "-o", "sum.csv"],
  ["checklist", "-o", "application.yaml"],
  ["checklist", "--xlsx", "-o", "check.xls"],
  ["render", "--docx", "-o", "x.pdf"],
  ["render", "--docx", "-o", "application.yaml"],
  ["render", "--blank", "--docx", "-o", ""],
  ["render", "--blank", "--docx", "application.yaml"],
])("ptc %s %s %s %s refuses and leaves everything as it was", async (...args) => {
  const { code, err } = await run(...args.filter((each) => each !== undefined));
  expect([code, err]).toEqual([2, expect.stringMatching(/-o|--blank/u)]);
  expect(readdirSync(cwd)).toEqual(["application.yaml"]);
  expect(readFileSync(path.join(cwd, "application.yaml"), "utf8")).toBe(FULL);
});

it("takes a checklist named .xlsx for a workbook", async () => {
  expect(await run("checklist", "-o", "核对.xlsx")).toMatchObject({ code: 0, out: "" });
  expect(readFileSync(path.join(cwd, "核对.xlsx")).subarray(0, 2).toString()).toBe("PK");
});

it("names the file that cannot be written, not a temporary one", async () => {
  mkdirSync(path.join(cwd, "folder.docx"));
  const { code, err } = await run("render", "--blank", "--docx", "-o", "folder.docx");
  expect(code).toBe(2);
  expect(err).toContain("folder.docx:");
  expect(err).not.toMatch(/\.tmp|缺陷/u);
  const other = await run("summarize", "--xlsx", "-o", "application.yaml/x.xlsx");
  expect([other.code, other.err]).toEqual([2, expect.not.stringContaining("缺陷")]);
});

it("says when one 推荐单位 was put on the tables of several cities", async () => {
  writeFileSync(
    path.join(cwd, "b.yaml"),
    FULL.replaceAll("云麓湾", "渌麓湾")
      .replaceAll("麓汐", "渌汐")
      .replaceAll("湾澜", "渌澜")
      .replace("推荐市州: 长沙市", "推荐市州: 株洲市"),
  );
  const { code, err } = await run("summarize", "*.yaml", "--xlsx", "--unit", "省教育厅");
  expect([code, err]).toEqual([0, expect.stringContaining("“省教育厅”写在了全部 2 张汇总表上")]);
});

it("takes a mobile number as people type it, and no impossible day", async () => {
  writeFileSync(path.join(cwd, "application.yaml"), FULL.replace(/联系方式: .*/u, "联系方式: 13900000001"));
  expect(await run("validate")).toMatchObject({ code: 0, out: "检查了 1 份文件:没有发现问题\n" });
  expect(await run("validate", "--today", "2024-13-40")).toMatchObject({ code: 2 });
});

it("keeps a workbook that was another one", async () => {
  const file = path.join(cwd, "汇总表.xlsx");
  expect(await run("summarize", "--xlsx")).toMatchObject({ code: 0 });
  expect(await run("summarize", "--xlsx")).toMatchObject({ code: 0, err: expect.not.stringContaining(".bak") });
  writeFileSync(file, "我填好联系方式的汇总表");
  expect(await run("summarize", "--xlsx")).toMatchObject({
    code: 0,
    err: expect.stringContaining("原来的 汇总表.xlsx 留作 汇总表.xlsx.bak"),
  });
  expect(readFileSync(`${file}.bak`, "utf8")).toBe("我填好联系方式的汇总表");
  writeFileSync(file, "又改了一次");
  expect(await run("summarize", "--xlsx")).toMatchObject({ err: expect.stringContaining("汇总表.xlsx.2.bak") });
  expect(readFileSync(`${file}.bak`, "utf8")).toBe("我填好联系方式的汇总表");
});
