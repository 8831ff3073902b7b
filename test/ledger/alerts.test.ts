import { describe, expect, it } from "vitest";
import { application, filed, halfYear, ledgerOf, plan, printed, yearEnd } from "../support/filings.js";

// What calls for attention, as it is printed: level, year, id, sentence, and where it stands.

/** The lines of one kind of alert, with their evidence. */
async function alerts(
  id: string,
  texts: Record<string, string>,
  today: string,
  attached?: string[],
): Promise<string[]> {
  const blocks = (await printed(texts, today, attached)).split(/\n(?= {2}(?:严重|注意|说明) )/u).slice(1);
  return blocks.filter((block) => block.includes(`(${id})  `)).map((block) => block.trim().replace(/\n+ */gu, "\n"));
}

const DONE = ["已完成", "已完成"];
const FAILED = ["已完成", "未完成"];

describe("a plan not fulfilled", () => {
  const two = {
    "24计划.yaml": plan(2024, { 报送: filed("2024-06-10") }),
    "24总结.yaml": yearEnd(2024, FAILED),
    "25计划.yaml": plan(2025),
    "25总结.yaml": yearEnd(2025, DONE, { actual: 60 }),
  };

  it("names the tasks, in the summary and in the plan", async () => {
    expect(
      await alerts("unfulfilled", { "计划.yaml": plan(2025), "总结.yaml": yearEnd(2025, FAILED) }, "2026-01-10"),
    ).toEqual([
      "严重  2025  没有完成计划(unfulfilled)  没有完成年度工作计划:任务 2 未完成\n总结.yaml:10  任务 2 未完成\n计划.yaml:14  计划的任务 2:事项2",
    ]);
  });

  it("two years in a row is a recommendation, with evidence, clause, and who decides", async () => {
    expect(await alerts("removal", two, "2026-01-10")).toEqual([
      [
        "严重  2025  建议调出(removal)  2024、2025 连续 2 年没有完成年度工作计划,建议调出名单(按报送的文件得出的建议,是否调出由湖南省教育厅决定)",
        "24总结.yaml:10  2024 年任务 2 未完成",
        "25总结.yaml:7  2025 年任务 1 报了已完成,实际值 60 人,低于目标 100 人",
        "依据:湘教通〔2024〕116号 第3条“对于连续两年不能完成年度工作计划的，我厅将从名单中予以调出”",
      ].join("\n"),
    ]);
  });

  it.each([
    ["one year", { "25总结.yaml": yearEnd(2025, DONE) }],
    [
      "a year in between that is not known",
      { "25总结.yaml": "", "26计划.yaml": plan(2026), "26总结.yaml": yearEnd(2026, FAILED) },
    ],
    ["a year whose summary was not filed", { "25总结.yaml": yearEnd(2025, FAILED, { 报送: {} }) }],
  ])("is none after %s", async (_, changed) => {
    const texts = Object.fromEntries(Object.entries({ ...two, ...changed }).filter(([, text]) => text !== ""));
    expect(await alerts("removal", texts, "2027-01-10")).toEqual([]);
    expect((await alerts("unfulfilled", texts, "2027-01-10")).length).toBeGreaterThan(0);
  });

  it("three years in a row is one recommendation", async () => {
    const texts = { ...two, "26计划.yaml": plan(2026), "26总结.yaml": yearEnd(2026, FAILED) };
    expect(await alerts("removal", texts, "2027-01-10")).toEqual([
      expect.stringContaining("2024、2025、2026 连续 3 年"),
    ]);
  });
});

it("a failure at half-time is a risk, until the year's summary is filed", async () => {
  const texts = { "计划.yaml": plan(2025), "半年.yaml": halfYear(2025, FAILED) };
  expect(await alerts("at-risk", texts, "2025-07-01")).toEqual([
    "注意  2025  计划可能完不成(at-risk)  年度计划可能完不成:半年总结里 1 项任务未完成\n半年.yaml:10  任务 2 未完成:事项2",
  ]);
  expect(await alerts("unfulfilled", texts, "2025-07-01")).toEqual([]);
  const made = { ...texts, "总结.yaml": yearEnd(2025, DONE) };
  expect(await alerts("at-risk", made, "2025-12-30")).toEqual([]);
});

