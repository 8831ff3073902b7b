import { beforeAll, describe, expect, it } from "vitest";
import type { Ledger } from "../../src/index.js";
import { ledgerSheets } from "../../src/ledger/sheets.js";
import type { Filing } from "../../src/model/ledger.js";
import { filingText } from "../../src/report/ledger/wording.js";
import { application, filed, halfYear, ledgerOf, NAME, plan, yearEnd } from "../support/filings.js";

// The cells of the ledger's workbook.

let ledger: Ledger;
beforeAll(async () => {
  ledger = await ledgerOf(
    {
      "推荐书.yaml": application({ 2025: 700 }),
      "计划.yaml": plan(2025, { 报送: { ...filed("2025-01-21"), 盖章PDF: null, Word文档: "没有.docx" } }),
      "半年.yaml": halfYear(2025, ["进行中"], { 报送: {}, actual: 50 }),
      "总结.yaml": yearEnd(2025, ["已完成", "未完成"], {
        经费执行: { 实际投入: 480.5 },
        数据截止: "2025-11-30",
        数据暂定: true,
        办学成效和服务能力: { 资源共建共享: { 共建课程: { 上年: 10, 本年: 12 } } },
      }),
    },
    "2025-12-30",
  );
});

const sheet = (name: string) => ledgerSheets(ledger).find((each) => each.name === name);
/** The rows of a year as title → value. */
function rows(name: string, year?: number): Record<string, unknown>[] {
  const { columns, rows: all } = sheet(name) ?? { columns: [], rows: [] };
  const named = all.map((row) => Object.fromEntries(columns.map(({ title }, index) => [title, row[index]])));
  return named.filter((row) => year === undefined || row.年度 === year);
}

it("has these sheets, each with a header that stays", () => {
  const sheets = ledgerSheets(ledger);
  expect(sheets.map(({ name }) => name)).toEqual(["台账", "任务", "经费", "提醒", "年度数据"]);
  for (const { keep, columns, rows: all } of sheets) {
    expect(keep).toBe(1);
    for (const row of all) expect(row).toHaveLength(columns.length);
  }
});

it("台账: a row a year, with the state of each filing, its days and its attachments", () => {
  expect(rows("台账").map(({ 年度 }) => 年度)).toEqual([2024, 2025]);
  expect(rows("台账", 2024)[0]).toMatchObject({
    ...{ 联合体: NAME, 市州: "长沙市", 名单序号: undefined, 年度工作计划: "不追究", 半年工作总结: "缺" },
    ...{ 年度工作计划附件: undefined, 完成年度计划: "不明" },
  });
  expect(rows("台账", 2025)[0]).toMatchObject({
    ...{ 年度工作计划: "迟报", 年度工作计划报送日期: "2025-01-21", 年度工作计划审核同意: "2025-01-20" },
    ...{ 年度工作计划附件: "Word 找不到,PDF 没写", 半年工作总结: "草稿", 半年工作总结报送日期: undefined },
    ...{
      年度工作总结: "已报",
      年度工作总结附件: "Word 有,PDF 有",
      完成年度计划: "没有完成",
      说明: "年度工作计划2025年1月21日才报送,晚于规定的2025年1月20日;任务 2 未完成",
    },
  });
});

it("任务: a row a task, with its target, its answers and what is made of them", () => {
  const [first, second] = rows("任务", 2025);
  expect(first).toMatchObject({
    ...{ 编号: 1, 任务: "事项1", 对应指标: "3.1", 量化指标: "学徒", 目标值: 100, 单位: "人" },
    ...{ 半年状态: "进行中", 年终状态: "已完成", 实际值: 120, 判断: "完成" },
  });
  expect(second).toMatchObject({ 编号: 2, 目标值: undefined, 半年状态: undefined, 年终状态: "未完成", 判断: "未完成" });
});

it("任务: takes the half-year's figure while there is no other, and judges nothing yet", async () => {
  ledger = await ledgerOf({ "p.yaml": plan(2025), "h.yaml": halfYear(2025, ["已完成"], { actual: 50 }) }, "2025-07-01");
  const [first] = rows("任务", 2025);
  expect(first).toMatchObject({ 半年状态: "已完成", 年终状态: undefined, 实际值: 50, 判断: undefined });
});

it("经费, 提醒 and 年度数据", async () => {
  const texts = {
    "a.yaml": application({ 2025: 700 }),
    "p.yaml": plan(2025),
    "y.yaml": yearEnd(2025, ["已完成"], {
      ...{ 经费执行: { 实际投入: 480.5 }, 数据截止: "2025-11-30", 数据暂定: true },
      办学成效和服务能力: { 资源共建共享: { 共建课程: { 上年: 10, 本年: 2 } } },
    }),
  };
  ledger = await ledgerOf(texts, "2025-12-30");
  expect(rows("经费", 2025)).toMatchObject([{ 项目: "运行经费", 单位: "万元", 承诺: 700, 计划: 500, 实际: 480.5 }]);
  expect(rows("经费", 2024)).toMatchObject([{ 承诺: undefined, 计划: undefined, 实际: undefined }]);
  expect(rows("年度数据", 2025)).toMatchObject([
    { 部分: "资源共建共享", 数字: "共建课程", 单位: "个", 上年: 10, 本年: 2, 统计到: "2025-11-30", 暂定: "是" },
  ]);
  const alert = rows("提醒", 2025).find(({ 提醒 }) => 提醒 === "数字下降(falling)");
  expect(alert).toMatchObject({ 联合体: NAME, 级别: "注意", 依据: undefined });
  expect(alert?.出处).toMatch(/^y\.yaml:\d+ 共建课程:10 个 → 2 个$/u);
  const missing = rows("提醒", 2025).find(({ 提醒 }) => 提醒 === "没有报送(not-filed)");
  expect(missing).toMatchObject({ 级别: "严重", 出处: "" });
  expect(missing?.依据).toMatch(/^湘教通〔2024〕116号 第4条/u);
});

describe("a final figure", () => {
  it("is not provisional", async () => {
    const text = yearEnd(2025, [], { 办学成效和服务能力: { 资源共建共享: { 共建课程: { 本年: 2 } } } });
    ledger = await ledgerOf({ "y.yaml": text }, "2025-12-30");
    expect(rows("年度数据", 2025)).toMatchObject([{ 上年: undefined, 本年: 2, 统计到: undefined, 暂定: "否" }]);
  });
});

it.each<[Filing["state"], string]>([
  ["filed", "✓ 2025-01-18"],
  ["late", "迟 2025-01-18"],
  ["draft", "草稿,没有报"],
  ["missing", "缺"],
  ["due", "待报 2025-01-20"],
  ["excused", "不追究"],
])("a filing that is %s reads %s", (state, word) => {
  const filing = {
    role: "plan",
    kind: "计划",
    due: "2025-01-20",
    filed: "2025-01-18",
    word: "given",
    pdf: "given",
  } as const;
  expect(filingText({ ...filing, state })).toBe(word);
});
