import { describe, expect, it } from "vitest";
import { alertsOf, decisions, ledgerUnder } from "../support/alerts.js";
import { filed, halfYear, ledgerOf, plan, yearEnd } from "../support/filings.js";

// When a plan is fulfilled, when removal from the list is recommended, when a year is at risk.

const DONE = ["已完成", "已完成"];
const FAILED = ["已完成", "未完成"];

async function judged(texts: Record<string, string>, today = "2025-12-30") {
  const { consortia } = await ledgerOf(texts, today);
  const year = consortia[0]?.years.find((each) => each.year === 2025);
  return [year?.fulfilled, ...(year?.tasks.map(({ result }) => result ?? "?") ?? [])];
}

describe("a task", () => {
  it.each<[string, string[], Record<string, unknown>, unknown[]]>([
    ["all done", DONE, {}, ["yes", "met", "met"]],
    ["one failed", ["已完成", "未完成"], {}, ["no", "met", "unmet"]],
    ["one open, not due yet", ["已完成", "进行中"], {}, ["pending", "met", "pending"]],
    ["one failed, one open", ["未完成", "进行中"], {}, ["no", "unmet", "pending"]],
    ["half adjusted", ["已完成", "已调整"], {}, ["changed", "met", "changed"]],
    ["one adjusted, one failed", ["未完成", "已调整"], {}, ["no", "unmet", "changed"]],
    ["all adjusted", ["已调整", "已调整"], {}, ["unknown", "changed", "changed"]],
    ["one without an answer", ["已完成"], {}, ["unknown", "met", "?"]],
    ["one without an answer, one failed", ["未完成"], {}, ["no", "unmet", "?"]],
    ["a state that is none", ["已完成", "toString"], {}, ["unknown", "met", "?"]],
    // the target is 100 人
    ["just below its target", DONE, { actual: 99.99 }, ["no", "unmet", "met"]],
    ["exactly at its target", DONE, { actual: 100 }, ["yes", "met", "met"]],
    ["just above its target", DONE, { actual: 100.01 }, ["yes", "met", "met"]],
    ["done without a figure", DONE, { actual: null }, ["unknown", "?", "met"]],
    ["done with nothing", DONE, { actual: 0 }, ["no", "unmet", "met"]],
    ["adjusted, below its target", ["已调整", "已完成"], { actual: 1 }, ["changed", "changed", "met"]],
  ])("%s", async (_, states, fields, expected) => {
    expect(await judged({ "计划.yaml": plan(2025), "总结.yaml": yearEnd(2025, states, fields) })).toEqual(expected);
  });

  it("without a target needs no figure", async () => {
    const 任务 = [{ 编号: 1, 内容: "事项" }];
    const texts = { "计划.yaml": plan(2025, { 任务 }), "总结.yaml": yearEnd(2025, ["已完成"], { actual: 0 }) };
    expect(await judged(texts)).toEqual(["yes", "met"]);
  });

  it("with a target of nothing is met by nothing", async () => {
    const 任务 = [{ 编号: 1, 内容: "事项", 量化指标: { 名称: "学徒", 目标值: 0, 计量单位: "人" } }];
    const texts = { "计划.yaml": plan(2025, { 任务 }), "总结.yaml": yearEnd(2025, ["已完成"], { actual: 0 }) };
    expect(await judged(texts)).toEqual(["yes", "met"]);
  });

  it("keeps what its plan and both summaries say of it", async () => {
    const 任务 = [
      {
        编号: 7,
        内容: "建实训中心",
        对应指标: ["3.1", "4.2"],
        完成时间: "2025-06",
        量化指标: { 名称: "工位", 目标值: 120, 计量单位: "个" },
      },
      { 编号: 8 },
    ];
    const answer = (状态: string, 实际值?: number) => [{ 编号: 7, 状态, ...(实际值 !== undefined && { 实际值 }) }];
    const { consortia } = await ledgerOf(
      {
        "计划.yaml": plan(2025, { 任务 }),
        "半年.yaml": halfYear(2025, [], { 任务完成情况: answer("进行中") }),
        "总结.yaml": yearEnd(2025, [], { 任务完成情况: answer("已完成", 130) }),
      },
      "2025-12-30",
    );
    const place = (file: string, pointer: string) => ({ file, line: expect.any(Number), pointer });
    expect(consortia[0]?.years.find(({ year }) => year === 2025)?.tasks).toEqual([
      {
        id: 7,
        content: "建实训中心",
        points: ["3.1", "4.2"],
        until: "2025-06",
        target: { name: "工位", value: 120, unit: "个", direction: "at-least", stated: false },
        origin: place("计划.yaml", "/任务/0"),
        interim: { state: "open", label: "进行中", origin: place("半年.yaml", "/任务完成情况/0/状态") },
        final: { state: "done", label: "已完成", actual: 130, origin: place("总结.yaml", "/任务完成情况/0/状态") },
        result: "met",
      },
      {
        id: 8,
        content: "",
        points: [],
        origin: place("计划.yaml", "/任务/1"),
        doubt: "unanswered",
        remark: expect.any(String),
      },
    ]);
  });
});

