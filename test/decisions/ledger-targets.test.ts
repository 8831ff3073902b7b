import { describe, expect, it } from "vitest";
import { alertsOf } from "../support/alerts.js";
import { filed, ledgerOf, plan, yearEnd } from "../support/filings.js";

// Whether a figure reaches its target: direction, unit, and what is not known. And tasks that were still open.

const task = (target: object | undefined, fields: object = {}) => [
  { 编号: 1, 内容: "事项", ...(target && { 量化指标: target }), ...fields },
];
const answer = (fields: object) => [{ 编号: 1, 状态: "已完成", ...fields }];

async function judged(target: object, outcome: object) {
  const texts = {
    "计划.yaml": plan(2025, { 任务: task(target) }),
    "总结.yaml": yearEnd(2025, [], { 任务完成情况: answer(outcome) }),
  };
  const { consortia } = await ledgerOf(texts, "2025-12-30");
  const year = consortia[0]?.years.find((each) => each.year === 2025);
  return [year?.fulfilled, year?.tasks[0]?.doubt];
}

describe("a target", () => {
  const rate = (fields: object) => ({ 名称: "设备返修率", 目标值: 2, 计量单位: "%", ...fields });
  const count = (fields: object = {}) => ({ 名称: "学徒", 目标值: 100, 计量单位: "人", ...fields });

  it.each<[string, object, number, string, string | undefined]>([
    ["not above, below it", rate({ 方向: "不高于" }), 1.4, "yes", undefined],
    ["not above, at it", rate({ 方向: "不高于" }), 2, "yes", undefined],
    ["not above, just above it", rate({ 方向: "不高于" }), 2.01, "no", undefined],
    ["not above, none at all", rate({ 方向: "不高于" }), 0, "yes", undefined],
    ["not below, below it", count({ 方向: "不低于" }), 99, "no", undefined],
    ["not below, above it", count({ 方向: "不低于" }), 101, "yes", undefined],
    ["exactly, at it", count({ 方向: "等于" }), 100, "yes", undefined],
    ["exactly, below it", count({ 方向: "等于" }), 99, "no", undefined],
    ["exactly, above it", count({ 方向: "等于" }), 101, "no", undefined],
    ["in no direction, below it", count(), 99, "no", undefined],
    ["in no direction, above it", count(), 101, "yes", undefined],
    ["in a direction there is not", count({ 方向: "toString" }), 101, "unknown", "direction"],
    ["in no direction, of what should be low, below it", rate({}), 1.4, "unknown", "direction"],
    ["in no direction, of what should be low, above it", rate({}), 2.4, "unknown", "direction"],
    ["in no direction, of what should be low, at it", rate({}), 2, "yes", undefined],
    ["of what should be low, not below", rate({ 方向: "不低于" }), 1.4, "no", undefined],
  ])("%s", async (_, target, 实际值, fulfilled, doubt) => {
    expect(await judged(target, { 实际值 })).toEqual([fulfilled, doubt]);
  });

  const days = (目标值: number, 计量单位 = "人日") => ({ 名称: "培训", 目标值, 计量单位 });
  it.each<[string, object, object, string, string | undefined]>([
    ["in the same unit", days(28_000), { 实际值: 23_600, 计量单位: "人日" }, "no", undefined],
    ["in the same unit, spelled otherwise", days(28_000), { 实际值: 28_000, 计量单位: "人 日" }, "yes", undefined],
    ["in another unit", days(28_000), { 实际值: 2.9, 计量单位: "万人日" }, "unknown", "unit"],
    ["in another unit, higher", days(2.8, "万人日"), { 实际值: 23_600, 计量单位: "人日" }, "unknown", "unit"],
    ["as if in another unit", days(28_000), { 实际值: 2.9 }, "unknown", "unit"],
    ["as if in another unit, higher", days(2.8, "万人日"), { 实际值: 23_600 }, "unknown", "unit"],
    ["a thousandth", days(28_000), { 实际值: 28 }, "no", undefined],
    ["with nothing", days(28_000), { 实际值: 0 }, "no", undefined],
    ["with words", days(28_000), { 实际值: "2.9万人日" }, "unknown", "no-figure"],
    ["with no figure", days(28_000), {}, "unknown", "no-figure"],
  ])("is answered %s", async (_, target, outcome, fulfilled, doubt) => {
    expect(await judged(target, outcome)).toEqual([fulfilled, doubt]);
    const texts = {
      "计划.yaml": plan(2025, { 任务: task(target) }),
      "总结.yaml": yearEnd(2025, [], { 任务完成情况: answer(outcome) }),
    };
    expect(await alertsOf("unit-differs", texts, "2025-12-30")).toEqual(
      doubt === "unit" ? ["attention 2025 unit-differs 总结.yaml#/任务完成情况/0/状态"] : [],
    );
  });
});