describe("filings", () => {
  it("not there once the day has passed", async () => {
    expect(await alerts("not-filed", { "a.yaml": plan(2025) }, "2025-06-21")).toEqual([
      expect.stringContaining("严重  2024  没有报送(not-filed)  没有报送半年工作总结(应于2024年6月20日前报送)"),
      expect.stringContaining("严重  2024  没有报送(not-filed)  没有报送年度工作总结(应于2024年12月20日前报送)"),
      expect.stringContaining("严重  2025  没有报送(not-filed)  没有报送半年工作总结(应于2025年6月20日前报送)"),
    ]);
  });

  it("there, but without the day they were filed", async () => {
    const [, , last] = await alerts("not-filed", { "a.yaml": plan(2025, { 报送: { 审核单位: "甲" } }) }, "2025-01-21");
    expect(last).toMatch(
      /没有写报送日期,看来还没有报送\(应于2025年1月20日前报送\)\na\.yaml:\d+ {2}填好的年度工作计划$/u,
    );
  });

  it("that are dated on a day to come: they have not been filed, and nothing follows from them", async () => {
    const texts = { "a.yaml": plan(2025), "b.yaml": yearEnd(2025, FAILED, { 报送: filed("2052-12-15") }) };
    const [, , , last] = await alerts("not-filed", texts, "2025-12-21");
    expect(last).toMatch(
      /^严重 {2}2025 {2}没有报送\(not-filed\) {2}年度工作总结写的报送日期是2052年12月15日,还没有到\(应于2025年/u,
    );
    for (const id of ["late", "unfulfilled"]) expect(await alerts(id, texts, "2025-12-21")).toEqual([]);
  });

  it("late by so many days", async () => {
    expect(await alerts("late", { "a.yaml": plan(2025, { 报送: filed("2025-02-03") }) }, "2025-03-01")).toEqual([
      "注意  2025  迟报(late)  年度工作计划迟了 14 天:应于2025年1月20日前报送,2025年2月3日才报送\na.yaml:23  报送日期",
    ]);
  });

  it("not approved, or only afterwards", async () => {
    const with_ = (fields: object) => ({ "a.yaml": plan(2025, { 报送: { ...filed("2025-01-15"), ...fields } }) });
    expect(await alerts("not-approved", with_({ 审核同意日期: null }), "2025-01-16")).toEqual([
      expect.stringContaining("年度工作计划没有写“审核同意日期”:看不出经过审核同意\na.yaml:"),
    ]);
    expect(await alerts("not-approved", with_({ 审核同意日期: "2025-01-16" }), "2025-01-17")).toEqual([
      expect.stringContaining("年度工作计划报送在先,审核同意在后(2025年1月16日)"),
    ]);
    expect(await alerts("not-approved", with_({}), "2025-01-16")).toEqual([]);
  });

  it("without the Word document or the stamped PDF", async () => {
    const texts = { "a.yaml": plan(2025, { 报送: { ...filed("2025-01-15"), 盖章PDF: null } }) };
    expect(await alerts("incomplete-filing", texts, "2025-01-16", [])).toEqual([
      expect.stringContaining(
        "年度工作计划报送不全:“Word 文档”写的是“报送.docx”,文件不在旁边;没有写“盖章的 PDF”的文件名\na.yaml:",
      ),
    ]);
    expect(await alerts("incomplete-filing", { "a.yaml": plan(2025) }, "2025-01-20")).toEqual([]);
  });

  it("whose attachments lie elsewhere are not whole", async () => {
    const outside = { ...filed("2025-01-15"), Word文档: "../报送.docx", 盖章PDF: "/etc/hostname" };
    const [alert] = await alerts("incomplete-filing", { "a.yaml": plan(2025, { 报送: outside }) }, "2025-01-16");
    expect(alert).toContain("“../报送.docx”,文件不在旁边;“盖章的 PDF”写的是“/etc/hostname”,文件不在旁边");
  });

  it("there twice: the one that was filed is used, and both are named", async () => {
    const texts = { "草稿.yaml": plan(2025, { tasks: 5, 报送: {} }), "报送.yaml": plan(2025) };
    expect(await alerts("filed-twice", texts, "2025-01-19")).toEqual([
      "注意  2025  报了两份(filed-twice)  年度工作计划有 2 份,台账用的是 报送.yaml(2025年1月18日报送)\n草稿.yaml:1  没有用这一份:草稿,没有写报送的日期",
    ]);
    expect(await alerts("not-filed", texts, "2025-01-25")).not.toContainEqual(expect.stringContaining("2025"));
  });
});

describe("figures", () => {
  const pledged = { "推荐书.yaml": application({ 2025: 500.5 }), "计划.yaml": plan(2025) };

  it("planned or spent below the pledge, provisional ones said to be", async () => {
    const spent = yearEnd(2025, DONE, { 经费执行: { 实际投入: 480 }, 数据暂定: true, 数据截止: "2025-11-30" });
    expect(await alerts("below-pledge", { ...pledged, "总结.yaml": spent }, "2025-12-30")).toEqual([
      [
        "注意  2025  低于承诺(below-pledge)  运行经费低于申报时承诺的 500.5 万元:计划 500 万元,实际 480 万元(统计到2025年11月30日的暂定数)",
        "计划.yaml:19  计划的运行经费",
        "总结.yaml:19  实际的运行经费",
        "推荐书.yaml:6  承诺的运行经费",
      ].join("\n"),
    ]);
    const kept = { ...pledged, "推荐书.yaml": application({ 2025: 500 }) };
    expect(await alerts("below-pledge", kept, "2025-12-30")).toEqual([]);
  });

  const shared = (上年: number, 本年: number) => ({
    办学成效和服务能力: { 资源共建共享: { 共建课程: { 上年, 本年 } } },
  });

  it.each([
    [10, 9, "共建课程:10 个 → 9 个"],
    [100, 91, undefined],
    [100, 120, undefined],
    [0, 0, undefined],
  ])("from %d to %d", async (before, now, expected) => {
    const found = await alerts("falling", { "a.yaml": yearEnd(2025, DONE, shared(before, now)) }, "2025-12-30");
    expect(found).toEqual(
      expected === undefined
        ? []
        : [`注意  2025  数字下降(falling)  1 项数字比上年少 10% 以上\na.yaml:22  ${expected}`],
    );
  });

  it("of half a year are not held against a whole one", async () => {
    const half = { "a.yaml": halfYear(2025, DONE, shared(10, 5)) };
    expect(await alerts("falling", half, "2025-07-30")).toEqual([]);
    expect((await ledgerOf(half, "2025-07-30")).consortia[0]?.years[1]).toMatchObject({
      counted: { role: "interim", provisional: false },
      figures: [{ name: "共建课程", section: "资源共建共享", unit: "个", previous: 10, value: 5 }],
    });
  });

  it("without a year are compared with the summary of the year before", async () => {
    const staff = (人数: number) => ({ 办学成效和服务能力: { 企业情况: { 企业职工总数: 人数 } } });
    const texts = { "24.yaml": yearEnd(2024, DONE, staff(1000)), "25.yaml": yearEnd(2025, DONE, staff(800)) };
    expect(await alerts("falling", texts, "2025-12-30")).toEqual([
      expect.stringMatching(/企业职工总数.*:1000 人 → 800 人$/u),
    ]);
  });
});

it("a name that is not on the published list is noted", async () => {
  expect(await alerts("not-published", { "a.yaml": plan(2025) }, "2025-02-01")).toEqual([
    "说明        不在名单上(not-published)  不在湘教通〔2024〕116号 附件《湖南省市域产教联合体建设单位名单》上",
  ]);
});