describe("a year", () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ["with neither plan nor summary", { "a.yaml": yearEnd(2024, DONE) }, "unknown"],
    ["without a plan", { "a.yaml": yearEnd(2025, FAILED) }, "unknown"],
    ["without a summary", { "a.yaml": plan(2025), "b.yaml": halfYear(2025, FAILED) }, "unknown"],
    ["with a draft of a plan", { "a.yaml": plan(2025, { 报送: {} }), "b.yaml": yearEnd(2025, FAILED) }, "unknown"],
    ["with a draft of a summary", { "a.yaml": plan(2025), "b.yaml": yearEnd(2025, FAILED, { 报送: {} }) }, "unknown"],
    [
      "with a summary dated tomorrow",
      { "a.yaml": plan(2025), "b.yaml": yearEnd(2025, FAILED, { 报送: filed("2025-12-31") }) },
      "unknown",
    ],
    [
      "with a summary dated today",
      { "a.yaml": plan(2025), "b.yaml": yearEnd(2025, FAILED, { 报送: filed("2025-12-30") }) },
      "no",
    ],
    [
      "with a late plan and a late summary",
      {
        "a.yaml": plan(2025, { 报送: filed("2025-02-01") }),
        "b.yaml": yearEnd(2025, FAILED, { 报送: filed("2025-12-28") }),
      },
      "no",
    ],
    ["with a plan of no tasks", { "a.yaml": plan(2025, { 任务: [] }), "b.yaml": yearEnd(2025, DONE) }, "unknown"],
  ])("%s is %s", async (_, texts, expected) => {
    expect((await judged(texts))[0]).toBe(expected);
    const alerts = await alertsOf("unfulfilled", texts, "2025-12-30");
    expect(alerts.length).toBe(expected === "no" ? 1 : 0);
  });
});

it("shows which task was not done, and where the plan has it", async () => {
  const texts = { "计划.yaml": plan(2025, { tasks: 3 }), "总结.yaml": yearEnd(2025, ["已完成", "未完成"]) };
  expect(await alertsOf("unfulfilled", texts, "2025-12-30")).toEqual([
    "serious 2025 unfulfilled 总结.yaml#/任务完成情况/1/状态 计划.yaml#/任务/1",
  ]);
});

it("shortens a long task in the evidence", async () => {
  const 任务 = [{ 编号: 1, 内容: "长".repeat(61) }];
  const texts = { "计划.yaml": plan(2025, { 任务 }), "总结.yaml": yearEnd(2025, ["未完成"]) };
  const { consortia } = await ledgerOf(texts, "2025-12-30");
  const alert = consortia[0]?.alerts.find(({ id }) => id === "unfulfilled");
  expect(alert?.evidence[1]?.message).toBe(`计划的任务 1:${"长".repeat(29)}…${"长".repeat(29)}`);
  expect(alert?.clause).toMatch(/^湘教通〔2024〕116号 第3条“/u);
});

