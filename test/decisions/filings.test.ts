import { describe, expect, it } from "vitest";
import { openAll } from "../../src/index.js";
import { rules } from "../../src/rules/index.js";
import { forms } from "../support/check.js";
import { rangeOf } from "../support/range-of.js";
import {
  application,
  type Changes,
  type Data,
  decide,
  figures,
  halfYear,
  plan,
  reportOn,
  table,
  yearEnd,
} from "./decide.js";

const SHARED = "/办学成效和服务能力/资源共建共享";
const QUALITY = "/办学成效和服务能力/人才培养质量";
const DRAFT = { draft: true };

describe("filing-date", () => {
  const LATE = ["warning /填表日期"];
  it.each<[string, unknown, string, string[]]>([
    ["the day before the last", "2024-02-27", "2024-02-27", []],
    ["the last day", "2024-02-28", "2024-02-28", []],
    ["the day after the last", "2024-02-29", "2024-03-30", LATE],
    ["today", "2024-02-20", "2024-02-20", []],
    ["tomorrow", "2024-02-21", "2024-02-20", LATE],
    ["yesterday", "2024-02-19", "2024-02-20", []],
    ["after the last day and tomorrow", "2024-03-01", "2024-02-29", LATE],
    ["an earlier year", "2023-02-20", "2024-02-20", []],
    ["the year before the last day", "2023-01-01", "2024-02-20", []],
    ["two years before it", "2022-12-31", "2024-02-20", LATE],
    ["a wrong century", "1924-02-20", "2024-02-20", LATE],
    ["a later year", "2025-01-01", "2025-06-01", LATE],
    ["a day typed in another way", "2024.3.1", "2024-02-20", []],
    ["a month", "2024-03", "2024-02-20", []],
    ["none", undefined, "2024-02-20", []],
    ["a figure", 20240301, "2024-02-20", []],
  ])("%s", async (_, date, today, decisions) => {
    expect(await decide("filing-date", application({ "/填表日期": date }), { today })).toEqual(decisions);
    expect(await decide("filing-date", application({ "/填表日期": date }), { today, draft: true })).toEqual(decisions);
  });

  it("says which of the two it is", async () => {
    const words = async (date: string, today: string) =>
      (await reportOn(application({ "/填表日期": date }), { today })).diagnostics.map(
        ({ message }) => /今天|截止/u.exec(message)?.[0],
      );
    expect(await words("2024-03-01", "2024-02-29")).toEqual(["截止"]);
    expect(await words("2024-02-21", "2024-02-20")).toEqual(["今天"]);
  });
});

const FOUNDED = "/联合体概况/成立时间";
table("founding-date", (changes) => application({ "/填表日期": "2024-02-20", ...changes }), [
  ["a month before", { [FOUNDED]: "2024-01" }, []],
  ["the same month", { [FOUNDED]: "2024-02" }, []],
  ["the month after", { [FOUNDED]: "2024-03" }, [`warning ${FOUNDED}/时间 → 甲 2024-02-20`]],
  ["the same day", { [FOUNDED]: "2024-02-20" }, []],
  ["the day after", { [FOUNDED]: "2024-02-21" }, [`warning ${FOUNDED}/时间 → 甲 2024-02-20`]],
  ["planned", { [FOUNDED]: { 拟: true, 时间: "2024-06" } }, []],
  ["not planned", { [FOUNDED]: { 拟: false, 时间: "2024-06" } }, [`warning ${FOUNDED}/时间 → 甲 2024-02-20`]],
  ["planned in another word, which is reported", { [FOUNDED]: { 拟: "是", 时间: "2024-06" } }, []],
  ["the first month", { [FOUNDED]: "2000-01" }, []],
  ["the month before it", { [FOUNDED]: "1999-12" }, [`warning ${FOUNDED}/时间`]],
  ["a wrong century", { [FOUNDED]: "1923-06" }, [`warning ${FOUNDED}/时间`]],
  ["a day that does not exist", { [FOUNDED]: "2024-06-31" }, []],
  ["no day of filing", { [FOUNDED]: "2024-06", "/填表日期": undefined }, []],
  ["none", { [FOUNDED]: undefined }, []],
]);

const FILED = "/报送/报送日期";
const AGREED = "/报送/审核同意日期";
const BY = "/报送/审核单位";
/** When something was approved and filed. */
const filed = (on: unknown, agreed: unknown = on, by: unknown = "长沙市教育局") => ({
  [FILED]: on,
  [AGREED]: agreed,
  [BY]: by,
});

