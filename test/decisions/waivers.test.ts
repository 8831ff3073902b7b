import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { today } from "../support/check.js";
import { application, type Data, decision, reportOn } from "./decide.js";

const TOTAL = "/联合体概况/秘书处/人员总数";
const FOUND = `甲 headcount-adds-up error ${TOTAL}`;
const [YESTERDAY, TOMORROW] = ["2024-02-25", "2024-02-27"];

/** A document with one finding. */
const wrong = application({ [TOTAL]: 9, "/联合体概况/秘书处/人员姓名/8": "某某某" });

/** A waiver for it, with some of it changed. */
const waiver = (changes: Data = {}): Data => ({
  规则: "headcount-adds-up",
  文件: "甲",
  位置: TOTAL,
  理由: "正在核实",
  批准人: "某处",
  有效期至: "2024-12-31",
  ...changes,
});

/** What is decided of documents and waivers together: `file check severity pointer`, and how many findings are waived. */
async function decided(given: Data | Data[], waivers: unknown, nameOf = (file: string) => file) {
  const text = typeof waivers === "string" ? waivers : stringify(waivers);
  const report = await reportOn(given, { waivers: { file: "豁免", text, nameOf } });
  return {
    found: report.diagnostics.map(
      (each) => `${each.file} ${each.ruleId} ${decision({ ...each, related: [] }, report)}`,
    ),
    waived: report.waived ?? 0,
  };
}

const EXPIRED = "豁免 waiver/expired warning /0/有效期至";
const UNUSED = "豁免 waiver/unused warning /0/位置";
const invalid = (pointer = "/0") => `豁免 waiver/invalid error ${pointer}`;

it("the document has that finding and no other", async () => {
  expect(await decided(wrong, [])).toEqual({ found: [FOUND], waived: 0 });
});

