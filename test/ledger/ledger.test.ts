import { describe, expect, it } from "vitest";
import { application, filed, halfYear, ledgerOf, NAME, plan, printed, yearEnd } from "../support/filings.js";

// Seen as it is printed: what became of each filing, and whether the plan was fulfilled.

/** The row of a year, its cells one space apart. */
async function row(texts: Record<string, string>, year: number, today: string): Promise<string> {
  const lines = (await printed(texts, today)).split("\n");
  return (lines.find((line) => line.startsWith(`  ${year}  `)) ?? "").trim().replace(/ {2,}/gu, " | ");
}

const DONE = ["已完成", "已完成"];

describe("filings", () => {
  it.each([
    ["filed on the day", plan(2025, { 报送: filed("2025-01-20") }), "2025-01-21", "✓ 2025-01-20"],
    ["late by a day", plan(2025, { 报送: filed("2025-01-21") }), "2025-03-01", "迟 2025-01-21"],
    ["filled in, not filed", plan(2025, { 报送: {} }), "2025-01-10", "草稿,没有报"],
    ["with a date that is none", plan(2025, { 报送: { 报送日期: "一月" } }), "2025-01-10", "草稿,没有报"],
  ])("%s", async (_, text, today, expected) => {
    expect(await row({ "a.yaml": text }, 2025, today)).toContain(`2025 | ${expected} |`);
  });

  it("are due until their day is over, and missing from the next", async () => {
    const texts = { "a.yaml": plan(2025) };
    expect(await row(texts, 2025, "2025-06-20")).toContain("| 待报 2025-06-20 | 待报 2025-12-20 |");
    expect(await row(texts, 2025, "2025-06-21")).toContain("| 缺 | 待报 2025-12-20 |");
    expect(await row(texts, 2025, "2025-12-21")).toContain("| 缺 | 缺 |");
  });

  it("are not owed when due before the notice was issued, and count all the same when filed", async () => {
    expect(await row({ "a.yaml": plan(2025) }, 2024, "2025-02-01")).toMatch(/^2024 \| 不追究 \| 缺 \| 缺/u);
    const late = plan(2024, { 报送: filed("2024-06-10") });
    expect(await row({ "a.yaml": late }, 2024, "2025-02-01")).toMatch(/^2024 \| ✓ 2024-06-10 \| 缺/u);
    expect(await printed({ "a.yaml": plan(2024, { 报送: {} }) }, "2024-06-01")).not.toMatch(/not-filed|late/u);
  });

  it("are counted from the year of approval to this year, and for any other year that a document is about", async () => {
    const text = await printed({ "a.yaml": plan(2025), "b.yaml": plan(2031, { 报送: {} }) }, "2026-03-01");
    expect(text.match(/(?<=^ {2})\d{4}(?= {2})/gmu)).toEqual(["2024", "2025", "2026", "2031"]);
  });
});