describe("filed-in-time", () => {
  const LATE = [`warning ${FILED}`];
  it.each<[string, Data, string[]]>([
    ["a plan on the last day", plan(filed("2025-01-20")), []],
    ["a plan the day after", plan(filed("2025-01-21")), LATE],
    ["a plan the year before", plan(filed("2024-12-31")), []],
    ["a plan the year after", plan(filed("2026-01-20")), LATE],
    ["a half-year summary on the last day", halfYear(filed("2025-06-20")), []],
    ["a half-year summary the day after", halfYear(filed("2025-06-21")), LATE],
    ["a year-end summary on the last day", yearEnd(filed("2025-12-20")), []],
    ["a year-end summary the day after", yearEnd(filed("2025-12-21")), LATE],
    ["a plan due before the notice", plan({ "/年度": 2024, ...filed("2024-06-01") }), []],
    ["a half-year summary due after the notice", halfYear({ "/年度": 2024, ...filed("2024-06-21") }), LATE],
    ["a plan of another year", plan({ "/年度": 2026, ...filed("2025-02-01") }), []],
    ["not filed", plan(), []],
    ["an invalid filing date", plan(filed("一月二十一日")), []],
    ["a month for a filing date", plan(filed("2025-02")), []],
    ["no year", plan({ "/年度": undefined, ...filed("2025-01-21") }), []],
    ["a year in words", plan({ "/年度": "2025年", ...filed("2025-01-21") }), []],
    ["an application", application(filed("2099-01-01")), []],
  ])("%s", async (_, given, decisions) => {
    expect(await decide("filed-in-time", given)).toEqual(decisions);
    expect(await decide("filed-in-time", given, DRAFT)).toEqual(decisions);
  });

  it.each([
    ["2025-01-19", 1],
    ["2025-01-20", 1],
    ["2025-01-21", 0],
  ])("applies to a notice issued on %s when the last day is 2025-01-20: %o finding(s)", async (issued, findings) => {
    const [form] = await openAll(forms);
    const rule = rules.find(({ id }) => id === "filed-in-time");
    const { documents } = await reportOn(plan(filed("2025-01-21")));
    const [document] = documents;
    if (!form?.tracking || !rule || !document) throw new Error("no such form");
    const issuedThen = { ...form, tracking: { ...form.tracking, issued } };
    const found = rule.check({ documents: [document], all: [document], form: issuedThen, with: {}, today: issued });
    expect([...found]).toHaveLength(findings);
  });
});

describe("approved-before-filing", () => {
  const [LACKS, LATE] = [`warning ${FILED}`, `warning ${AGREED} → 甲 2025-01-18`];
  const FIRST = "2025-01-18";
  it.each<[string, Changes, string[]]>([
    ["the day before", filed(FIRST, "2025-01-17"), []],
    ["the same day", filed(FIRST), []],
    ["the day after", filed(FIRST, "2025-01-19"), [LATE]],
    ["a year after", filed(FIRST, "2026-01-01"), [LATE]],
    ["no approving body", { [FILED]: FIRST, [AGREED]: FIRST }, [LACKS]],
    ["no approval date", { [FILED]: FIRST, [BY]: "某局" }, [LACKS]],
    ["no approval at all", { [FILED]: FIRST }, [LACKS]],
    ["an empty approving body", filed(FIRST, FIRST, ""), [LACKS]],
    ["the day after, no approving body", filed(FIRST, "2025-01-19", null), [LACKS, LATE]],
    ["approved, not filed", { [AGREED]: FIRST, [BY]: "某局" }, []],
    ["only an approval date", { [AGREED]: FIRST }, []],
    ["nothing", {}, []],
    ["an invalid filing date", filed("一月", "2099-01-01"), []],
    ["an invalid filing date, no approval", { [FILED]: "一月" }, [LACKS]],
    ["an invalid approval date", filed(FIRST, "一月"), []],
  ])("%s", async (_, changes, decisions) => {
    expect(await decide("approved-before-filing", plan(changes))).toEqual(decisions);
  });

  it.each([
    ["a half-year summary", halfYear],
    ["a year-end summary", yearEnd],
  ])("looks at %s", async (_, base) => {
    expect(await decide("approved-before-filing", base(filed(FIRST)))).toEqual([]);
    expect(await decide("approved-before-filing", base(filed(FIRST, "2025-01-19")))).toEqual([LATE]);
  });

  it("names what is missing", async () => {
    const { diagnostics } = await reportOn(plan({ [FILED]: FIRST }));
    const [found] = diagnostics.filter(({ ruleId }) => ruleId === "approved-before-filing");
    expect(found?.message.match(/「[^」]+」/gu)).toEqual(["「报送日期」", "「审核单位」", "「审核同意日期」"]);
  });
});