describe("a waiver", () => {
  it.each<[string, Data, string[], number]>([
    ["lasts", {}, [], 1],
    ["lasts until tomorrow", { 有效期至: TOMORROW }, [], 1],
    ["lasts all of its last day", { 有效期至: today }, [], 1],
    ["has ended the day after", { 有效期至: YESTERDAY }, [FOUND, EXPIRED], 0],
    ["has ended a year ago", { 有效期至: "2023-12-31" }, [FOUND, EXPIRED], 0],
    ["is for another rule", { 规则: "funding-adds-up" }, [FOUND, UNUSED], 0],
    ["is for another place", { 位置: "/联合体概况/秘书处/专职人数" }, [FOUND, UNUSED], 0],
    ["is for what holds the place", { 位置: "/联合体概况/秘书处" }, [FOUND, UNUSED], 0],
    ["is for the whole document", { 位置: "" }, [FOUND, UNUSED], 0],
    ["is for a file that was not checked", { 文件: "乙" }, [FOUND], 0],
    ["has ended, for another place", { 有效期至: YESTERDAY, 位置: "/建设规划" }, [FOUND, UNUSED], 0],
    ["has ended, for a file that was not checked", { 有效期至: YESTERDAY, 文件: "乙" }, [FOUND], 0],
    ["names its file from its folder", { 文件: "./甲" }, [], 1],
    ["names it with a character that nobody sees", { 文件: "甲\u200b" }, [], 1],
    ["names the rule with one", { 规则: "headcount\u00ad-adds-up" }, [], 1],
    ["names it with the other stroke", { 文件: ".\\甲" }, [], 1],
    [
      "has spaces around",
      { 规则: " headcount-adds-up ", 文件: " 甲 ", 位置: ` ${TOTAL} `, 有效期至: ` ${TOMORROW} ` },
      [],
      1,
    ],
  ])("%s", async (_, changes, found, waived) => {
    expect(await decided(wrong, [waiver(changes)])).toEqual({ found, waived });
  });

  it.each<[string, Data[], string[], number]>([
    ["an ended one and its renewal", [{ 有效期至: YESTERDAY }, { 有效期至: TOMORROW }], [], 1],
    ["a renewal and the ended one", [{ 有效期至: TOMORROW }, { 有效期至: YESTERDAY }], [], 1],
    ["two that last", [{ 有效期至: TOMORROW }, {}], [], 1],
    ["three, of which one lasts", [{ 有效期至: "2023-01-01" }, { 有效期至: TOMORROW }, { 有效期至: YESTERDAY }], [], 1],
    [
      "two ended ones, of which the last is said",
      [{ 有效期至: "2023-01-01" }, { 有效期至: YESTERDAY }],
      [FOUND, "豁免 waiver/expired warning /1/有效期至"],
      0,
    ],
    [
      "an ended one, renewed for another place",
      [{ 有效期至: YESTERDAY }, { 位置: "/建设规划" }],
      [FOUND, EXPIRED, "豁免 waiver/unused warning /1/位置"],
      0,
    ],
  ])("of several for one finding the one that lasts longest counts: %s", async (_, several, found, waived) => {
    expect(await decided(wrong, several.map(waiver))).toEqual({ found, waived });
  });

  it.each<[string, unknown, string[]]>([
    ...["规则", "文件", "位置", "理由", "批准人", "有效期至"].flatMap((key): [string, unknown, string[]][] => [
      [`without ${key}`, [waiver({ [key]: undefined })], [invalid()]],
      [`with a figure for ${key}`, [waiver({ [key]: 5 })], [invalid()]],
    ]),
    ["with spaces for a reason", [waiver({ 理由: "  " })], [invalid()]],
    ["with spaces for a place", [waiver({ 位置: "  " })], [invalid()]],
    ["without two", [waiver({ 理由: undefined, 批准人: "" })], [invalid(), invalid()]],
    ["with one key more", [waiver({ 备注: "某" })], [invalid("/0/备注")]],
    ["with a day that does not exist", [waiver({ 有效期至: "2024-99-99" })], [invalid("/0/有效期至")]],
    ["with a day that is in no such month", [waiver({ 有效期至: "2024-06-31" })], [invalid("/0/有效期至")]],
    ["for a check of the schema", [waiver({ 规则: "schema/type" })], [invalid("/0/规则")]],
    ["for a check of waivers", [waiver({ 规则: "waiver/unused" })], [invalid("/0/规则")]],
    ["for an unknown rule", [waiver({ 规则: "headcount" })], [invalid("/0/规则")]],
    ["until a text", [waiver({ 有效期至: "明年" })], [invalid("/0/有效期至")]],
    ["until a month", [waiver({ 有效期至: "2024-12" })], [invalid("/0/有效期至")]],
    ["until a day without zeros", [waiver({ 有效期至: "2024-3-1" })], [invalid("/0/有效期至")]],
    ["until a day and an hour", [waiver({ 有效期至: "2024-12-31 8:00" })], [invalid("/0/有效期至")]],
    ["wrong twice", [waiver({ 规则: "headcount", 有效期至: "明年" })], [invalid("/0/规则"), invalid("/0/有效期至")]],
    ["that is a text", ["甲"], Array(6).fill(invalid())],
    ["that is nothing", [null], Array(6).fill(invalid())],
    ["that is a list", [[waiver()]], [...Array(6).fill(invalid()), invalid("/0/0")]],
    ["not in a list", waiver(), [invalid("")]],
    ["in a text", "某\n", [invalid("")]],
  ])("%s is none", async (_, waivers, found) => {
    const decisions = await decided(wrong, waivers);
    expect(decisions).toEqual({ found: [FOUND, ...found], waived: 0 });
  });

  it.each([
    ["in an empty file", ""],
    ["in a file of remarks", "# 没有\n"],
    ["in an empty list", "[]\n"],
  ])("%s there is none, and nothing wrong", async (_, text) => {
    expect(await decided(wrong, text)).toEqual({ found: [FOUND], waived: 0 });
  });

  it("in a file that does not parse waives nothing", async () => {
    expect(await decided(wrong, "- {规则: [\n")).toEqual({ found: [FOUND, "豁免 yaml/syntax error "], waived: 0 });
  });

  it("asks whether a rule or a key near is meant", async () => {
    const hints = async (changes: Data) => {
      const text = stringify([waiver(changes)]);
      const report = await reportOn(wrong, { waivers: { file: "豁免", text, nameOf: (file) => file } });
      return report.diagnostics
        .filter(({ file }) => file === "豁免")
        .map(({ hint }) => /“(.+?)”/u.exec(hint ?? "")?.[1]);
    };
    expect(await hints({ 规则: "headcount-add-up" })).toEqual(["headcount-adds-up"]);
    expect(await hints({ 规则: undefined, 规责: "headcount-adds-up" })).toEqual([undefined, "规则"]);
  });
});

