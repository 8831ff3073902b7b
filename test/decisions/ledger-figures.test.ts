import { describe, expect, it } from "vitest";
import { alertsOf } from "../support/alerts.js";
import { application, filed, halfYear, ledgerOf, plan, yearEnd } from "../support/filings.js";

// Alerts on money below the pledge and on falling figures at their exact limits, and which figures count.

const DONE = ["已完成", "已完成"];
const PLEDGE = "推荐书.yaml#/联合体概况/运行经费/2025";
const PLANNED = "计划.yaml#/年度经费/总额";
const SPENT = "总结.yaml#/经费执行/实际投入";

describe("money pledged for 2025: 500 万元", () => {
  const pledged = application({ 2025: 500 });
  const planned = (总额: unknown) => plan(2025, { 年度经费: { 总额 } });
  const spent = (实际投入: unknown, fields: object = {}) => yearEnd(2025, DONE, { 经费执行: { 实际投入 }, ...fields });

  it.each<[string, Record<string, string>, string[]]>([
    ["planned just below", { "计划.yaml": planned(499.99) }, [PLANNED, PLEDGE]],
    ["planned exactly", { "计划.yaml": planned(500) }, []],
    ["planned below by less than a hundredth", { "计划.yaml": planned(499.996) }, []],
    ["planned just above", { "计划.yaml": planned(500.01) }, []],
    ["planned nothing", { "计划.yaml": planned(0) }, [PLANNED, PLEDGE]],
    ["not planned", { "计划.yaml": planned(null) }, []],
    ["planned in words", { "计划.yaml": planned("很多") }, []],
    ["spent just below", { "总结.yaml": spent(499.99) }, [SPENT, PLEDGE]],
    ["spent exactly", { "总结.yaml": spent(500) }, []],
    ["spent just above", { "总结.yaml": spent(500.01) }, []],
    ["spent not told", { "总结.yaml": spent(null) }, []],
    ["spent by half-time", { "半年.yaml": halfYear(2025, DONE, { 经费执行: { 实际投入: 1 } }) }, []],
    ["both below", { "计划.yaml": planned(1), "总结.yaml": spent(2) }, [PLANNED, SPENT, PLEDGE]],
    ["planned below, spent exactly", { "计划.yaml": planned(1), "总结.yaml": spent(500) }, [PLANNED, PLEDGE]],
  ])("%s", async (_, texts, places) => {
    const expected = places.length === 0 ? [] : [["attention 2025 below-pledge", ...places].join(" ")];
    expect(await alertsOf("below-pledge", { "推荐书.yaml": pledged, ...texts }, "2025-12-30")).toEqual(expected);
  });

  it.each([
    ["nothing pledged", {}],
    ["only another year's", { "推荐书.yaml": application({ 2024: 500 }) }],
    ["pledged in words", { "推荐书.yaml": application({ 2025: "很多" as never }) }],
  ])("with %s nothing is below", async (_, texts) => {
    expect(await alertsOf("below-pledge", { ...texts, "计划.yaml": planned(0) }, "2025-12-30")).toEqual([]);
  });

  it.each([
    ["provisional", { 数据暂定: true }, "(暂定数)"],
    ["of a day", { 数据暂定: true, 数据截止: "2025-11-30" }, "(统计到2025年11月30日的暂定数)"],
    ["not said to be final", { 数据暂定: null }, "(暂定数)"],
    ["final", { 数据暂定: false, 数据截止: "2025-11-30" }, ""],
  ])("says of a sum that is %s", async (_, fields, note) => {
    const texts = { "推荐书.yaml": pledged, "计划.yaml": planned(1), "总结.yaml": spent(2, fields) };
    const { consortia } = await ledgerOf(texts, "2025-12-30");
    const alert = consortia[0]?.alerts.find(({ id }) => id === "below-pledge");
    expect(alert?.message).toMatch(/计划 1 万元,实际 2 万元/u);
    expect(alert?.message.endsWith(`实际 2 万元${note}`)).toBe(true);
  });

  it("is kept with its places", async () => {
    const texts = { "推荐书.yaml": pledged, "计划.yaml": planned(600), "总结.yaml": spent(700) };
    const { consortia } = await ledgerOf(texts, "2025-12-30");
    const [amount] = consortia[0]?.years.find(({ year }) => year === 2025)?.amounts ?? [];
    expect(amount).toMatchObject({ title: "运行经费", unit: "万元" });
    const shown = [amount?.pledged, amount?.planned, amount?.actual].map(
      (each) => `${each?.value} ${each?.file}#${each?.pointer}`,
    );
    expect(shown).toEqual([`500 ${PLEDGE}`, `600 ${PLANNED}`, `700 ${SPENT}`]);
  });
});

const courses = (上年: unknown, 本年: unknown) => ({
  办学成效和服务能力: { 资源共建共享: { 共建课程: { 上年, 本年 } } },
});
const COURSES = "a.yaml#/办学成效和服务能力/资源共建共享/共建课程/本年";
const workers = (企业职工总数: unknown) => ({ 办学成效和服务能力: { 企业情况: { 企业职工总数 } } });