describe("data-cutoff", () => {
  const [AS_OF, PROVISIONAL] = ["/数据截止", "/数据暂定"];
  const until = (asOf: unknown, provisional: unknown, more: Changes = {}) => ({
    [AS_OF]: asOf,
    [PROVISIONAL]: provisional,
    ...more,
  });
  const YEAR = [`error ${AS_OF} → 甲 2025`];
  const FALSE = [`error ${PROVISIONAL}`];

  it.each<[string, Changes, string[]]>([
    ["the day before the year ends, provisional", until("2025-12-30", true), []],
    ["the day before the year ends, final", until("2025-12-30", false), FALSE],
    ["the day the year ends, final", until("2025-12-31", false), []],
    ["the day the year ends, provisional", until("2025-12-31", true), FALSE],
    ["the day the year begins", until("2025-01-01", true), []],
    ["the day before the year begins", until("2024-12-31", true), YEAR],
    ["the day after the year ends", until("2026-01-01", false), YEAR],
    ["the year before: nothing else is checked", until("2024-12-31", false, filed("2024-01-01")), YEAR],
    ["the provisional flag is missing", until("2025-11-30", undefined), []],
    ["a text instead", until("2025-11-30", "否"), []],
    ["the day of filing", until("2025-11-30", true, filed("2025-11-30")), []],
    ["the day after filing", until("2025-11-30", true, filed("2025-11-29")), [`error ${AS_OF} → 甲 2025-11-29`]],
    ["the day before filing", until("2025-11-30", true, filed("2025-12-01")), []],
    [
      "after filing, and marked final",
      until("2025-12-30", false, filed("2025-12-29")),
      [`error ${AS_OF} → 甲 2025-12-29`, ...FALSE],
    ],
    ["an invalid filing date", until("2025-11-30", true, filed("十一月")), []],
    ["no year", until("2024-11-30", false, { "/年度": undefined }), []],
    ["no cutoff date", until(undefined, false), []],
    ["a month", until("2024-11", false), []],
  ])("%s", async (_, changes, decisions) => {
    expect(await decide("data-cutoff", yearEnd(changes))).toEqual(decisions);
    expect(await decide("data-cutoff", yearEnd(changes), DRAFT)).toEqual(decisions);
  });

  it.each<[string, Changes, string[]]>([
    ["a half-year summary, provisional", until("2025-05-31", true), []],
    ["a half-year summary, final: the schema reports it", until("2025-05-31", false), []],
    ["another year", until("2024-05-31", true), YEAR],
    ["after filing", until("2025-06-01", true, filed("2025-05-31")), [`error ${AS_OF} → 甲 2025-05-31`]],
  ])("%s", async (_, changes, decisions) => {
    expect(await decide("data-cutoff", halfYear(changes))).toEqual(decisions);
  });

  it("says what to write", async () => {
    const hints = async (changes: Changes) =>
      (await reportOn(yearEnd(changes))).diagnostics.map(({ hint }) => /写 (true|false)/u.exec(hint ?? "")?.[1]);
    expect(await hints(until("2025-12-30", false))).toEqual(["true"]);
    expect(await hints(until("2025-12-31", true))).toEqual(["false"]);
  });
});

table("task-ids-unique", plan, [
  ["twice", { "/任务/1/编号": 1 }, ["error /任务/1/编号 → 甲 1"]],
  ["three times", { "/任务/1/编号": 1, "/任务/3/编号": 1 }, ["error /任务/1/编号 → 甲 1", "error /任务/3/编号 → 甲 1"]],
  ["two twice", { "/任务/2/编号": 1, "/任务/3/编号": 2 }, ["error /任务/2/编号 → 甲 1", "error /任务/3/编号 → 甲 2"]],
  ["with a gap", { "/任务/1/编号": 9 }, []],
  ["none, twice", { "/任务/0/编号": undefined, "/任务/1/编号": undefined }, []],
  ["words, twice", { "/任务/0/编号": "一", "/任务/1/编号": "一" }, []],
  ["a text that reads as a figure", { "/任务/1/编号": "1" }, []],
  ["no list", { "/任务": "甲" }, []],
  ["no tasks", { "/任务": undefined }, []],
]);
table("task-ids-unique", yearEnd, [
  ["of answers", { "/任务完成情况/3/编号": 3 }, ["error /任务完成情况/3/编号 → 甲 3"]],
]);
table("task-ids-unique", halfYear, [
  ["of answers", { "/任务完成情况/3/编号": 3 }, ["error /任务完成情况/3/编号 → 甲 3"]],
]);