describe("several waivers", () => {
  const both = application({ [TOTAL]: 9, "/联合体概况/秘书处/人员姓名/8": "某某某", "/建设规划": "建成5个。" });
  const ofPlan = waiver({ 规则: "pledge-concrete", 位置: "/建设规划" });
  const PLAN = "甲 pledge-concrete warning /建设规划 key";

  it.each<[string, Data[], string[], number]>([
    ["one for each finding", [waiver(), ofPlan], [], 2],
    ["one for one of them", [ofPlan], [FOUND], 1],
    ["one wrong among them", [waiver({ 理由: "" }), ofPlan], [FOUND, invalid()], 1],
    ["one ended among them", [ofPlan, waiver({ 有效期至: YESTERDAY })], [FOUND, EXPIRED.replace("/0", "/1")], 1],
    ["one unused among them", [waiver(), ofPlan, waiver({ 位置: "/特色与创新" })], [UNUSED.replace("/0", "/2")], 2],
    ["the same twice", [waiver(), waiver(), ofPlan], [UNUSED.replace("/0", "/1")], 2],
    [
      "the rules changed round",
      [waiver({ 位置: "/建设规划" }), waiver({ 规则: "pledge-concrete" })],
      [FOUND, PLAN, UNUSED, UNUSED.replace("/0", "/1")],
      0,
    ],
  ])("%s", async (_, waivers, found, waived) => {
    expect(await decided(both, waivers)).toEqual({ found, waived });
  });

  it("one takes all that a rule finds in one place", async () => {
    const LARGE = "/办学成效和服务能力/企业情况/规模以上企业数";
    const twice = application({ [LARGE]: 1781 });
    const one = waiver({ 规则: "enterprise-scale-plausible", 位置: LARGE });
    expect(await decided(twice, [one])).toEqual({ found: [], waived: 2 });
    expect((await decided(twice, [{ ...one, 有效期至: YESTERDAY }])).found).toHaveLength(3);
  });
});

describe("several files", () => {
  it.each<[string, Data, string[], number]>([
    ["the finding of one of them", {}, [`乙 headcount-adds-up error ${TOTAL}`], 1],
    ["the finding of the other", { 文件: "乙" }, [FOUND], 1],
    [
      "a rule that compares them",
      { 规则: "same-name", 文件: "乙", 位置: "/联合体名称" },
      [FOUND, `乙 headcount-adds-up error ${TOTAL}`],
      1,
    ],
  ])("a waiver takes %s", async (_, changes, found, waived) => {
    const decisions = await decided([wrong, wrong], [waiver(changes)]);
    const others = decisions.found.filter((each) => !/ (?:same-name|one-per-park|shared-lead) /u.test(each));
    expect({ ...decisions, found: others }).toEqual({ found, waived });
    const comparing = decisions.found.length - others.length;
    expect(comparing).toBe(changes["规则"] === "same-name" ? 3 : 4);
  });

  it("are named as the file of waivers names them", async () => {
    const below = (file: string) => `市州/${file}`;
    expect(await decided(wrong, [waiver({ 文件: "市州/甲" })], below)).toEqual({ found: [], waived: 1 });
    expect(await decided(wrong, [waiver({ 文件: "市州\\甲" })], below)).toEqual({ found: [], waived: 1 });
    expect(await decided(wrong, [waiver()], below)).toEqual({ found: [FOUND], waived: 0 });
    const unused = waiver({ 文件: "市州/甲", 位置: "/建设规划" });
    expect(await decided(wrong, [unused], below)).toEqual({ found: [FOUND, UNUSED], waived: 0 });
  });
});