describe("a task that was still open", () => {
  const OPEN = [{ 编号: 1, 状态: "进行中", 实际值: 60 }];
  const target = { 名称: "学徒", 目标值: 100, 计量单位: "人" };
  const texts = (until: object, more: Record<string, string> = {}, day = "2025-12-18") => ({
    "计划.yaml": plan(2025, { 任务: task(target, until) }),
    "总结.yaml": yearEnd(2025, [], { 任务完成情况: OPEN, 报送: filed(day) }),
    ...more,
  });
  const settling = (outcome: object, fields: object = {}) => ({
    "26.yaml": plan(2026, { 上年待核任务: [{ 编号: 1, ...outcome }], ...fields }),
  });
  const fulfilled = async (all: Record<string, string>, today = "2026-06-01") =>
    (await ledgerOf(all, today)).consortia[0]?.years.find(({ year }) => year === 2025)?.fulfilled;

  it.each<[string, object, string]>([
    ["due after the summary was filed", { 完成时间: "2025-12-31" }, "pending"],
    ["due in its month", { 完成时间: "2025-12" }, "pending"],
    ["due on the day it was filed", { 完成时间: "2025-12-18" }, "pending"],
    ["due the day before", { 完成时间: "2025-12-17" }, "no"],
    ["due in the month before", { 完成时间: "2025-11" }, "no"],
    ["due in the next year", { 完成时间: "2026-03" }, "pending"],
    ["due on no day", {}, "pending"],
    ["due on what is no day", { 完成时间: "年底" }, "pending"],
  ])("%s", async (_, until, expected) => {
    expect(await fulfilled(texts(until))).toBe(expected);
  });

  const due = { 完成时间: "2025-12-31" };
  it.each<[string, Record<string, string>, string]>([
    ["not at all", {}, "pending"],
    ["as done, to its target", settling({ 状态: "已完成", 实际值: 100 }), "yes"],
    ["as done, below its target", settling({ 状态: "已完成", 实际值: 99 }), "no"],
    ["as done, without a figure", settling({ 状态: "已完成" }), "unknown"],
    ["as failed", settling({ 状态: "未完成" }), "no"],
    ["as going on", settling({ 状态: "进行中" }), "no"],
    ["of another task", settling({ 编号: 2, 状态: "未完成" }), "pending"],
    ["in a draft", settling({ 状态: "未完成" }, { 报送: {} }), "pending"],
    ["in a plan dated in the future", settling({ 状态: "未完成" }, { 报送: filed("2026-06-02") }), "pending"],
    [
      "by a final paper",
      {
        "补报.yaml": yearEnd(2025, [], {
          任务完成情况: answer({ 实际值: 120 }),
          报送: filed("2026-01-10"),
        }),
      },
      "yes",
    ],
    [
      "by a final paper in which it is still open",
      { "补报.yaml": texts(due, {}, "2026-01-10")["总结.yaml"] as string },
      "no",
    ],
  ])("is settled %s", async (_, more, expected) => {
    expect(await fulfilled(texts(due, more))).toBe(expected);
    expect((await alertsOf("pending", texts(due, more), "2026-06-01")).length).toBe(expected === "pending" ? 1 : 0);
  });

  it("is no failure in itself, two years in a row", async () => {
    const years = [2024, 2025].flatMap((year) => [
      [`${year}p.yaml`, plan(year, { 任务: task(target), 报送: filed(`${year}-06-10`) })],
      [`${year}s.yaml`, yearEnd(year, [], { 任务完成情况: OPEN })],
    ]);
    const all = Object.fromEntries(years);
    expect(await alertsOf("removal", all, "2027-06-01")).toEqual([]);
    expect(await alertsOf("undetermined", all, "2026-01-20")).toEqual([
      "attention 2024 undetermined 2024s.yaml#/任务完成情况/0/状态",
    ]);
    expect((await alertsOf("undetermined", all, "2026-01-21"))[0]).toMatch(/^serious 2025 undetermined /u);
  });
});