it("task-ids-unique: a third and a second name the first", async () => {
  const { diagnostics } = await reportOn(plan({ "/任务/1/编号": 1, "/任务/3/编号": 1 }));
  const found = diagnostics.filter(({ ruleId }) => ruleId === "task-ids-unique");
  const [one, other] = found.map(({ related }) => related[0] && rangeOf(related[0]).start.line);
  expect(one).toBeDefined();
  expect(other).toBe(one);
});

const WHEN = "/任务/1/完成时间";
table("task-in-year", plan, [
  ["the first day", { [WHEN]: "2025-01-01" }, []],
  ["the last day", { [WHEN]: "2025-12-31" }, []],
  ["the day before", { [WHEN]: "2024-12-31" }, [`warning ${WHEN} → 甲 2025`]],
  ["the day after", { [WHEN]: "2026-01-01" }, [`warning ${WHEN} → 甲 2025`]],
  ["a month of it", { [WHEN]: "2025-12" }, []],
  ["a month after it", { [WHEN]: "2026-01" }, [`warning ${WHEN} → 甲 2025`]],
  [
    "two",
    { [WHEN]: "2026-01", "/任务/3/完成时间": "2024-01" },
    [`warning ${WHEN} → 甲 2025`, "warning /任务/3/完成时间 → 甲 2025"],
  ],
  ["a year by itself", { [WHEN]: "2026" }, []],
  ["in words", { [WHEN]: "年底" }, []],
  ["a year and a name", { [WHEN]: "2026-林知远" }, []],
  ["a day that does not exist", { [WHEN]: "2026-02-30" }, []],
  ["a figure", { [WHEN]: 2026 }, []],
  ["none", { [WHEN]: undefined }, []],
  ["no year", { "/年度": undefined, [WHEN]: "2026-01" }, []],
  ["a year in words", { "/年度": "今年", [WHEN]: "2026-01" }, []],
]);

