import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { root } from "../support/check.js";
import { application, filed, plan, yearEnd } from "../support/filings.js";
import { emptyFolder, ptc } from "../support/run.js";

// No output quotes a personal name or a telephone number, valid or not, in its own field or in another.

const PHONE = "13987654321";
const LANDLINE = "0731-87654321";
const SECRETS = ["欧阳甲乙", "司马丙丁", "上官戊己", "诸葛庚辛", PHONE, LANDLINE, "1398765432", "87654321"];

let cwd: string;
beforeAll(() => {
  cwd = emptyFolder();
  const full = parse(readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8"));
  const { 负责人, 秘书处 } = full.联合体概况;
  const people = (over: object, office: object) => ({
    ...full,
    联合体概况: {
      ...full.联合体概况,
      负责人: { ...负责人, 姓名: "欧阳甲乙", 联系方式: PHONE, ...over },
      秘书处: { ...秘书处, 负责人: "司马丙丁", 联系电话: LANDLINE, 人员姓名: ["司马丙丁", "上官戊己"], ...office },
    },
  });
  const put = (name: string, data: object) => writeFileSync(path.join(cwd, name), stringify(data));
  put("对.yaml", people({}, { 人员总数: 2, 专职人数: 1, 兼职人数: 1 }));
  // too few digits, two numbers in one field, the same name twice
  put(
    "错.yaml",
    people({ 联系方式: PHONE.slice(0, 10) }, { 联系电话: `${LANDLINE}转${PHONE}`, 人员姓名: ["诸葛庚辛", "诸葛庚辛"] }),
  );
  put(
    "乱.yaml",
    people(
      { 姓名: [`欧阳甲乙${PHONE}`], 联系方式: { 手机: PHONE } },
      { 人员姓名: `司马丙丁 ${PHONE}`, 负责人: Number(PHONE) },
    ),
  );
  // a telephone number where a figure belongs
  put("数.yaml", people({}, { 人员总数: Number(PHONE), 固定办公面积: Number(PHONE) }));
  writeFileSync(path.join(cwd, "经费.yaml"), application({ 2025: Number(PHONE) }));
  const 任务 = [{ 编号: 1, 内容: "事", 量化指标: { 名称: "学徒", 目标值: Number(PHONE), 计量单位: "人" } }];
  writeFileSync(
    path.join(cwd, "计划.yaml"),
    plan(2025, { 任务, 年度经费: { 总额: Number(PHONE) }, 报送: filed("2025-01-15") }),
  );
  const courses = { 办学成效和服务能力: { 资源共建共享: { 共建课程: { 上年: Number(PHONE), 本年: 1 } } } };
  writeFileSync(path.join(cwd, "总结.yaml"), yearEnd(2025, ["已完成"], { ...courses, actual: Number(PHONE) }));
});

const quotes = (text: string) => SECRETS.filter((secret) => text.includes(secret));
const NAMES = ["对.yaml", "错.yaml", "乱.yaml", "数.yaml", "经费.yaml", "计划.yaml", "总结.yaml"];
const TODAY = ["--today", "2025-12-30"];

describe("validate", () => {
  it.each(["concise", "json", "github", "sarif", "junit", "markdown"])("--format %s", async (format) => {
    const { out, err, code } = await ptc(["validate", ...NAMES, "--format", format, ...TODAY], { cwd });
    expect(code).toBe(1);
    expect(quotes(out + err)).toEqual([]);
  });
});

it.each<[string, string[]]>([
  ["status", NAMES],
  ["checklist", NAMES.slice(0, 3)],
  ["checklist --format json", NAMES.slice(0, 3)],
  ["checklist --format markdown", NAMES.slice(0, 3)],
  ["coverage", NAMES],
  ["coverage --format json", NAMES],
  ["track", [...NAMES, ...TODAY]],
  ["track --format json", [...NAMES, ...TODAY]],
  ["track --format markdown", [...NAMES, ...TODAY]],
  ["deadlines", [...NAMES, ...TODAY]],
  ["deadlines --ics", [...NAMES, ...TODAY]],
])("%s", async (command, args) => {
  const { out, code } = await ptc([...command.split(" "), ...args], { cwd });
  expect([code, out.length > 50]).toEqual([expect.any(Number), true]);
  expect(quotes(out)).toEqual([]);
});

it("report --html, unless they are asked for", async () => {
  await ptc(["report", "--html", ...NAMES, ...TODAY, "-o", "页.html"], { cwd });
  expect(quotes(readFileSync(path.join(cwd, "页.html"), "utf8"))).toEqual([]);
  await ptc(["report", "--html", "对.yaml", "--personal", "-o", "人.html"], { cwd });
  expect(quotes(readFileSync(path.join(cwd, "人.html"), "utf8"))).toEqual(
    expect.arrayContaining(["欧阳甲乙", PHONE, LANDLINE]),
  );
});

it.each<[string, string[]]>([
  ["summarize --xlsx --force", NAMES.slice(0, 3)],
  ["checklist --xlsx", NAMES.slice(0, 3)],
  ["coverage --xlsx", NAMES],
  ["track --xlsx", [...NAMES, ...TODAY]],
])("%s", async (command, args) => {
  await ptc([...command.split(" "), ...args, "-o", "表.xlsx"], { cwd });
  const parts = unzipSync(readFileSync(path.join(cwd, "表.xlsx")));
  const text = Object.values(parts)
    .map((bytes) => strFromU8(bytes))
    .join("\n");
  expect(text).toContain("产教联合体");
  expect(quotes(text)).toEqual([]);
});

it("fix says nothing of them", async () => {
  const before = readdirSync(cwd).length;
  const { err } = await ptc(["fix", ...NAMES, "--dry-run"], { cwd });
  expect(quotes(err)).toEqual([]);
  expect(readdirSync(cwd)).toHaveLength(before);
});
