import { describe, expect, it } from "vitest";
import { application, type Data, decide, figures, halfYear, plan, reportOn, table, yearEnd } from "./decide.js";

const OFFICE = "/联合体概况/秘书处";
const FUNDS = "/联合体概况/经费来源";
const SHARED = "/办学成效和服务能力/资源共建共享";
const QUALITY = "/办学成效和服务能力/人才培养质量";
const ENTERPRISES = "/办学成效和服务能力/企业情况";
const PHONE = 13912345678;

describe("complete documents", () => {
  it.each([
    ["an application", [application()]],
    ["a plan", [plan()]],
    ["a half-year summary", [halfYear()]],
    ["a year-end summary", [yearEnd()]],
    ["a plan, a half-year and a year-end summary together", [plan(), halfYear(), yearEnd()]],
  ])("%s: no finding", async (_, given) => {
    expect((await reportOn(given)).diagnostics).toEqual([]);
  });
});

table("headcount-adds-up", application, [
  ["a total one too high", { [`${OFFICE}/人员总数`]: 9 }, [`error ${OFFICE}/人员总数`]],
  ["a total one too low", { [`${OFFICE}/人员总数`]: 7 }, [`error ${OFFICE}/人员总数`]],
  ["one part too many", { [`${OFFICE}/专职人数`]: 6 }, [`error ${OFFICE}/人员总数`]],
  ["parts that even out", { [`${OFFICE}/专职人数`]: 8, [`${OFFICE}/兼职人数`]: 0 }, []],
  ["no total", { [`${OFFICE}/人员总数`]: undefined }, []],
  ["a part missing", { [`${OFFICE}/兼职人数`]: undefined }, []],
  ["a part that is no figure", { [`${OFFICE}/兼职人数`]: "三" }, []],
  ["a total that is no figure", { [`${OFFICE}/人员总数`]: "8人" }, []],
  ["zero, which is a figure", { [`${OFFICE}/兼职人数`]: 0 }, [`error ${OFFICE}/人员总数`]],
  ["a total of zero", { [`${OFFICE}/人员总数`]: 0 }, [`error ${OFFICE}/人员总数`]],
  ["a telephone number for a part", { [`${OFFICE}/专职人数`]: PHONE }, [`error ${OFFICE}/人员总数`]],
  ["a telephone number for the total", { [`${OFFICE}/人员总数`]: PHONE }, [`error ${OFFICE}/人员总数`]],
]);

table("staff-names-match", application, [
  ["a name too few", { [`${OFFICE}/人员姓名/7`]: undefined }, [`error ${OFFICE}/人员姓名 key unfilled`]],
  ["a name too many", { [`${OFFICE}/人员姓名/8`]: "某某某" }, [`error ${OFFICE}/人员姓名 key`]],
  ["a total of zero", { [`${OFFICE}/人员总数`]: 0 }, [`error ${OFFICE}/人员姓名 key`]],
  ["no names", { [`${OFFICE}/人员姓名`]: undefined }, []],
  ["no total", { [`${OFFICE}/人员总数`]: undefined }, []],
  ["a total that is no figure", { [`${OFFICE}/人员总数`]: "9" }, []],
  ["names in a mapping", { [`${OFFICE}/人员姓名`]: { 甲: "乙" } }, []],
  ["an empty entry is not counted", { [`${OFFICE}/人员姓名/7`]: "" }, [`error ${OFFICE}/人员姓名 key unfilled`]],
  ["names typed in one line", { [`${OFFICE}/人员姓名`]: "甲某、乙某、丙某、丁某、戊某、己某、庚某、辛某" }, []],
]);

it("staff-names-match: a draft lacks names, but has none too many", async () => {
  const draft = { draft: true };
  expect(await decide("staff-names-match", application({ [`${OFFICE}/人员姓名/7`]: undefined }), draft)).toEqual([]);
  expect(await decide("staff-names-match", application({ [`${OFFICE}/人员姓名/8`]: "某某某" }), draft)).toHaveLength(1);
  expect(await figures("staff-names-match", application({ [`${OFFICE}/人员总数`]: 11 }))).toEqual(["8 11 3"]);
});