describe("tasks-answered", () => {
  const LIST = "/任务完成情况";
  const missing = (...numbers: number[]) => [
    `乙 error ${LIST} key unfilled ${numbers.map((number) => `→ 甲 ${task(number)}`).join(" ")}`,
  ];
  /** A task as it stands in the plan's text, as far as its first line. */
  const task = (number: number) => `编号: ${number}`;
  const said = async (given: Data[], options = {}) =>
    (await decide("tasks-answered", given, options)).map((each) => each.replace(/(编号: \d+)\n[^→]*/gu, "$1 ").trim());

  it.each<[string, Data[], string[]]>([
    ["all", [plan(), yearEnd()], []],
    ["all in reverse order", [plan(), yearEnd({ [LIST]: (all: Data[]) => [...all].reverse() })], []],
    ["the last is not answered", [plan(), yearEnd({ [`${LIST}/3`]: undefined })], missing(4)],
    ["the first is not answered", [plan(), yearEnd({ [`${LIST}/0`]: undefined })], missing(1)],
    ["only the first answered", [plan(), yearEnd({ [LIST]: (all: Data[]) => all.slice(0, 1) })], missing(2, 3, 4)],
    [
      "an answer to no planned task",
      [plan(), yearEnd({ [`${LIST}/4`]: { 编号: 9, 状态: "已完成", 完成情况: "某" } })],
      [`乙 error ${LIST}/4/编号 → 甲 - ${task(1)}`],
    ],
    [
      "a wrong number for the last task",
      [plan(), yearEnd({ [`${LIST}/3/编号`]: 9 })],
      [...missing(4), `乙 error ${LIST}/3/编号 → 甲 - ${task(1)}`],
    ],
    ["one answer twice", [plan(), yearEnd({ [`${LIST}/4`]: { 编号: 4, 状态: "已完成", 完成情况: "某" } })], []],
    ["nothing", [plan(), yearEnd({ [LIST]: undefined })], []],
    ["no numbers", [plan(), yearEnd({ [LIST]: [{ 状态: "已完成" }] })], []],
    ["a plan without tasks", [plan({ "/任务": undefined }), yearEnd()], []],
    ["a plan without numbers", [plan({ "/任务": [{ 内容: "某" }] }), yearEnd()], []],
    ["no plan", [halfYear({ [`${LIST}/3`]: undefined }), yearEnd({ [`${LIST}/3`]: undefined })], []],
    ["another year's plan", [plan({ "/年度": 2026 }), yearEnd({ [`${LIST}/3`]: undefined })], []],
    ["another consortium's plan", [plan({ "/联合体名称": "某联合体" }), yearEnd({ [`${LIST}/3`]: undefined })], []],
    [
      "another spelling of its name",
      [plan({ "/联合体名称": "长沙市 先进制造业产教联合体" }), yearEnd({ [`${LIST}/3`]: undefined })],
      missing(4),
    ],
    ["a half-year summary", [plan(), halfYear({ [`${LIST}/3`]: undefined })], missing(4)],
    [
      "two plans: the one filed later counts",
      [
        plan({ "/报送/报送日期": "2025-01-16" }),
        yearEnd({ [`${LIST}/3`]: undefined }),
        plan({ "/任务": (all: Data[]) => all.slice(0, 1), "/报送/报送日期": "2025-01-15" }),
      ],
      missing(4),
    ],
  ])("%s", async (_, given, decisions) => {
    expect(await said(given)).toEqual(decisions);
  });

  it("lets a draft leave tasks open, but not answer unplanned ones", async () => {
    const answers = yearEnd({ [`${LIST}/3/编号`]: 9 });
    expect(await said([plan(), answers], DRAFT)).toEqual([`乙 error ${LIST}/3/编号 → 甲 - ${task(1)}`]);
  });
});

describe("task-outcome", () => {
  const LIST = "/任务完成情况";
  const target = (value: unknown, changes: Changes = {}) => plan({ "/任务/0/量化指标/目标值": value, ...changes });
  const reached = (value: unknown, changes: Changes = {}) => yearEnd({ [`${LIST}/0/实际值`]: value, ...changes });
  const TARGET = "名称: 招生人数";
  const BELOW = [`乙 warning ${LIST}/0/实际值 → 甲 ${TARGET}`];
  const NOT_SAID = [`乙 warning ${LIST}/0/编号 unfilled → 甲 ${TARGET}`];
  const said = async (given: Data[], options = {}) =>
    (await decide("task-outcome", given, options)).map((each) => each.replace(/\n[^→]*/gu, " ").trim());

  it.each<[string, Data[], string[]]>([
    ["exactly the target", [target(200), reached(200)], []],
    ["just below the target", [target(200), reached(199.99)], BELOW],
    ["above the target", [target(200), reached(201)], []],
    ["nothing", [target(200), reached(0)], BELOW],
    ["zero of zero", [target(0), reached(0)], []],
    ["below the target, not done", [target(200), reached(1, { [`${LIST}/0/状态`]: "进行中" })], []],
    ["below the target, no state", [target(200), reached(1, { [`${LIST}/0/状态`]: undefined })], []],
    ["no actual value", [target(200), reached(undefined)], NOT_SAID],
    [
      "no actual value of a task not done",
      [target(200), reached(undefined, { [`${LIST}/0/状态`]: "未完成" })],
      NOT_SAID,
    ],
    ["a text instead", [target(200), reached("二百")], []],
    ["a target in words", [target("二百"), reached(undefined)], []],
    ["no target value", [target(undefined), reached(undefined)], []],
    ["no target", [plan({ "/任务/0/量化指标": undefined }), reached(undefined)], []],
    ["an answer to no task", [target(200), reached(1, { [`${LIST}/0/编号`]: 9 })], []],
    ["an answer without a number", [target(200), reached(1, { [`${LIST}/0/编号`]: undefined })], []],
    ["no plan", [yearEnd(), reached(1)], []],
    ["another year's plan", [target(200, { "/年度": 2026 }), reached(1)], []],
    ["another consortium's plan", [target(200, { "/联合体名称": "某联合体" }), reached(1)], []],
    [
      "another task",
      [
        target(200),
        yearEnd({ [`${LIST}/0/状态`]: "进行中", [`${LIST}/3/状态`]: "已完成", [`${LIST}/3/实际值`]: 59_999 }),
      ],
      [`乙 warning ${LIST}/3/实际值 → 甲 名称: 培训量`],
    ],
    ["a half-year summary", [target(200), halfYear({ [`${LIST}/0/实际值`]: 1 })], []],
    ["not above, below", [target(200, { "/任务/0/量化指标/方向": "不高于" }), reached(199)], []],
    ["not above, above", [target(200, { "/任务/0/量化指标/方向": "不高于" }), reached(201)], BELOW],
    ["exactly, above", [target(200, { "/任务/0/量化指标/方向": "等于" }), reached(201)], BELOW],
    ["in another unit", [target(200), reached(300, { [`${LIST}/0/计量单位`]: "人次" })], BELOW],
    ["in the same unit", [target(200), reached(300, { [`${LIST}/0/计量单位`]: "人" })], []],
    ["as if in another unit", [target(20_000), reached(2.1)], BELOW],
    [
      "of what should be low",
      [target(2, { "/任务/0/量化指标/名称": "返修率" }), reached(1)],
      [`乙 warning ${LIST}/0/实际值 → 甲 名称: 返修率`],
    ],
  ])("%s", async (_, given, decisions) => {
    expect(await said(given)).toEqual(decisions);
  });

  it("lets a draft omit the value, but not fall short", async () => {
    expect(await said([target(200), reached(undefined)], DRAFT)).toEqual([]);
    expect(await said([target(200), reached(1)], DRAFT)).toEqual(BELOW);
  });

  it("says the target with its unit", async () => {
    expect(await figures("task-outcome", [target(200), reached(150)])).toEqual(["1 150 200"]);
    const { diagnostics } = await reportOn([target(200), reached(150)]);
    expect(diagnostics.map(({ message }) => message).join()).toContain("200 人");
  });
});

