import { describe, expect, it } from "vitest";
import { type Ledger, track } from "../../src/index.js";
import { alertsOf } from "../support/alerts.js";
import { checkTexts } from "../support/check.js";
import { application, filed, halfYear, ledgerOf, NAME, plan, yearEnd } from "../support/filings.js";

// Which of several papers counts: dates and contents decide, never names of files or the order in which they are given.

const DONE = ["已完成", "已完成"];
const amended = (on: string, replaced: string | undefined, fields: object = {}) => ({
  ...filed(on),
  修订: { ...(replaced !== undefined && { 替代: replaced }), 理由: "企业停产", 日期: on, ...fields },
});
/** A plan whose only target is this one. */
const aiming = (目标值: number, 报送: object) =>
  plan(2025, { 任务: [{ 编号: 1, 内容: "培养学徒", 量化指标: { 名称: "学徒", 目标值, 计量单位: "人" } }], 报送 });

async function yearOf(texts: Record<string, string>, today: string) {
  const { consortia } = await ledgerOf(texts, today);
  return consortia[0]?.years.find(({ year }) => year === 2025);
}

describe("of two plans", () => {
  const old = aiming(100, filed("2025-01-10"));
  const lower = (报送: object) => aiming(50, 报送);
  const met = yearEnd(2025, ["已完成"], { actual: 60 });

  it.each<[string, string, string, unknown[]]>([
    ["filed again, without a word", lower(filed("2025-03-01")), "2025-12-30", ["yes", 50, "earlier"]],
    ["amended", lower(amended("2025-03-01", "2025-01-10")), "2025-12-30", ["yes", 50, "replaced"]],
    ["not filed", lower({}), "2025-12-30", ["no", 100, "draft"]],
    ["dated tomorrow", lower(amended("2025-12-31", "2025-01-10")), "2025-12-30", ["no", 100, "future"]],
    ["dated today", lower(amended("2025-12-30", "2025-01-10")), "2025-12-30", ["yes", 50, "replaced"]],
    ["on a day there is not", lower(amended("2025-02-30", "2025-01-10")), "2025-12-30", ["no", 100, "draft"]],
    ["filed before", lower(filed("2025-01-09")), "2025-12-30", ["no", 100, "earlier"]],
    [
      "of one day, one of which amends",
      lower(amended("2025-01-10", "2025-01-10")),
      "2025-12-30",
      ["yes", 50, "replaced"],
    ],
    ["the same again", old, "2025-12-30", ["no", 100, "copy"]],
  ])("%s", async (_, other, today, expected) => {
    for (const [one, two] of [
      ["a", "b"],
      ["b", "a"],
    ]) {
      const year = await yearOf({ [`${one}.yaml`]: old, [`${two}.yaml`]: other, "总结.yaml": met }, today);
      expect([year?.fulfilled, year?.tasks[0]?.target?.value, year?.filings[0]?.others?.[0]?.why]).toEqual(expected);
    }
  });

  it("of one day that contradict each other, none counts, whatever they are called", async () => {
    const rival = lower(filed("2025-01-10"));
    for (const [a, b] of [
      [old, rival],
      [rival, old],
    ] as const) {
      const texts = { "计划（修订）.yaml": a, "计划(修订).yaml": b, "总结.yaml": met };
      const year = await yearOf(texts, "2025-12-30");
      expect(year).toMatchObject({ fulfilled: "unknown", filings: [{ others: [{ why: "rival" }] }, {}, {}] });
      expect(year?.reasons[0]).toContain("不知道以哪份为准");
      expect(await alertsOf("removal", texts, "2027-01-10")).toEqual([]);
    }
  });

  it.each<[string, object, string]>([
    ["without a word", filed("2025-03-01"), "serious"],
    ["with an amendment", amended("2025-03-01", "2025-01-10"), "attention"],
    ["with an amendment without a reason", amended("2025-03-01", "2025-01-10", { 理由: null }), "serious"],
    ["with an amendment of another", amended("2025-03-01", "2025-01-11"), "serious"],
  ])("says that the later one changes the judgement: %s", async (_, 报送, severity) => {
    const texts = { "a.yaml": old, "b.yaml": lower(报送), "c.yaml": met };
    expect(await alertsOf("amendment-decides", texts, "2025-12-30")).toEqual([
      `${severity} 2025 amendment-decides b.yaml#/报送/报送日期 a.yaml#/报送/报送日期`,
    ]);
    const same = { ...texts, "c.yaml": yearEnd(2025, ["已完成"], { actual: 200 }) };
    expect(await alertsOf("amendment-decides", same, "2025-12-30")).toEqual([]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      "an amendment in order",
      { "a.yaml": old, "b.yaml": lower(amended("2025-03-01", "2025-01-10")) },
      ["note 2025 filed-twice b.yaml#/报送/修订/替代 a.yaml#"],
    ],
    [
      "an amendment that does not say what it replaces",
      { "a.yaml": old, "b.yaml": lower(amended("2025-03-01", undefined)) },
      ["attention 2025 filed-twice b.yaml#/报送/修订/替代 a.yaml#"],
    ],
    [
      "an amendment of what is not there",
      { "b.yaml": lower(amended("2025-03-01", "2025-01-10")) },
      ["attention 2025 filed-twice b.yaml#/报送/修订/替代"],
    ],
    ["one plan", { "a.yaml": old }, []],
  ])("mentions %s", async (_, texts, expected) => {
    expect(await alertsOf("filed-twice", texts, "2025-12-30")).toEqual(expected);
  });
});