table("funding-adds-up", application, [
  ["a fen too much", { [`${FUNDS}/其他途径`]: 150.01 }, [`error ${FUNDS} key → 甲 2600`]],
  ["a fen too little", { [`${FUNDS}/其他途径`]: 149.99 }, [`error ${FUNDS} key → 甲 2600`]],
  [
    "parts that binary fractions cannot hold exactly",
    {
      [FUNDS]: { 牵头单位负担: 0.07, 政府核拨: 0.14, 其他成员负担: 0, 其他途径: 0 },
      "/联合体概况/运行经费/2024": 0.21,
    },
    [],
  ],
  ["the total of another year", { "/联合体概况/运行经费/2025": 2601 }, []],
  ["the total of this year", { "/联合体概况/运行经费/2024": 2601 }, [`error ${FUNDS} key → 甲 2601`]],
  ["no total", { "/联合体概况/运行经费/2024": undefined }, []],
  ["the first part missing", { [`${FUNDS}/牵头单位负担`]: undefined }, []],
  ["the last part missing", { [`${FUNDS}/其他途径`]: undefined }, []],
  ["the last part left at zero", { [`${FUNDS}/其他途径`]: 0 }, [`error ${FUNDS} key → 甲 2600`]],
]);

describe("funding-adds-up", () => {
  it("says by how much, and which way", async () => {
    const [more, less] = [2500, 2700].map((total) => application({ "/联合体概况/运行经费/2024": total }));
    const words = async (given: Data = {}) =>
      (await reportOn(given)).diagnostics.map(({ message }) => /[多少] \d+/u.exec(message)?.[0]);
    expect([await words(more), await words(less)]).toEqual([["多 100"], ["少 100"]]);
  });

  it.each([
    ["a plan", plan, "/年度经费/总额", "/年度经费/来源"],
    ["a half-year summary", halfYear, "/经费执行/实际投入", "/经费执行/来源"],
    ["a year-end summary", yearEnd, "/经费执行/实际投入", "/经费执行/来源"],
  ])("looks at %s", async (_, base, total, parts) => {
    const decisions = await decide("funding-adds-up", base({ [total]: 99 }));
    expect(decisions).toEqual([`error ${parts} key → 甲 99`]);
  });
});

const LARGE = `${ENTERPRISES}/规模以上企业数`;
table("enterprise-scale-plausible", application, [
  ["sales just enough", { [`${ENTERPRISES}/企业销售总额`]: 22_000 }, []],
  ["sales just too small", { [`${ENTERPRISES}/企业销售总额`]: 21_999.99 }, [`warning ${LARGE}`]],
  ["zero sales", { [`${ENTERPRISES}/企业销售总额`]: 0 }, [`warning ${LARGE}`]],
  ["zero sales and no enterprise", { [`${ENTERPRISES}/企业销售总额`]: 0, [LARGE]: 0 }, []],
  ["no sales", { [`${ENTERPRISES}/企业销售总额`]: undefined }, []],
  ["sales that are no figure", { [`${ENTERPRISES}/企业销售总额`]: "100" }, []],
  ["as many as are listed", { [LARGE]: 12 }, []],
  ["one more than are listed", { [LARGE]: 13 }, [`warning ${LARGE}`]],
  ["one more of the other kind", { [`${ENTERPRISES}/限额以上企业数`]: 4 }, [`warning ${LARGE}`]],
  ["only of the other kind, as many as listed", { [LARGE]: undefined, [`${ENTERPRISES}/限额以上企业数`]: 14 }, []],
  [
    "only of the other kind, one more",
    { [LARGE]: undefined, [`${ENTERPRISES}/限额以上企业数`]: 15 },
    [`warning ${ENTERPRISES}/限额以上企业数`],
  ],
  [
    "the other kind too many by itself",
    { [`${ENTERPRISES}/限额以上企业数`]: 15 },
    [`warning ${ENTERPRISES}/限额以上企业数`],
  ],
  ["both too many by themselves", { [LARGE]: 15, [`${ENTERPRISES}/限额以上企业数`]: 15 }, [`warning ${LARGE}`]],
  [
    "a list of which the number is not certain",
    { "/联合体概况/成员/企业/单位": ["甲甲甲公司 乙乙乙公司"], [LARGE]: 2 },
    [],
  ],
  [
    "none of the other kind, one more",
    { [LARGE]: 15, [`${ENTERPRISES}/限额以上企业数`]: undefined },
    [`warning ${LARGE}`],
  ],
  ["none listed", { [LARGE]: 500, "/联合体概况/成员/企业": undefined }, []],
  ["one listed", { "/联合体概况/成员/企业/单位": ["某某公司"] }, [`warning ${LARGE}`]],
  ["too many for both", { [LARGE]: 1781 }, [`warning ${LARGE}`, `warning ${LARGE}`]],
  ["a telephone number", { [LARGE]: PHONE }, [`warning ${LARGE}`, `warning ${LARGE}`]],
]);

