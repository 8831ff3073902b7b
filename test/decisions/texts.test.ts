import { describe, expect, it } from "vitest";
import { rangeOf } from "../support/range-of.js";
import { application, decide, halfYear, plan, reportOn, table, yearEnd } from "./decide.js";

const SHARED = "/办学成效和服务能力/资源共建共享";
const QUALITY = "/办学成效和服务能力/人才培养质量";
const DRAFT = { draft: true };

const PLANNED = "2025年建成5个。";
const full = (words: number) => "字".repeat(words);
table("word-limit", application, [
  ["200 of 200", { "/联合体概况/主导产业/情况": full(200) }, []],
  ["201 of 200", { "/联合体概况/主导产业/情况": full(201) }, ["error /联合体概况/主导产业/情况"]],
  ["500 of 500", { "/联合体概况/支持政策": full(500) }, []],
  ["501 of 500", { "/联合体概况/支持政策": full(501) }, ["error /联合体概况/支持政策"]],
  ["100 of 100", { [`${QUALITY}/职业院校技能大赛获奖情况`]: full(100) }, []],
  ["101 of 100", { [`${QUALITY}/职业院校技能大赛获奖情况`]: full(101) }, [`error ${QUALITY}/职业院校技能大赛获奖情况`]],
  ["100 of 100 of teachers", { [`${SHARED}/教师教学团队获国家级奖励情况`]: full(100) }, []],
  [
    "101 of 100 of teachers",
    { [`${SHARED}/教师教学团队获国家级奖励情况`]: full(101) },
    [`error ${SHARED}/教师教学团队获国家级奖励情况`],
  ],
  ["200 of 200 in a year", { [`${QUALITY}/搭建人才供需信息平台、完善专业动态调整机制情况/2022`]: full(200) }, []],
  [
    "201 of 200 in a year",
    { [`${QUALITY}/搭建人才供需信息平台、完善专业动态调整机制情况/2022`]: full(201) },
    [`error ${QUALITY}/搭建人才供需信息平台、完善专业动态调整机制情况/2022`],
  ],
  ["2000 of 2000", { "/特色与创新": full(2000) }, []],
  ["2001 of 2000", { "/特色与创新": full(2001) }, ["error /特色与创新"]],
  ["1000 of 1000", { "/建设规划": PLANNED + full(1000 - 7) }, []],
  ["1001 of 1000", { "/建设规划": PLANNED + full(1001 - 7) }, ["error /建设规划"]],
  ["Latin words count one each", { "/特色与创新": "word ".repeat(2000) }, []],
  ["one Latin word too many", { "/特色与创新": "word ".repeat(2001) }, ["error /特色与创新"]],
  ["marks of bold do not count", { "/特色与创新": `**${full(1000)}**\n\n**${full(1000)}**` }, []],
  ["with them, one more does", { "/特色与创新": `**${full(1000)}**\n\n**${full(1001)}**` }, ["error /特色与创新"]],
  ["strokes of a table do not count", { "/特色与创新": `|甲|乙|\n|---|---|\n|丙|丁|\n\n${full(1996)}` }, []],
  ["its words do", { "/特色与创新": `|甲|乙|\n|---|---|\n|丙|丁|\n\n${full(1997)}` }, ["error /特色与创新"]],
  [
    "words that only a table parts count each",
    { "/特色与创新": `|a|b|\n|---|---|\n|c|d|\n\n${full(1997)}` },
    ["error /特色与创新"],
  ],
  ["a text without a limit", { "/推荐意见": full(5000) }, []],
  ["no text", { "/特色与创新": undefined }, []],
  ["a list for a text", { "/特色与创新": [full(3000)] }, []],
]);

describe("word-limit", () => {
  it("marks what is over the limit, and says how much", async () => {
    const report = await reportOn(application({ "/特色与创新": `${full(2000)}多出来三` }));
    const [found] = report.diagnostics;
    expect(
      report.texts
        .get("甲")
        ?.slice(found && rangeOf(found).start.offset)
        .startsWith("多出来三\n"),
    ).toBe(true);
    expect(found?.message.match(/\d+/gu)).toEqual(["2004", "2000", "4"]);
    expect(found?.hint?.match(/\d+/gu)).toEqual(["2001"]);
  });

  it.each([
    ["a plan", plan, "/年度目标", 500],
    ["a plan", plan, "/保障措施", 500],
    ["a half-year summary", halfYear, "/工作综述", 1000],
    ["a year-end summary", yearEnd, "/问题与措施", 800],
    ["an entry of a list", yearEnd, "/典型案例/1/做法与成效", 300],
  ])("looks at %s: %o", async (_, base, pointer, limit) => {
    expect(await decide("word-limit", base({ [pointer]: full(limit) }))).toEqual([]);
    expect(await decide("word-limit", base({ [pointer]: full(limit + 1) }))).toEqual([`error ${pointer}`]);
  });
});