describe("fulfilment", () => {
  const given = (states: string[], fields = {}) => ({
    "计划.yaml": plan(2025),
    "总结.yaml": yearEnd(2025, states, fields),
  });

  it.each([
    ["every task done, to its target", DONE, { actual: 100 }, "2/2 | 完成", ""],
    [
      "a task adjusted, and said so",
      ["已完成", "已调整"],
      {},
      "1/2 调整 1 | 完成(多数任务已调整)",
      "2025 年:任务 2 已调整,不计入",
    ],
    ["a task failed", ["已完成", "未完成"], {}, "1/2 | 没有完成", "任务 2 未完成"],
    [
      "a task still going on",
      ["已完成", "进行中"],
      {},
      "1/2 | 待核",
      "任务 2 年终总结里还是进行中,报送时没有到期(2025年12月31日),待核",
    ],
    [
      "done, but below the target",
      DONE,
      { actual: 99 },
      "2/2 | 没有完成",
      "任务 1 报了已完成,实际值 99 人,低于目标 100 人",
    ],
    ["a task without an answer", ["已完成"], {}, "1/2 | 不明", "2025 年:任务 2 总结里没有答复"],
    ["a target without a figure", DONE, { actual: null }, "2/2 | 不明", "2025 年:任务 1 报了完成,没有填实际值"],
    ["a state there is not", ["已完成", "快好了"], {}, "1/2 | 不明", "2025 年:任务 2 总结里没有答复"],
    ["all tasks adjusted", ["已调整", "已调整"], {}, "0/2 调整 2 | 不明", "2025 年:计划里的任务全部已调整"],
    ["a summary not filed", ["未完成", "未完成"], { 报送: {} }, "0/2 | 不明", "2025 年:年度工作总结还没有报送"],
  ])("%s", async (_, states, fields, cells, sentence) => {
    expect(await row(given(states, fields), 2025, "2025-12-30")).toContain(`| ${cells} |`);
    expect(await printed(given(states, fields), "2025-12-30")).toContain(sentence);
  });

  it("goes by the first of two tasks or answers with one number, in the plan's order", async () => {
    const twice = yearEnd(2025, []).replace(
      "任务完成情况: []",
      "任务完成情况: [{编号: 2, 状态: 已完成}, {编号: 1, 状态: 已完成, 实际值: 100}, {编号: 2, 状态: 未完成}]",
    );
    const { consortia } = await ledgerOf({ "计划.yaml": plan(2025), "总结.yaml": twice }, "2025-12-30");
    const [, year] = consortia[0]?.years ?? [];
    expect(year?.tasks.map(({ id, result }) => [id, result])).toEqual([
      [1, "met"],
      [2, "met"],
    ]);
  });

  it("a failure outweighs what is not known", async () => {
    expect(await printed(given(["未完成"]), "2025-12-30")).toContain(
      "没有完成年度工作计划:任务 1 未完成;任务 2 总结里没有答复",
    );
  });

  it.each([
    ["no plan", { "总结.yaml": yearEnd(2025, DONE) }, "2025 年:没有年度工作计划"],
    ["no summary", { "计划.yaml": plan(2025) }, "2025 年:没有年度工作总结"],
    [
      "a plan not filed",
      { "a.yaml": plan(2025, { 报送: {} }), "b.yaml": yearEnd(2025, ["未完成"]) },
      "年度工作计划还没有报送",
    ],
    [
      "a plan without tasks",
      { "a.yaml": plan(2025, { 任务: [] }), "b.yaml": yearEnd(2025, DONE) },
      "计划里没有列出任务",
    ],
    [
      "tasks without numbers",
      { "a.yaml": plan(2025, { 任务: ["甲", {}, null] }), "b.yaml": yearEnd(2025, DONE) },
      "没有列出任务",
    ],
  ])("is unknown with %s, and never a failure", async (_, texts, reason) => {
    const text = await printed(texts, "2025-12-30");
    expect(text).toContain(reason);
    expect(text).not.toMatch(/unfulfilled|removal/u);
  });

  it("is unknown for 2024 without a plan, which nobody is reproached with", async () => {
    const text = await printed({ "a.yaml": yearEnd(2024, DONE) }, "2024-12-30");
    expect(text).toContain("2024 年:没有年度工作计划(到期时通知还没有印发,不追究)");
  });
});

describe("what belongs together", () => {
  it("is joined by name, however it is typed, with the application's pledge", async () => {
    const spaced = plan(2025).replace(NAME, "甲市 示例产教联合体");
    const text = await printed({ "推荐书.yaml": application({ 2025: 500 }), "a.yaml": spaced }, "2025-02-01");
    expect(text.match(/^\S.*产教联合体/gmu)).toEqual([NAME]);
    expect(text).toMatch(/500 \/ 500 \/ -/u);
  });

  it("has the city and number of the published list, and examples from its summaries", async () => {
    const name = "衡阳市域产教联合体";
    const text = await printed(
      {
        "a.yaml": plan(2025).replace(NAME, name).replace("长沙市", "衡阳市"),
        "b.yaml": halfYear(2025, ["已完成"], { 典型案例: [{ 标题: "双主体办学" }] }).replace(NAME, name),
      },
      "2025-07-01",
    );
    expect(text).toMatch(/^衡阳市域产教联合体 {2}衡阳市 {2}名单第 6 号$/mu);
    expect(text).toContain("2025 年典型案例:双主体办学");
    expect(text).toContain("1/2(半年)");
    expect(text).not.toContain("not-published");
  });

  it("an application alone owes nothing while it is not on the list", async () => {
    const text = await printed({ "推荐书.yaml": application({ 2025: 500 }) }, "2026-02-01");
    expect(text).toContain("只有推荐书,没有要报的");
    expect(text).not.toMatch(/缺|not-filed/u);
    const listed = await printed(
      { "推荐书.yaml": application({ 2025: 500 }).replace(NAME, "怀化市产教联合体") },
      "2026-02-01",
    );
    expect(listed).toContain("没有报送年度工作计划(应于2025年1月20日前报送)");
  });

  it("names what it leaves out", async () => {
    const text = await printed(
      {
        "笔记.yaml": "备忘: 无\n",
        "坏.yaml": "年度: [\n",
        "哪年.yaml": plan(2025).replace("年度: 2025\n", ""),
        "好.yaml": plan(2025),
      },
      "2025-02-01",
    );
    expect(text).toContain("哪年.yaml:1  没有列入台账:没有写是哪一年的");
    expect(text).toMatch(/^笔记\.yaml:1 {2}没有列入台账:没有写“表单:”/mu);
    expect(text).toMatch(/^坏\.yaml:\d {2}没有列入台账:/mu);
    expect(text).not.toContain("好.yaml:1  没有列入");
  });
});