const BENEFIT = `${ENTERPRISES}/校企合作直接经济效益`;
table("benefit-within-sales", application, [
  ["as much as the sales", { [BENEFIT]: 3_560_000 }, []],
  ["a fen more", { [BENEFIT]: 3_560_000.01 }, [`warning ${BENEFIT}`]],
  ["sales a fen less", { [`${ENTERPRISES}/企业销售总额`]: 18_599.99 }, [`warning ${BENEFIT}`]],
  ["zero sales", { [`${ENTERPRISES}/企业销售总额`]: 0 }, [`warning ${BENEFIT}`]],
  ["zero of zero", { [`${ENTERPRISES}/企业销售总额`]: 0, [BENEFIT]: 0 }, []],
  ["no sales", { [`${ENTERPRISES}/企业销售总额`]: undefined }, []],
  ["no benefit", { [BENEFIT]: undefined }, []],
  ["a benefit that is no figure", { [BENEFIT]: "很多" }, []],
  ["sales that are no figure", { [`${ENTERPRISES}/企业销售总额`]: "很少" }, []],
]);

const TOTAL = "/联合体概况/运行经费/2024";
const VALUE = "/联合体概况/园区总产值";
const ASSETS = `${ENTERPRISES}/企业资产总额`;
const JOBS = `${QUALITY}/整体就业率/2023`;
const RISE = `${QUALITY}/文化素质+职业技能考试招生升学比例/2023`;
table("unit-slip", application, [
  ["万元: the least that is usual", { [TOTAL]: 1 }, []],
  ["万元: just below it, as if in 亿元", { [TOTAL]: 0.99 }, [`warning ${TOTAL}`]],
  ["万元: far below it", { [TOTAL]: 0.01 }, [`warning ${TOTAL}`]],
  ["万元: nothing", { [TOTAL]: 0 }, []],
  ["万元: the most that is usual", { [TOTAL]: 100_000 }, []],
  ["万元: just above it, as if in 元", { [TOTAL]: 100_000.01 }, [`warning ${TOTAL}`]],
  ["万元: the most that fits in 元", { [TOTAL]: 1_000_000_000 }, [`warning ${TOTAL}`]],
  ["万元: more than fits in any unit", { [TOTAL]: 1_000_010_000 }, []],
  ["万元: less than nothing", { [TOTAL]: -5 }, []],
  ["万元: no figure", { [TOTAL]: "2600" }, []],
  ["万元: none", { [TOTAL]: undefined }, []],
  ["万元: the first year", { "/联合体概况/运行经费/2023": 0.5 }, ["warning /联合体概况/运行经费/2023"]],
  [
    "万元: two of them",
    { "/联合体概况/运行经费/2023": 0.5, [TOTAL]: 0.5 },
    ["warning /联合体概况/运行经费/2023", `warning ${TOTAL}`],
  ],
  ["万元: another field's least", { [ASSETS]: 1000 }, []],
  ["万元: just below it", { [ASSETS]: 999.99 }, [`warning ${ASSETS}`]],
  ["万元: the least that fits in 亿元", { [ASSETS]: 0.1 }, [`warning ${ASSETS}`]],
  ["万元: less than fits in any unit", { [ASSETS]: 0.09 }, []],
  ["万元: another field's most", { [ASSETS]: 100_000_000 }, []],
  ["万元: just above it", { [ASSETS]: 100_000_001 }, [`warning ${ASSETS}`]],
  ["万元: a field without a usual range", { [BENEFIT]: 0.5 }, []],
  ["亿元: the least", { [VALUE]: 1 }, []],
  ["亿元: the most", { [VALUE]: 10_000 }, []],
  ["亿元: just above it, as if in 万元", { [VALUE]: 10_000.01 }, [`warning ${VALUE}`]],
  ["亿元: as if in 元", { [VALUE]: 128_050_000_000 }, [`warning ${VALUE}`]],
  ["亿元: just below, which fits no unit", { [VALUE]: 0.99 }, []],
  ["亿元: more than fits", { [VALUE]: 1_000_100_000_000 }, []],
  ["a fraction for a percentage, lowest that fits", { [JOBS]: 0.2 }, [`warning ${JOBS}`]],
  ["a fraction for a percentage, too low to fit", { [JOBS]: 0.19 }, []],
  ["a fraction for a percentage, 1", { [JOBS]: 1 }, [`warning ${JOBS}`]],
  ["a percentage just above 1", { [JOBS]: 1.01 }, []],
  ["a percentage just below the range", { [JOBS]: 19.99 }, []],
  ["the lowest percentage in the range", { [JOBS]: 20 }, []],
  ["the highest percentage in the range", { [JOBS]: 100 }, []],
  ["another percentage as a fraction, lowest that fits", { [RISE]: 0.02 }, [`warning ${RISE}`]],
  ["another percentage as a fraction, too low", { [RISE]: 0.01 }, []],
  ["the lowest of another percentage", { [RISE]: 2 }, []],
  ["just below it", { [RISE]: 1.99 }, []],
  ["a percentage without a usual range", { [`${QUALITY}/学徒岗位占岗位总量比例/2023`]: 0.5 }, []],
]);