describe("silence", () => {
  const year = (of: number, states: string[]) => ({
    [`${of}p.yaml`]: plan(of, { 报送: filed(`${of}-06-10`) }),
    [`${of}s.yaml`]: yearEnd(of, states),
  });
  const DONE = ["已完成", "已完成"];
  const alerts = async (texts: Record<string, string>, today: string) =>
    (await ledgerOf(texts, today)).consortia[0]?.alerts
      .filter(({ id }) => id === "undetermined")
      .map(({ severity, since, year: last, message }) => [
        severity,
        since,
        last,
        /连续不明 (\d+) 年/u.exec(message)?.[1],
      ]);

  it.each<[string, Record<string, string>, string, unknown[]]>([
    ["no summary, on its last day", { "p.yaml": plan(2025), ...year(2024, DONE) }, "2025-12-20", []],
    [
      "no summary, the day after",
      { "p.yaml": plan(2025), ...year(2024, DONE) },
      "2025-12-21",
      [["attention", 2025, 2025, "1"]],
    ],
    [
      "a task without an answer",
      { ...year(2024, DONE), ...year(2025, ["已完成"]) },
      "2026-01-10",
      [["attention", 2025, 2025, "1"]],
    ],
    [
      "two years",
      { ...year(2024, ["已完成"]), ...year(2025, ["已完成"]) },
      "2026-01-10",
      [["serious", 2024, 2025, "2"]],
    ],
    ["a year left out, and the next", year(2026, ["已完成"]), "2027-01-10", [["serious", 2024, 2026, "3"]]],
    [
      "two years with a good one between",
      { ...year(2024, ["已完成"]), ...year(2025, DONE), ...year(2026, ["已完成"]) },
      "2027-01-10",
      [
        ["attention", 2024, 2024, "1"],
        ["attention", 2026, 2026, "1"],
      ],
    ],
    ["a failed year", { ...year(2024, DONE), ...year(2025, ["未完成"]) }, "2026-01-10", []],
    [
      "all tasks adjusted",
      { ...year(2024, DONE), ...year(2025, ["已调整", "已调整"]) },
      "2026-01-10",
      [["attention", 2025, 2025, "1"]],
    ],
    ["a plan that was not owed yet", { "s.yaml": yearEnd(2024, DONE) }, "2025-01-10", []],
  ])("%s", async (_, texts, today, expected) => {
    expect(await alerts(texts, today)).toEqual(expected);
  });
});

describe("adjusted tasks", () => {
  it.each<[string, string[], string, number]>([
    ["one of three", ["已完成", "已完成", "已调整"], "yes", 0],
    ["one of two", ["已完成", "已调整"], "changed", 1],
    ["two of three", ["已完成", "已调整", "已调整"], "changed", 2],
    ["half, and one failed", ["未完成", "已调整"], "no", 1],
    ["all", ["已调整", "已调整"], "unknown", 2],
  ])("%s", async (_, states, expected, places) => {
    const texts = { "p.yaml": plan(2025, { tasks: states.length }), "s.yaml": yearEnd(2025, states) };
    const { consortia } = await ledgerOf(texts, "2025-12-30");
    expect(consortia[0]?.years[1]?.fulfilled).toBe(expected);
    const found = await alertsOf("mostly-changed", texts, "2025-12-30");
    expect(found.map((each) => each.split(" ").length - 3)).toEqual(places === 0 ? [] : [places]);
  });
});