describe("the recommendation to take a consortium off the list", () => {
  /** Plans and final summaries of these years, with the states of the tasks. */
  function history(years: Record<number, string[]>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(years).flatMap(([year, states]) => [
        [`${year}计划.yaml`, plan(Number(year), { 报送: filed(`${year}-06-10`) })],
        [`${year}总结.yaml`, yearEnd(Number(year), states)],
      ]),
    );
  }
  const places = (...years: number[]) => years.map((year) => `${year}总结.yaml#/任务完成情况/1/状态`).join(" ");

  it.each<[string, Record<number, string[]>, string[]]>([
    ["no year", { 2024: DONE }, []],
    ["one year", { 2024: FAILED }, []],
    ["one year, then a good one", { 2024: FAILED, 2025: DONE }, []],
    ["two years", { 2024: FAILED, 2025: FAILED }, [`serious 2025 removal ${places(2024, 2025)}`]],
    [
      "two years, then a good one",
      { 2024: FAILED, 2025: FAILED, 2026: DONE },
      [`serious 2025 removal ${places(2024, 2025)}`],
    ],
    ["two years with a good one between", { 2024: FAILED, 2025: DONE, 2026: FAILED }, []],
    ["two years with nothing known between", { 2024: FAILED, 2026: FAILED }, []],
    ["three years", { 2024: FAILED, 2025: FAILED, 2026: FAILED }, [`serious 2026 removal ${places(2024, 2025, 2026)}`]],
    [
      "twice two years",
      { 2024: FAILED, 2025: FAILED, 2026: DONE, 2027: FAILED, 2028: FAILED },
      [`serious 2025 removal ${places(2024, 2025)}`, `serious 2028 removal ${places(2027, 2028)}`],
    ],
  ])("after %s", async (_, years, expected) => {
    expect(await alertsOf("removal", history(years), "2029-01-10")).toEqual(expected);
  });

  it.each([
    [1, { 2024: FAILED }, ["2024"]],
    [1, { 2024: FAILED, 2026: FAILED }, ["2024", "2026"]],
    [3, { 2024: FAILED, 2025: FAILED }, []],
    [3, { 2024: FAILED, 2025: FAILED, 2026: FAILED }, ["2026"]],
  ])("after as many years as the notice says: %d", async (years, told, expected) => {
    const ledger = await ledgerUnder(
      ({ removal }) => ({ removal: { ...removal, years } }),
      history(told),
      "2027-01-10",
    );
    const found = decisions(ledger).filter((each) => each.includes(" removal "));
    expect(found.map((each) => each.split(" ")[1])).toEqual(expected);
  });
});

describe("a year at risk", () => {
  const place = (index: number) => `半年.yaml#/任务完成情况/${index}/状态`;

  it.each<[string, Record<string, string>, string[]]>([
    ["no task failed by half-time", { "半年.yaml": halfYear(2025, DONE) }, []],
    ["one still open", { "半年.yaml": halfYear(2025, ["已完成", "进行中"]) }, []],
    ["one adjusted", { "半年.yaml": halfYear(2025, ["已完成", "已调整"]) }, []],
    ["one failed", { "半年.yaml": halfYear(2025, FAILED) }, [place(1)]],
    ["two failed", { "半年.yaml": halfYear(2025, ["未完成", "未完成"]) }, [place(0), place(1)]],
    ["one failed, in a draft", { "半年.yaml": halfYear(2025, FAILED, { 报送: {} }) }, [place(1)]],
    [
      "one failed, and the year's summary is a draft",
      { "半年.yaml": halfYear(2025, FAILED), "总结.yaml": yearEnd(2025, DONE, { 报送: {} }) },
      [place(1)],
    ],
    [
      "one failed, and the year's summary is filed",
      { "半年.yaml": halfYear(2025, FAILED), "总结.yaml": yearEnd(2025, DONE) },
      [],
    ],
    [
      "one failed, and the year's summary is filed and does not answer",
      { "半年.yaml": halfYear(2025, FAILED), "总结.yaml": yearEnd(2025, ["已完成"]) },
      [],
    ],
    ["a task that is not in the plan failed", { "半年.yaml": halfYear(2025, [...DONE, "未完成"]) }, []],
  ])("%s", async (_, texts, places) => {
    const expected = places.length === 0 ? [] : [["attention 2025 at-risk", ...places].join(" ")];
    expect(await alertsOf("at-risk", { "计划.yaml": plan(2025), ...texts }, "2025-12-30")).toEqual(expected);
  });
});