describe("when the plan was filed", () => {
  it.each<[string, string, string, RegExp | undefined]>([
    ["in time", "2025-01-20", "2025-12-18", undefined],
    ["late", "2025-01-21", "2025-12-18", /才报送,晚于规定的2025年1月20日$/u],
    ["on the day of the summary", "2025-12-18", "2025-12-18", /2025年12月18日才报送,与年度工作总结同一天$/u],
    ["after the summary", "2025-12-19", "2025-12-18", /2025年12月19日才报送,在年度工作总结\(2025年12月18日\)之后$/u],
  ])("%s", async (_, planned, reported, said) => {
    const texts = {
      "a.yaml": plan(2025, { 报送: filed(planned) }),
      "b.yaml": yearEnd(2025, DONE, { 报送: filed(reported) }),
    };
    const year = await yearOf(texts, "2025-12-30");
    expect(year?.fulfilled).toBe("yes");
    expect(year?.reasons).toEqual(said ? [expect.stringMatching(said)] : []);
  });
});

it("a summary that would have been filed before its year is none", async () => {
  const early = yearEnd(2025, ["未完成", "未完成"], { 报送: filed("2024-12-18") });
  const year = await yearOf({ "a.yaml": plan(2025), "b.yaml": early }, "2025-12-30");
  expect([year?.fulfilled, year?.filings[2]?.state]).toEqual(["unknown", "draft"]);
});

it("the latest application pledges", async () => {
  const texts = {
    "z.yaml": application({ 2025: 100 }, { 填表日期: "2024-01-10" }),
    "a.yaml": application({ 2025: 200 }, { 填表日期: "2024-02-10" }),
    "m.yaml": application({ 2025: 300 }, { 填表日期: "2026-02-10" }),
    "p.yaml": plan(2025),
  };
  expect((await yearOf(texts, "2025-12-30"))?.amounts[0]?.pledged?.value).toBe(200);
});

describe("given in another order and under other names", () => {
  const OTHER = "乙市示例产教联合体";
  const texts = [
    application({ 2024: 400, 2025: 600 }),
    application({ 2025: 700 }, { 填表日期: "2024-02-10" }),
    plan(2024, { 报送: filed("2024-06-10") }),
    yearEnd(2024, ["已完成", "未完成"]),
    yearEnd(2024, ["已完成", "进行中"], { 报送: filed("2025-01-05") }),
    plan(2025),
    plan(2025, { tasks: 3 }),
    plan(2025, { tasks: 4, 报送: amended("2025-03-01", "2025-01-18") }),
    plan(2025, { tasks: 1, 报送: {} }),
    plan(2025, { tasks: 5, 报送: filed("2029-01-01") }),
    halfYear(2025, ["未完成"]),
    yearEnd(2025, DONE, { actual: 60 }),
    plan(2026, { 上年待核任务: [{ 编号: 2, 状态: "未完成" }] }),
    plan(2025).replaceAll(NAME, OTHER),
    yearEnd(2025, DONE).replaceAll(NAME, OTHER),
    yearEnd(2025, ["未完成"]).replaceAll(NAME, OTHER),
    plan(2025).replaceAll(NAME, "乙市 示例产教联合体"),
    plan(2025).replace(/^联合体名称:.*\n/mu, ""),
  ];

  it("50 times, the ledger is the same", async () => {
    const given = (order: number[], nameOf: (index: number) => string) =>
      ledgerFrom(order.map((index) => [nameOf(index), texts[index] as string]));
    const order = texts.map((_, index) => index);
    const expected = await given(order, (index) => `文件${index}.yaml`);
    const random = generator(13);
    for (let round = 0; round < 50; round++) {
      const names = new Map(
        order.map((index) => [`${String.fromCodePoint(0x4e00 + random(2000))}${index}.yaml`, index]),
      );
      const byIndex = new Map([...names].map(([name, index]) => [index, name]));
      const found = await given(shuffled(order, random), (index) => byIndex.get(index) as string);
      expect(underFirstNames(found, names)).toBe(underFirstNames(expected, new Map()));
    }
  });
});

/** The ledger of texts, in exactly this order. */
async function ledgerFrom(entries: [string, string][]): Promise<Ledger> {
  const today = "2026-06-01";
  return track(await checkTexts(Object.fromEntries(entries), { today }), { today });
}

/** A ledger as text, in which each file has the name that it had first. */
function underFirstNames(ledger: Ledger, names: Map<string, number>): string {
  // how many errors validate finds is not the ledger's: of two equal files, it has the one given later
  const text = JSON.stringify({ ...ledger, presentation: undefined }, (key, value) => (key === "errors" ? 0 : value));
  return [...names].reduce((said, [name, index]) => said.replaceAll(name, `文件${index}.yaml`), text);
}

/** A generator of whole numbers below a limit, the same for each seed. */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

function shuffled(order: number[], random: (limit: number) => number): number[] {
  const mixed = [...order];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as number, mixed[last] as number];
  }
  return mixed;
}