describe("pledge-concrete", () => {
  const [NEITHER, NO_YEAR, NO_FIGURE, FINE] = ["年份和数量", "年份", "数量", undefined];

  it.each([
    ["建成产业学院。", NEITHER],
    ["2025年建成产业学院5个。", FINE],
    ["建成产业学院5个。", NO_YEAR],
    ["2025年建成产业学院。", NO_FIGURE],
    ["到 2025 年建成5个。", FINE],
    ["２０２５年建成５个。", FINE],
    ["2024-2025年建成。", NO_FIGURE],
    ["2024—2025年建成。", NO_FIGURE],
    ["2024至2025年建成5个。", FINE],
    ["2024~2026建成5个。", FINE],
    ["2025学年建成5个。", NO_YEAR],
    ["12025年建成5个。", NO_YEAR],
    ["1925年建成5个。", NO_YEAR],
    ["投入2000万元。", NO_YEAR],
    ["二〇二五年建成5个。", FINE],
    ["二五年建成5个。", NO_YEAR],
    ["“十五五”期间建成5个。", FINE],
    ["“十四五”期间建成5个。", FINE],
    ["“十六五”期间建成5个。", FINE],
    ["“十三五”期间建成5个。", NO_YEAR],
    ["三年内建成5个。", FINE],
    ["2年内建成5个。", FINE],
    ["三年建成5个。", NO_YEAR],
    ["今年建成5个。", FINE],
    ["明年建成5个。", FINE],
    ["后年建成5个。", FINE],
    ["去年建成5个。", NO_YEAR],
    ["年底建成5个。", FINE],
    ["2025年6月建成。", NO_FIGURE],
    ["2025年6月18日建成。", NO_FIGURE],
    ["2025年建成第3期。", NO_FIGURE],
    ["1.2025年建成。", NO_FIGURE],
    ["2025年：\n（1）建成。\n2、办成。", NO_FIGURE],
    ["2025年：\n（1）建成5个。", FINE],
    ["2025年达到百分之九十。", FINE],
    ["2025年翻一番。", FINE],
    ["2025年建成三个。", FINE],
    ["2025年建成一个。", NO_FIGURE],
    ["2025年建成十余个。", FINE],
    ["2025年建成千多平方米。", FINE],
    ["2025年开设两门。", FINE],
    ["2025年完成三步。", NO_FIGURE],
  ])("%j lacks %s", async (text, lacking) => {
    const report = await reportOn(application({ "/建设规划": text }));
    const found = report.diagnostics.filter(({ ruleId }) => ruleId === "pledge-concrete");
    expect(found.map(({ message }) => /没有出现(.+)$/u.exec(message)?.[1])).toEqual(lacking ? [lacking] : []);
    if (lacking)
      expect(await decide("pledge-concrete", application({ "/建设规划": text }))).toEqual(["warning /建设规划 key"]);
  });

  it.each([
    ["no text", undefined],
    ["a text left empty", ""],
    ["a list for a text", ["建成"]],
  ])("%s is left to other checks", async (_, value) => {
    expect(await decide("pledge-concrete", application({ "/建设规划": value }))).toEqual([]);
  });
});