describe("same-filing", () => {
  /** A plan filed again in March that replaces the one filed on this day. */
  const amended = (replaced: string, changes: Changes = {}) =>
    plan({
      ...filed("2025-03-01"),
      "/报送/修订": { 替代: replaced, 理由: "企业停产", 日期: "2025-02-20" },
      ...changes,
    });
  const ALIKE = ["乙 error /年度 → 甲 2025"];
  it.each<[string, Data[], string[]]>([
    ["two plans", [plan(), plan()], ALIKE],
    ["two half-year summaries", [halfYear(), halfYear()], ALIKE],
    ["two year-end summaries", [yearEnd(), yearEnd()], ALIKE],
    ["three", [plan(), plan(), plan()], [...ALIKE, "丙 error /年度 → 甲 2025"]],
    ["two years", [plan(), plan({ "/年度": 2026 })], []],
    ["two kinds", [plan(), halfYear(), yearEnd()], []],
    ["two consortia", [plan(), plan({ "/联合体名称": "某联合体" })], []],
    ["another spelling of the name", [plan(), plan({ "/联合体名称": "长沙市 先进制造业产教联合体" })], ALIKE],
    ["no year", [plan({ "/年度": undefined }), plan({ "/年度": undefined })], []],
    ["no name", [plan({ "/联合体名称": undefined }), plan({ "/联合体名称": undefined })], []],
    [
      "two each of two consortia",
      [plan(), plan({ "/联合体名称": "某联合体" }), plan(), plan({ "/联合体名称": "某联合体" })],
      ["丙 error /年度 → 甲 2025", "丁 error /年度 → 乙 2025"],
    ],
    ["two applications", [application(), application()], []],
    ["one that says it replaces the other", [plan(filed("2025-01-15")), amended("2025-01-15")], []],
    [
      "one that says it replaces another",
      [plan(filed("2025-01-15")), amended("2025-01-14")],
      ["甲 error /年度 → 乙 2025"],
    ],
    [
      "one that does not say why",
      [plan(filed("2025-01-15")), amended("2025-01-15", { "/报送/修订/理由": undefined })],
      ["甲 error /年度 → 乙 2025"],
    ],
    ["a draft after what was filed", [plan(filed("2025-01-15")), plan({ "/报送": undefined })], ALIKE],
    [
      "a draft before what was filed",
      [plan({ "/报送": undefined }), plan(filed("2025-01-15"))],
      ["甲 error /年度 → 乙 2025"],
    ],
  ])("%s", async (_, given, decisions) => {
    expect(await decide("same-filing", given)).toEqual(decisions);
    expect(await decide("same-filing", given, DRAFT)).toEqual(decisions);
  });
});