it("unit-slip says what the figure would be in the form's unit", async () => {
  expect(await figures("unit-slip", application({ [TOTAL]: 0.26 }))).toEqual(["2024 0.26 2600"]);
  expect(await figures("unit-slip", application({ [TOTAL]: 26_000_000 }))).toEqual(["2024 26000000 2600"]);
  expect(await figures("unit-slip", application({ [VALUE]: 12_805_000 }))).toEqual(["2023 12805000 1280.5"]);
  expect(await figures("unit-slip", application({ [VALUE]: 128_050_000_000 }))).toEqual(["2023 128050000000 1280.5"]);
  expect(await figures("unit-slip", application({ [JOBS]: 0.932 }))).toEqual(["2023 0.932 93.2"]);
});

describe("unit-slip", () => {
  it.each([
    ["a plan", plan, "/年度经费/总额"],
    ["a half-year summary", halfYear, "/经费执行/实际投入"],
    ["a year-end summary", yearEnd, "/办学成效和服务能力/人才培养质量/整体就业率/本年"],
  ])("looks at %s", async (_, base, pointer) => {
    expect(await decide("unit-slip", base({ [pointer]: 0.5 }))).toEqual([`warning ${pointer}`]);
  });
});

const MAJORS = `${SHARED}/共建专业`;
const HOURS = `${SHARED}/师资共建共享/企业兼职教师`;
const PRACTICE = `${SHARED}/师资共建共享/教师企业实践`;
table("year-jump", application, [
  ["ten times as many", { [MAJORS]: { 2022: 10, 2023: 100 } }, []],
  ["one more", { [MAJORS]: { 2022: 10, 2023: 101 } }, [`warning ${MAJORS}/2023`]],
  ["a tenth", { [MAJORS]: { 2022: 100, 2023: 10 } }, []],
  ["one less", { [MAJORS]: { 2022: 100, 2023: 9 } }, [`warning ${MAJORS}/2023`]],
  ["ten times a binary fraction", { [PRACTICE]: { 2022: 0.47, 2023: 4.7 } }, []],
  ["a hundredth more", { [PRACTICE]: { 2022: 0.47, 2023: 4.71 } }, [`warning ${PRACTICE}/2023`]],
  ["a hundredth less than a tenth", { [PRACTICE]: { 2022: 4.7, 2023: 0.46 } }, [`warning ${PRACTICE}/2023`]],
  ["nothing the year before", { [MAJORS]: { 2022: 0, 2023: 100 } }, []],
  ["nothing this year", { [MAJORS]: { 2022: 100, 2023: 0 } }, []],
  ["no year before", { [MAJORS]: { 2023: 100 } }, []],
  ["not this year", { [MAJORS]: { 2022: 100 } }, []],
  ["no figure the year before", { [MAJORS]: { 2022: "1", 2023: 100 } }, []],
  ["no figure this year", { [MAJORS]: { 2022: 1, 2023: "一百" } }, []],
  ["a nested figure, just above ten times", { [`${HOURS}/2023/课时数`]: 168_001 }, [`warning ${HOURS}/2023/课时数`]],
  ["a nested figure, exactly ten times", { [`${HOURS}/2023/课时数`]: 168_000 }, []],
  ["funds by other years", { "/联合体概况/运行经费": { 2023: 1860.5, 2024: 2600, 2025: 30_000 } }, []],
  ["a telephone number, which is above its range", { [`${MAJORS}/2023`]: PHONE }, []],
  ["a figure below its range, which is reported", { [MAJORS]: { 2022: 18, 2023: -2 } }, []],
  ["one the year before", { [MAJORS]: { 2022: -200, 2023: 2 } }, []],
  [
    "a percentage above its range, which is reported",
    { "/办学成效和服务能力/人才培养质量/整体就业率": { 2022: 9, 2023: 932 } },
    [],
  ],
]);