describe("a figure of the year before and of this year", () => {
  it.each([
    [100, 91, false],
    [100, 90.01, false],
    [100, 90, true],
    [100, 89.99, true],
    [100, 100, false],
    [100, 101, false],
    [10, 9, true],
    [1000, 900, true],
    [1000, 901, false],
    [1, 0, true],
    [0, 0, false],
    [0, 5, false],
    [null, 5, false],
    [100, null, false],
    ["一百", 5, false],
  ])("from %j to %j", async (before, now, fallen) => {
    const found = await alertsOf("falling", { "a.yaml": yearEnd(2025, DONE, courses(before, now)) }, "2025-12-30");
    expect(found).toEqual(fallen ? [`attention 2025 falling ${COURSES}`] : []);
  });

  it("is one alert for all that have fallen", async () => {
    const both = {
      办学成效和服务能力: {
        资源共建共享: {
          共建课程: { 上年: 10, 本年: 1 },
          共建专业: { 上年: 10, 本年: 1 },
          共建教材: { 上年: 1, 本年: 1 },
        },
      },
    };
    const [found = ""] = await alertsOf("falling", { "a.yaml": yearEnd(2025, DONE, both) }, "2025-12-30");
    expect(found.match(/\/本年/gu)).toHaveLength(2);
  });

  it("is not told from half a year, and from the year's summary though it is a draft", async () => {
    expect(await alertsOf("falling", { "a.yaml": halfYear(2025, DONE, courses(10, 1)) }, "2025-12-30")).toEqual([]);
    const draft = yearEnd(2025, DONE, { ...courses(10, 1), 报送: {} });
    expect(await alertsOf("falling", { "a.yaml": draft }, "2025-12-30")).toHaveLength(1);
  });
});

describe("a figure without a year", () => {
  it.each<[string, Record<string, string>, boolean]>([
    ["has fallen by a tenth", { "24.yaml": yearEnd(2024, DONE, workers(1000)) }, true],
    ["has nothing to compare with", {}, false],
    ["is not compared with two years before", { "23.yaml": yearEnd(2023, DONE, workers(1000)) }, false],
    ["is not compared with half a year", { "24.yaml": halfYear(2024, DONE, workers(1000)) }, false],
  ])("%s", async (_, texts, fallen) => {
    const all = { ...texts, "a.yaml": yearEnd(2025, DONE, workers(900)) };
    const place = "a.yaml#/办学成效和服务能力/企业情况/企业职工总数";
    expect(await alertsOf("falling", all, "2025-12-30")).toEqual(fallen ? [`attention 2025 falling ${place}`] : []);
  });
});

describe("the figures of a year", () => {
  const year = async (texts: Record<string, string>) => {
    const { consortia } = await ledgerOf(texts, "2025-12-30");
    return consortia[0]?.years.find((each) => each.year === 2025);
  };

  it.each<[string, Record<string, string>, unknown]>([
    ["of a plan alone", { "p.yaml": plan(2025) }, undefined],
    ["of half a year", { "h.yaml": halfYear(2025, DONE) }, { role: "interim", provisional: false }],
    [
      "of the year, when both are there",
      { "h.yaml": halfYear(2025, DONE), "y.yaml": yearEnd(2025, DONE) },
      { role: "final", provisional: false },
    ],
    [
      "as of a day",
      { "y.yaml": yearEnd(2025, DONE, { 数据截止: "2025-11-30", 数据暂定: true }) },
      { role: "final", asOf: "2025-11-30", provisional: true },
    ],
    ["not declared final", { "y.yaml": yearEnd(2025, DONE, { 数据暂定: null }) }, { role: "final", provisional: true }],
    [
      "declared final in words",
      { "y.yaml": yearEnd(2025, DONE, { 数据暂定: "不是" }) },
      { role: "final", provisional: true },
    ],
  ])("%s", async (_, texts, counted) => {
    expect((await year(texts))?.counted).toEqual(counted);
  });

  it("are named, with their section, unit and place, once for both years", async () => {
    const both = yearEnd(2025, DONE, {
      办学成效和服务能力: {
        资源共建共享: { 共建课程: { 上年: 10, 本年: 12 } },
        企业情况: { 企业职工总数: 900 },
      },
    });
    const found = await year({ "a.yaml": both });
    const place = (pointer: string) => ({ file: "a.yaml", line: expect.any(Number), pointer });
    expect(found?.figures).toEqual([
      {
        name: "共建课程",
        section: "资源共建共享",
        unit: "个",
        previous: 10,
        value: 12,
        origin: place("/办学成效和服务能力/资源共建共享/共建课程/本年"),
      },
      {
        name: expect.stringContaining("企业职工总数"),
        section: expect.stringContaining("企业"),
        unit: "人",
        value: 900,
        origin: place("/办学成效和服务能力/企业情况/企业职工总数"),
      },
    ]);
  });

  it("are there when only one of both years is told", async () => {
    expect((await year({ "a.yaml": yearEnd(2025, DONE, courses(10, null)) }))?.figures).toMatchObject([
      { previous: 10 },
    ]);
    const [only] = (await year({ "a.yaml": yearEnd(2025, DONE, courses(null, 12)) }))?.figures ?? [];
    expect(only).toMatchObject({ value: 12 });
    expect(only).not.toHaveProperty("previous");
  });
});

it("names each case that summaries tell of once", async () => {
  const cases = (...titles: string[]) => ({ 典型案例: titles.map((标题) => ({ 标题 })) });
  const { consortia } = await ledgerOf(
    {
      "h.yaml": halfYear(2025, DONE, cases("甲", "乙")),
      "y.yaml": yearEnd(2025, DONE, { ...cases("乙", "丙"), 报送: filed("2025-12-18") }),
    },
    "2025-12-30",
  );
  expect(consortia[0]?.years.find(({ year }) => year === 2025)?.examples).toEqual(["甲", "乙", "丙"]);
});