describe("pledges-in-plan", () => {
  const NAME = plan()["联合体名称"];
  const pledged = (changes: Changes = {}) => application({ "/联合体名称": NAME, ...changes });
  const planned = (total: unknown, changes: Changes = {}) => plan({ "/年度经费/总额": total, ...changes });
  const BELOW = ["乙 warning /年度经费/总额 → 甲 3000"];

  it.each<[string, Data, Data, string[]]>([
    ["exactly as pledged", pledged(), planned(3000), []],
    ["a fen less", pledged(), planned(2999.99), BELOW],
    ["a fen more", pledged(), planned(3000.01), []],
    ["zero planned", pledged(), planned(0), BELOW],
    ["no planned total", pledged(), planned(undefined), []],
    ["a planned total as text", pledged(), planned("三千"), []],
    ["no pledge for the year", pledged({ "/联合体概况/运行经费/2025": undefined }), planned(1), []],
    ["a pledge of zero", pledged({ "/联合体概况/运行经费/2025": 0 }), planned(0), []],
    ["another year's pledge", pledged(), planned(2600, { "/年度": 2024 }), []],
    ["another year's, less", pledged(), planned(2599, { "/年度": 2024 }), ["乙 warning /年度经费/总额 → 甲 2600"]],
    ["a year without a pledge", pledged(), planned(1, { "/年度": 2026 }), []],
    ["no year", pledged(), planned(1, { "/年度": undefined }), []],
    ["another consortium", application(), planned(1), []],
    ["another spelling of its name", pledged({ "/联合体名称": `“${NAME}” ` }), planned(1), BELOW],
    ["a plan without a name", pledged(), planned(1, { "/联合体名称": undefined }), []],
    ["an application without a name", pledged({ "/联合体名称": undefined }), planned(1), []],
  ])("%s", async (_, one, other, decisions) => {
    expect(await decide("pledges-in-plan", [one, other])).toEqual(decisions);
  });

  it("compares a plan with the first of two applications", async () => {
    const [less, more] = [2000, 9000].map((funds) => pledged({ "/联合体概况/运行经费/2025": funds }));
    expect(await decide("pledges-in-plan", [less as Data, more as Data, planned(3000)])).toEqual([]);
    expect(await decide("pledges-in-plan", [more as Data, less as Data, planned(3000)])).toEqual([
      "丙 warning /年度经费/总额 → 甲 9000",
    ]);
  });

  it("says by how much, and says it of each plan", async () => {
    expect(await figures("pledges-in-plan", [pledged(), planned(2000)])).toEqual(["2000 2025 3000 1000"]);
    const two = [pledged(), planned(1), planned(2, { "/年度": 2024 })];
    expect(await decide("pledges-in-plan", two)).toHaveLength(2);
  });
});