describe("year-jump", () => {
  it.each([
    ["a half-year summary", halfYear],
    ["a year-end summary", yearEnd],
  ])("compares 上年 and 本年 in %s", async (_, base) => {
    expect(await decide("year-jump", base({ [MAJORS]: { 上年: 10, 本年: 100 } }))).toEqual([]);
    expect(await decide("year-jump", base({ [MAJORS]: { 上年: 10, 本年: 101 } }))).toEqual([`warning ${MAJORS}/本年`]);
  });

  it("says which way", async () => {
    const words = async (given: Data) =>
      (await reportOn(given)).diagnostics.map(({ message }) => /倍以上|不到/u.exec(message)?.[0]);
    expect(await words(application({ [MAJORS]: { 2022: 1, 2023: 100 } }))).toEqual(["倍以上"]);
    expect(await words(application({ [MAJORS]: { 2022: 100, 2023: 1 } }))).toEqual(["不到"]);
  });
});

const MEMBERS = "/联合体概况/成员";
table("students-only-for-schools", application, [
  ["an enterprise", { [`${MEMBERS}/企业/在校生数`]: 5 }, [`error ${MEMBERS}/企业/在校生数 key`]],
  ["none of an enterprise, but written", { [`${MEMBERS}/企业/在校生数`]: 0 }, [`error ${MEMBERS}/企业/在校生数 key`]],
  ["of another type", { [`${MEMBERS}/企业/在校生数`]: "无" }, [`error ${MEMBERS}/企业/在校生数 key`]],
  ["left empty", { [`${MEMBERS}/企业/在校生数`]: null }, []],
  ["a department", { [`${MEMBERS}/政府部门/在校生数`]: 5 }, [`error ${MEMBERS}/政府部门/在校生数 key`]],
  ["an institute", { [`${MEMBERS}/科研机构/在校生数`]: 5 }, [`error ${MEMBERS}/科研机构/在校生数 key`]],
  ["a school", { [`${MEMBERS}/中职学校/在校生数`]: 1 }, []],
  ["a college", { [`${MEMBERS}/高职院校/在校生数`]: 1 }, []],
  ["a university", { [`${MEMBERS}/普通本科学校/在校生数`]: 1 }, []],
]);