const [PROMISE, REASON] = ["/近三年无违法违规", "/情况说明"];
table("integrity-pledge", application, [
  ["not made", { [PROMISE]: undefined }, [`error ${PROMISE} unfilled`]],
  ["left empty", { [PROMISE]: null }, [`error ${PROMISE} key unfilled`]],
  ["not made, but explained", { [PROMISE]: undefined, [REASON]: "某事" }, [`error ${PROMISE} unfilled`]],
  ["made", { [PROMISE]: true }, []],
  ["made, but explained", { [REASON]: "某事" }, [`error ${REASON} key`]],
  ["made, and an explanation left empty", { [REASON]: " " }, []],
  ["refused", { [PROMISE]: false }, [`error ${PROMISE}`]],
  ["refused and explained", { [PROMISE]: false, [REASON]: "某事" }, []],
  ["refused, and an explanation left empty", { [PROMISE]: false, [REASON]: "" }, [`error ${PROMISE}`]],
  ["neither yes nor no", { [PROMISE]: "是" }, []],
  ["neither, but explained", { [PROMISE]: "否", [REASON]: "某事" }, []],
]);

it("integrity-pledge: a draft may leave it open, but not contradict itself", async () => {
  expect(await decide("integrity-pledge", application({ [PROMISE]: undefined }), DRAFT)).toEqual([]);
  expect(await decide("integrity-pledge", application({ [PROMISE]: false }), DRAFT)).toHaveLength(1);
  expect(await decide("integrity-pledge", application({ [REASON]: "某事" }), DRAFT)).toHaveLength(1);
});

describe("evidence-path", () => {
  const [ADDRESS, ABSOLUTE, BACKSLASH, OUTSIDE, FINE] = ["网址", "这台电脑", "反斜杠", "文件夹之外", undefined];

  it.each([
    ["章程.pdf", FINE],
    ["支撑材料/章程.pdf", FINE],
    ["./支撑材料/章程.pdf", FINE],
    ["支撑材料/../章程.pdf", FINE],
    ["支撑材料//../章程.pdf", FINE],
    ["支撑材料/./../章程.pdf", FINE],
    ["..章程.pdf", FINE],
    ["https://example.cn/章程.pdf", ADDRESS],
    ["HTTP://example.cn/章程.pdf", ADDRESS],
    ["file:///c/章程.pdf", ADDRESS],
    ["www.example.cn/章程.pdf", ADDRESS],
    ["wwww章程.pdf", FINE],
    ["见https://example.cn", FINE],
    ["C:\\材料\\章程.pdf", ABSOLUTE],
    ["d:/材料/章程.pdf", ABSOLUTE],
    ["/材料/章程.pdf", ABSOLUTE],
    ["~/材料/章程.pdf", ABSOLUTE],
    ["\\\\电脑\\章程.pdf", ABSOLUTE],
    ["Ｃ：＼章程.pdf", ABSOLUTE],
    ["　/章程.pdf", ABSOLUTE],
    ["支撑材料\\章程.pdf", BACKSLASH],
    ["..\\章程.pdf", BACKSLASH],
    ["../章程.pdf", OUTSIDE],
    ["支撑材料/../../章程.pdf", OUTSIDE],
    ["支撑材料/../..", OUTSIDE],
    ["支撑材料//../../章程.pdf", OUTSIDE],
    ["支撑材料/./../../章程.pdf", OUTSIDE],
    ["c://材料/章程.pdf", ABSOLUTE],
    ["./../章程.pdf", OUTSIDE],
    ["／材料／章程.pdf", ABSOLUTE],
  ])("%j: %s", async (file, what) => {
    const report = await reportOn(application({ "/支撑材料/1.1/1/文件": file }));
    const found = report.diagnostics.filter(({ ruleId }) => ruleId === "evidence-path");
    expect(found.map(({ severity, pointer }) => `${severity} ${pointer}`)).toEqual(
      what ? ["warning /支撑材料/1.1/1/文件"] : [],
    );
    if (what) expect(found[0]?.message).toContain(what);
  });
});

table("evidence-path", application, [
  [
    "two at two points",
    { "/支撑材料/1.1/0/文件": "/甲", "/支撑材料/6.2/0/文件": "/乙" },
    ["warning /支撑材料/1.1/0/文件", "warning /支撑材料/6.2/0/文件"],
  ],
  ["no file", { "/支撑材料/1.1/0": { 名称: "/甲" } }, []],
  ["a name in short", { "/支撑材料/1.1": ["/甲"] }, []],
  ["a file that is no text", { "/支撑材料/1.1/0/文件": 5 }, []],
  ["no list", { "/支撑材料/1.1": "/甲" }, []],
  ["nothing", { "/支撑材料": undefined }, []],
  ["no points", { "/支撑材料": "/甲" }, []],
]);