describe("figures-agree", () => {
  const NAME = yearEnd()["联合体名称"];
  const AT = `${SHARED}/共建专业`;
  const applied = application({ "/联合体名称": NAME });
  const of2024 = (changes: Changes = {}, base = yearEnd) =>
    base({ "/年度": 2024, "/数据截止": "2024-11-30", ...changes });
  const at = (previous: unknown, changes: Changes = {}) => ({ [`${AT}/上年`]: previous, ...changes });
  /** A summary of 2024 whose figures for that year are those that the one of 2025 has for the year before. */
  const lastYear = (changes: Changes = {}, base = yearEnd) =>
    of2024({ "/办学成效和服务能力": (figures: Data) => ofYear(figures, "上年"), ...changes }, base);
  const latest = ofYear(applied["办学成效和服务能力"], "2023");
  const DIFFERS = (then: number) => [`乙 warning ${AT}/上年 → 甲 ${then}`];

  it.each<[string, Data[], string[]]>([
    ["the application, same figures", [applied, of2024({ "/办学成效和服务能力": latest })], []],
    ["the application, one more", [applied, of2024({ "/办学成效和服务能力": latest, ...at(25) })], DIFFERS(24)],
    ["the application, one less", [applied, of2024({ "/办学成效和服务能力": latest, ...at(23) })], DIFFERS(24)],
    ["an application without that year", [applied, yearEnd(at(1))], []],
    ["another consortium's application", [application(), of2024(at(1))], []],
    ["the half-year summary, same figures", [halfYear(), yearEnd()], []],
    ["the half-year summary, one more", [halfYear(), yearEnd(at(19))], DIFFERS(18)],
    ["the half-year summary, one less", [halfYear(), yearEnd(at(17))], DIFFERS(18)],
    ["the half-year summary of the year before", [of2024({}, halfYear), yearEnd(at(17))], []],
    ["a provisional year, same figures", [lastYear(), yearEnd()], []],
    ["a provisional year, one more since", [lastYear(), yearEnd(at(19))], []],
    ["a provisional year, one less since", [lastYear(), yearEnd(at(17))], DIFFERS(18)],
    ["a year without the flag, one more", [lastYear({ "/数据暂定": undefined }), yearEnd(at(19))], []],
    ["a final year, one more", [lastYear({ "/数据暂定": false }), yearEnd(at(19))], DIFFERS(18)],
    ["a final year, same figures", [lastYear({ "/数据暂定": false }), yearEnd()], []],
    ["a half-year summary after a provisional year, one less", [lastYear(), halfYear(at(17))], DIFFERS(18)],
    ["a half-year summary after a provisional year, one more", [lastYear(), halfYear(at(19))], []],
    ["no figure now", [halfYear(), yearEnd(at(undefined))], []],
    ["no figure then", [halfYear(at(undefined)), yearEnd()], []],
    ["a text instead of a figure", [halfYear(), yearEnd(at("十八"))], []],
    ["this year's figures", [halfYear(), yearEnd({ [`${AT}/本年`]: 1 })], []],
    ["a percentage below a provisional one", [lastYear(), yearEnd({ [`${QUALITY}/整体就业率/上年`]: 90 })], []],
    [
      "a percentage below a final one",
      [lastYear({ "/数据暂定": false }), yearEnd({ [`${QUALITY}/整体就业率/上年`]: 90 })],
      [`乙 warning ${QUALITY}/整体就业率/上年 → 甲 91.6`],
    ],
  ])("%s", async (_, given, decisions) => {
    expect(await decide("figures-agree", given)).toEqual(decisions);
  });

  it("compares a year-end summary with the half-year summary first", async () => {
    const given = [lastYear({ [`${AT}/本年`]: 99, "/数据暂定": false }), halfYear(), yearEnd()];
    expect(await decide("figures-agree", given)).toEqual([`乙 warning ${AT}/上年 → 甲 99`]);
  });

  it("compares it with the year before rather than the application", async () => {
    const decisions = await decide("figures-agree", [applied, lastYear({ "/数据暂定": false }), yearEnd(at(1))]);
    expect(decisions.filter((each) => each.startsWith("丙"))).toEqual([`丙 warning ${AT}/上年 → 乙 18`]);
  });

  it("says that a figure is less than a provisional one, or unlike a final one", async () => {
    const words = async (then: Data) => {
      const { diagnostics } = await reportOn([then, yearEnd(at(17))]);
      const own = diagnostics.filter(({ ruleId }) => ruleId === "figures-agree");
      return own.map(({ message }) => /比暂定数少|不一致/u.exec(message)?.[0]);
    };
    expect(await words(lastYear())).toEqual(["比暂定数少"]);
    expect(await words(lastYear({ "/数据暂定": false }))).toEqual(["不一致"]);
  });

  it("names three figures and counts the rest", async () => {
    const fields = ["共建专业", "共建课程", "共建教材", "共建实训基地"];
    const off = (count: number) =>
      yearEnd(Object.fromEntries(fields.slice(0, count).map((field) => [`${SHARED}/${field}/上年`, 1])));
    const found = async (count: number) => {
      const { diagnostics } = await reportOn([halfYear(), off(count)]);
      const own = diagnostics.filter(({ ruleId }) => ruleId === "figures-agree");
      return own.map(({ message, related }) => [related.length, /等 (\d+) 项/u.exec(message)?.[1]]);
    };
    expect([await found(1), await found(3), await found(4)]).toEqual([[[1, undefined]], [[3, undefined]], [[3, "4"]]]);
  });
});

/** Figures of a summary that had those of one year in both. */
function ofYear(figures: Data, year: string): Data {
  return JSON.parse(JSON.stringify(figures), (_, value) =>
    value !== null && typeof value === "object" && Object.hasOwn(value, year)
      ? { 上年: value[year], 本年: value[year] }
      : value,
  );
}
