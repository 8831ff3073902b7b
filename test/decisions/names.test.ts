import { describe, expect, it } from "vitest";
import { checkTexts } from "../support/check.js";
import { application, type Data, decide, halfYear, plan, reportOn, table, yearEnd } from "./decide.js";

const MEMBERS = "/联合体概况/成员";
const FIRMS = `${MEMBERS}/企业/单位`;
const SCHOOL = "云麓智造职业技术学院";
const DRAFT = { draft: true };

const NOT_LISTED = ["warning /牵头学校/0 unfilled"];
table("leads-are-members", application, [
  ["a school that is no member", { "/牵头学校": "某某学院" }, NOT_LISTED],
  ["an enterprise that is no member", { "/牵头企业": "某某公司" }, ["warning /牵头企业/0 unfilled"]],
  ["one of two", { "/牵头学校": [SCHOOL, "某某学院"] }, ["warning /牵头学校/1 unfilled"]],
  ["two", { "/牵头学校": ["甲学院", "乙学院"] }, [...NOT_LISTED, "warning /牵头学校/1 unfilled"]],
  ["another spelling", { "/牵头学校": "云麓智造 职业技术学院" }, []],
  ["with quotes, in a list", { "/牵头学校": ["“云麓智造”职业技术学院"] }, []],
  ["full width where the member is not", { "/牵头企业": "ＡＢ公司", [`${FIRMS}/0`]: "ab公司" }, []],
  ["half width where the member is not", { "/牵头企业": "ab公司", [`${FIRMS}/0`]: "ＡＢ 公司" }, []],
  ["a member of another kind", { "/牵头学校": "湖南麓汐液压科技有限公司" }, []],
  ["the last member", { "/牵头企业": "麓汐工程机械检测技术研究所" }, []],
  ["a name that begins like a member's", { "/牵头学校": "云麓智造职业技术" }, NOT_LISTED],
  ["no lead", { "/牵头学校": undefined }, []],
  ["a lead that is no name", { "/牵头学校": { 甲: "乙" } }, []],
  ["no members yet", { [MEMBERS]: undefined, "/牵头学校": "某某学院" }, []],
  ["members that cannot be read", { [MEMBERS]: "见附表", "/牵头学校": "某某学院" }, []],
  ["members of a kind that cannot be read", { [`${MEMBERS}/企业`]: "单位：甲公司", "/牵头企业": "某某公司" }, []],
  ["members that are not one each", { [`${MEMBERS}/企业`]: "甲甲甲公司 乙乙乙公司", "/牵头企业": "某某公司" }, []],
  ["a lead that is not one name", { "/牵头企业": "甲甲甲公司 乙乙乙公司" }, []],
  ["members left empty", { [MEMBERS]: {}, "/牵头学校": "某某学院" }, []],
  ["members of one kind", { [MEMBERS]: { 政府部门: ["某局"] } }, [...NOT_LISTED, "warning /牵头企业/0 unfilled"]],
]);

const KINDS = ["中职学校", "高职院校", "普通本科学校", "政府部门", "企业", "科研机构"];
const INCOMPLETE = [`warning ${MEMBERS} key unfilled`];
table("members-complete", application, [
  ...KINDS.map((kind): [string, Data, string[]] => [`no ${kind}`, { [`${MEMBERS}/${kind}`]: undefined }, INCOMPLETE]),
  ["two kinds missing", { [`${MEMBERS}/企业`]: undefined, [`${MEMBERS}/科研机构`]: undefined }, INCOMPLETE],
  ["a kind left empty", { [`${MEMBERS}/企业`]: [] }, INCOMPLETE],
  ["a kind in one line", { [`${MEMBERS}/企业`]: "某公司" }, []],
  ["no members yet", { [MEMBERS]: undefined }, []],
  ["members that cannot be read", { [MEMBERS]: "见附表" }, []],
]);

it("a draft may lack members, of each kind and as leads", async () => {
  const lacking = application({ "/牵头学校": "某某学院", [`${MEMBERS}/企业`]: undefined });
  expect((await reportOn(lacking, DRAFT)).diagnostics).toEqual([]);
  expect(await decide("leads-are-members", lacking)).toHaveLength(2);
});

it("members-complete names the kinds that are missing", async () => {
  const { diagnostics } = await reportOn(application({ [`${MEMBERS}/中职学校`]: undefined, [`${MEMBERS}/企业`]: [] }));
  const [found] = diagnostics.filter(({ ruleId }) => ruleId === "members-complete");
  expect(KINDS.filter((kind) => found?.message.includes(`「${kind}」`))).toEqual(["中职学校", "企业"]);
});

describe("one-name-each", () => {
  const [NUMBER, SEVERAL, ALL, NONE] = ["不编号", "顿号", "列全", "没有就不写"];
  const [PHONE, COLON, PAIRS] = ["不写电话", "冒号", "成对"];

  it.each([
    ["-甲乙丙公司", undefined],
    ["－甲乙丙公司", undefined],
    ["—甲乙丙公司", undefined],
    ["·甲乙丙公司", undefined],
    ["* 甲乙丙公司", undefined],
    ["甲乙丙-丁公司", undefined],
    ["1、甲乙丙公司", undefined],
    ["12.甲乙丙公司", undefined],
    ["1．甲乙丙公司", undefined],
    ["(3)甲乙丙公司", undefined],
    ["（3）甲乙丙公司", undefined],
    ["3)甲乙丙公司", undefined],
    ["123、甲乙丙公司", undefined],
    ["1 甲乙丙公司", NUMBER],
    ["12", NUMBER],
    ["58.com公司", undefined],
    ["1.5级公司", undefined],
    ["3M公司", undefined],
    ["58同城公司", undefined],
    ["甲乙丙公司\n丁戊己公司", undefined],
    ["甲乙丙 丁戊己", SEVERAL],
    ["甲乙丙　丁戊己", SEVERAL],
    ["甲乙丙\t丁戊己", SEVERAL],
    ["甲乙丙  丁戊己", SEVERAL],
    ["甲乙丙- 丁戊己", SEVERAL],
    ["甲乙丙 - 丁戊己", SEVERAL],
    ["甲乙丙—丁戊己", undefined],
    ["甲乙 丁戊己", undefined],
    ["甲乙丙(常德) 有限公司", undefined],
    ["甲乙丙公司 （长沙分公司）", undefined],
    ["甲乙丙公司 13900000001", PHONE],
    ["甲乙丙公司0731-55500001", PHONE],
    ["甲乙丙公司１３９ ００００ ０００１", PHONE],
    ["甲乙丙第5719工厂", undefined],
    ["单位：甲乙丙公司", COLON],
    ["甲乙丙公司（长沙", PAIRS],
    ["甲乙丙公司(长沙）", undefined],
    ["“甲乙丙公司", PAIRS],
    ["“甲乙”丙公司", undefined],
    ["甲乙丙 丁戊", undefined],
    ["ABC 甲乙丙公司", undefined],
    ["甲乙丙公司等", ALL],
    ["甲乙丙公司等14家", ALL],
    ["甲乙丙公司等14家企业", ALL],
    ["甲乙丙公司等十四家企业", ALL],
    ["甲乙丙公司等 3 个", ALL],
    ["甲乙丙大学等三所学校", ALL],
    ["甲乙丙公司等级评定中心", undefined],
    ["甲高等", undefined],
    ["甲乙丙等学校", undefined],
    ["甲乙中等专业学校", undefined],
    ["无", NONE],
    ["没有", NONE],
    ["暂无", NONE],
    ["略", NONE],
    ["待定", NONE],
    ["无锡公司", undefined],
    ["华为", undefined],
  ])("%j", async (typed, hint) => {
    const { diagnostics } = await reportOn(application({ [`${FIRMS}/5`]: typed }));
    const found = diagnostics.filter(({ ruleId }) => ruleId === "one-name-each");
    expect(found.map(({ severity, pointer }) => [severity, pointer])).toEqual(hint ? [["error", `${FIRMS}/5`]] : []);
    if (hint) expect(found[0]?.hint).toContain(hint);
  });

  const NAMES = "/联合体概况/秘书处/人员姓名";
  it.each([
    ["of parks", application({ "/依托园区": ["长沙云麓湾高新技术产业开发区", "无"] }), ["error /依托园区/1"]],
    ["of people", application({ [`${NAMES}/3`]: "无" }), [`error ${NAMES}/3`]],
    ["of leads", application({ "/牵头学校": "某某学院等" }), ["error /牵头学校/0"]],
    [
      "in one list and in another",
      application({ "/牵头学校": "无", "/牵头企业": "无" }),
      ["error /牵头学校/0", "error /牵头企业/0"],
    ],
    ["twice in a list", application({ [FIRMS]: ["甲公司", "无", "无"] }), [`error ${FIRMS}/1`, `error ${FIRMS}/2`]],
    ["in an entry of a list", plan({ "/任务/1/责任单位": ["甲学院", "乙乙乙公司等"] }), ["error /任务/1/责任单位/1"]],
    ["a text that is no list of names", application({ "/联合体概况/秘书处/所在单位": "无" }), []],
    ["figures", application({ [FIRMS]: [1, 2] }), [`error ${FIRMS}/0`, `error ${FIRMS}/1`]],
    ["a half-year summary", halfYear({ "/牵头企业": "略" }), ["error /牵头企业/0"]],
    ["a year-end summary", yearEnd({ "/牵头企业": "略" }), ["error /牵头企业/0"]],
  ])("%s", async (_, given, decisions) => {
    expect(await decide("one-name-each", given)).toEqual(decisions);
  });
});

describe("one-name-each among people", () => {
  const NAMES = "/联合体概况/秘书处/人员姓名";
  it.each([
    ["李 敏", true],
    ["王  强", true],
    ["周　明", true],
    ["程 若溪", true],
    ["王 小 明", true],
    ["欧阳 若溪", true],
    ["欧阳若溪", true],
    ["阿卜杜拉·买买提", true],
    ["阿卜杜拉 · 买买提", true],
    ["苏景行（主任）", true],
    ["张三 李四", false],
    ["张三\t李四", false],
    ["张三- 李四", false],
    ["张三 李四光", false],
    ["苏景行 李敏", false],
    ["李 敏 王 强", false],
    ["苏景行 主任", false],
    ["苏景行13900000001", false],
    ["苏景行 0731-55500001", false],
  ])("%j: one name, or asked about: %s", async (typed, isOne) => {
    const { diagnostics } = await reportOn(application({ [`${NAMES}/5`]: typed }));
    const names = diagnostics.filter(({ pointer }) => pointer.startsWith(NAMES));
    // whether the number of names agrees is not known, so nothing is said of it
    expect(names.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`)).toEqual(
      isOne ? [] : [`one-name-each ${NAMES}/5`],
    );
    const said = diagnostics.map(({ message, hint }) => `${message}${hint}`).join();
    expect(said).not.toMatch(/苏景行|张三|1390000|5550000/u);
  });
});

describe("one-or-two-names", () => {
  const STAFF = "/联合体概况/秘书处/人员姓名";
  it.each([
    // both parts end like names
    [FIRMS, "甲公司和乙公司", "和"],
    [FIRMS, "甲学校与乙学院", "与"],
    [FIRMS, "教育局及财政局", "及"],
    [FIRMS, "甲公司以及乙公司", "以及"],
    [FIRMS, "甲公司+乙公司", "+"],
    [FIRMS, "甲公司 ＆ 乙公司", "＆"],
    [FIRMS, "甲公司&乙公司", "&"],
    [FIRMS, "甲局 财政局", "空格"],
    [FIRMS, "甲局\t财政局", "空格"],
    [FIRMS, "甲（集团）和乙公司（长沙）", "和"],
    [FIRMS, "甲和乙公司和丙公司", "和"],
    ["/依托园区", "长沙甲高新区和长沙乙经开区", "和"],
    // a stroke needs no endings
    [FIRMS, "甲甲/乙乙", "/"],
    [FIRMS, "甲甲厂／乙乙厂", "／"],
    [FIRMS, "甲甲厂|乙乙厂", "|"],
    [STAFF, "苏景行和程若溪", "和"],
    [STAFF, "苏景行/李敏", "/"],
    [STAFF, "李敏/王强", "/"],
    // one name
    [FIRMS, "湖南省人力资源和社会保障厅", undefined],
    [FIRMS, "某某区发展和改革局", undefined],
    [FIRMS, "某某区工业和信息化局", undefined],
    [FIRMS, "某某区住房和城乡建设局", undefined],
    [FIRMS, "某某区文化旅游广电和体育局", undefined],
    [FIRMS, "甲与乙科技有限公司", undefined],
    [FIRMS, "和记黄埔公司", undefined],
    [FIRMS, "永和公司", undefined],
    [FIRMS, "甲公司（学校和企业）", undefined],
    [FIRMS, "互联网+学院", undefined],
    [FIRMS, "H&M公司", undefined],
    [FIRMS, "A/B公司", undefined],
    [FIRMS, "ABC 公司", undefined],
    [FIRMS, "甲公司 分部", undefined],
    [STAFF, "王和平", undefined],
    [STAFF, "欧阳和平", undefined],
    [STAFF, "李 敏", undefined],
    [STAFF, "程 若溪", undefined],
    [STAFF, "上官与同", undefined],
  ])("%s %j: what stands between is %s", async (list, typed, joint) => {
    const report = await reportOn(application({ [`${list}/0`.replace("园区/0", "园区")]: typed }));
    const found = report.diagnostics.filter(({ ruleId }) => /^one-/u.test(ruleId));
    expect(found.map(({ ruleId, severity, pointer }) => `${ruleId} ${severity} ${pointer}`)).toEqual(
      joint === undefined ? [] : [`one-or-two-names warning ${list}/0`],
    );
    if (joint !== undefined) expect(found[0]?.hint).toContain(joint);
    if (list === STAFF) expect(found.map(({ message }) => message).join()).not.toContain(typed);
  });

  it.each([
    ["有限公司", true],
    ["股份有限公司", true],
    ["有限责任公司", true],
    ["公司", true],
    ["学院", true],
    ["甲公司", false],
    ["国资委", false],
    ["财政局", false],
  ])("%s is half a name: %s", async (typed, isHalf) => {
    expect(await decide("one-or-two-names", application({ [`${FIRMS}/3`]: typed }))).toEqual(
      isHalf ? [`warning ${FIRMS}/3`] : [],
    );
  });

  it("asks in the other kinds of document too", async () => {
    for (const base of [plan, halfYear, yearEnd])
      expect(await decide("one-or-two-names", base({ "/牵头企业": "甲公司和乙公司" }))).toEqual([
        "warning /牵头企业/0",
      ]);
  });
});

it("names with a telephone number behind them are quoted without it", async () => {
  const typed = "某某某某学院 13900000001";
  const { diagnostics } = await reportOn([
    application({ "/牵头学校": [typed, typed], "/依托园区": [typed, typed] }),
    application({ "/牵头学校": typed, "/依托园区": typed }),
  ]);
  const said = diagnostics.flatMap(({ message, hint = "", related }) => [
    message,
    hint,
    ...related.map((place) => place.message),
  ]);
  const quoting = new Set(
    diagnostics.filter(({ message }) => message.includes("某某某某学院")).map(({ ruleId }) => ruleId),
  );
  expect([...quoting].sort()).toEqual(["duplicate-member", "one-name-each", "one-per-park", "shared-lead"]);
  expect(said.join("\n")).not.toContain("13900000001");
});

const FIRM = "湖南麓汐液压科技有限公司";
table("duplicate-member", application, [
  ["the next entry", { [`${FIRMS}/2`]: FIRM }, [`error ${FIRMS}/2 → 甲 ${FIRM}`]],
  ["a later entry", { [`${FIRMS}/14`]: FIRM }, [`error ${FIRMS}/14 → 甲 ${FIRM}`]],
  ["another spelling", { [`${FIRMS}/14`]: "“湖南 麓汐” 液压科技有限公司" }, [`error ${FIRMS}/14 → 甲 ${FIRM}`]],
  [
    "brackets of another width",
    { [FIRMS]: ["甲（长沙）公司", "甲(长沙)公司"] },
    [`error ${FIRMS}/1 → 甲 甲（长沙）公司`],
  ],
  [
    "three times: both name the first",
    { [FIRMS]: ["甲公司", "甲 公司", "“甲公司”"] },
    [`error ${FIRMS}/1 → 甲 甲公司`, `error ${FIRMS}/2 → 甲 甲公司`],
  ],
  ["in another list", { [`${MEMBERS}/科研机构/单位/0`]: FIRM }, []],
  ["a lead and a member", { "/牵头企业": FIRM }, []],
  ["leads", { "/牵头企业": ["甲公司", "甲公司"] }, ["error /牵头企业/1 → 甲 甲公司"]],
  ["parks", { "/依托园区": ["甲园区", "甲园区"] }, ["error /依托园区/1 → 甲 甲园区"]],
  ["two people of the same name", { "/联合体概况/秘书处/人员姓名/7": "苏景行" }, []],
  ["a name within another", { [FIRMS]: ["甲公司", "甲公司长沙分公司"] }, []],
  ["figures", { [FIRMS]: [1, 1] }, [`error ${FIRMS}/1 key → 甲 1`]],
]);

describe("duplicate-member", () => {
  const UNITS = "/任务/0/责任单位";
  it.each([
    ["in an entry of a list", plan({ [UNITS]: ["甲学院", "甲学院"] }), [`error ${UNITS}/1 → 甲 甲学院`]],
    ["in two entries", plan({ [UNITS]: ["甲学院"], "/任务/1/责任单位": ["甲学院"] }), []],
    ["a half-year summary", halfYear({ "/依托园区": ["甲园", "甲园"] }), ["error /依托园区/1 → 甲 甲园"]],
  ])("%s", async (_, given, decisions) => {
    expect(await decide("duplicate-member", given)).toEqual(decisions);
    expect(await decide("duplicate-member", given, DRAFT)).toEqual(decisions);
  });
});

const named = (name: unknown, changes: Data = {}) => application({ "/联合体名称": name, ...changes });

describe("same-name", () => {
  it.each<[string, Data[], string[]]>([
    ["alike", [named("甲联合体"), named("甲联合体")], ["乙 error /联合体名称 → 甲 甲联合体"]],
    [
      "another spelling",
      [named("甲(长沙)联合体"), named("甲（长沙） 联合体")],
      ["乙 error /联合体名称 → 甲 甲(长沙)联合体"],
    ],
    ["unlike", [named("甲联合体"), named("乙联合体")], []],
    ["one without", [named(undefined), named("甲联合体")], []],
    ["both without", [named(undefined), named(undefined)], []],
    ["both left empty", [named(""), named("")], []],
    ["both with a list", [named(["甲"]), named(["甲"])], []],
    [
      "three alike",
      [named("甲联合体"), named("甲联合体"), named("甲联合体")],
      ["乙 error /联合体名称 → 甲 甲联合体", "丙 error /联合体名称 → 甲 甲联合体"],
    ],
    ["two of three", [named("甲联合体"), named("乙联合体"), named("乙联合体")], ["丙 error /联合体名称 → 乙 乙联合体"]],
    ["an application and a plan", [named(plan()["联合体名称"]), plan()], []],
  ])("%s", async (_, given, decisions) => {
    expect(await decide("same-name", given)).toEqual(decisions);
    expect(await decide("same-name", given, DRAFT)).toEqual(decisions);
  });
});

describe("shared-lead", () => {
  const led = (schools: unknown, enterprises: unknown = "甲公司", name = "甲联合体") =>
    named(name, { "/牵头学校": schools, "/牵头企业": enterprises });

  it.each<[string, Data[], string[]]>([
    ["a school", [led("甲学院"), led("甲学院", "乙公司")], ["乙 warning /牵头学校/0 → 甲 甲学院"]],
    ["an enterprise", [led("甲学院"), led("乙学院")], ["乙 warning /牵头企业/0 → 甲 甲公司"]],
    ["another spelling", [led("ABC学院"), led("ａｂｃ 学院", "乙公司")], ["乙 warning /牵头学校/0 → 甲 ABC学院"]],
    [
      "one of several",
      [led(["甲学院", "乙学院"]), led(["丙学院", "乙学院"], "乙公司")],
      ["乙 warning /牵头学校/1 → 甲 乙学院"],
    ],
    ["none", [led("甲学院"), led("乙学院", "乙公司")], []],
    ["a school here, an enterprise there", [led("甲学院"), led("甲公司", "甲学院")], []],
    ["twice in one", [led(["甲学院", "甲学院"])], []],
    [
      "twice in one, once in another",
      [led(["甲学院", "甲学院"]), led("甲学院", "乙公司")],
      ["乙 warning /牵头学校/0 → 甲 甲学院"],
    ],
    [
      "once in one, twice in another",
      [led("甲学院"), led(["甲学院", "甲 学院"], "乙公司")],
      ["乙 warning /牵头学校/0 → 甲 甲学院", "乙 warning /牵头学校/1 → 甲 甲学院"],
    ],
    [
      "of three",
      [led("甲学院"), led("甲学院", "乙公司"), led("甲学院", "丙公司")],
      ["乙 warning /牵头学校/0 → 甲 甲学院", "丙 warning /牵头学校/0 → 甲 甲学院"],
    ],
    ["an application and a plan", [led(plan()["牵头学校"]), plan()], []],
  ])("%s", async (_, given, decisions) => {
    expect(await decide("shared-lead", given)).toEqual(decisions);
  });
});

describe("agrees-with-roster", () => {
  const HENGYANG = { "/联合体名称": "衡阳市域产教联合体", "/牵头企业": "特变电工衡阳变压器有限公司" };
  const [ONE, TWO] = ["湖南高速铁路职业技术学院", "湖南财经工业职业技术学院"];
  const unlisted = (base: typeof plan, changes: Data = {}) => base({ "/联合体名称": "某某产教联合体", ...changes });
  const UNLISTED = "warning /联合体名称";

  const record = (fields: Data, name = plan()["联合体名称"]): Data => ({
    表单: "hunan-2024/变更记录",
    联合体名称: name,
    变更: [{ 日期: "2025-06-01", 文件: "湘教函〔2025〕1号", ...fields }],
  });

  it.each<[string, Data[], string[]]>([
    ["renamed, says a record", [unlisted(plan), record({ 类型: "更名", 新名称: "某某产教联合体" })], []],
    ["renamed to another", [unlisted(plan), record({ 类型: "更名", 新名称: "另一个产教联合体" })], [`甲 ${UNLISTED}`]],
    [
      "renamed, without a paper",
      [unlisted(plan), record({ 类型: "更名", 新名称: "某某产教联合体", 文件: null })],
      [`甲 ${UNLISTED}`],
    ],
    ["another school, says a record", [plan({ "/牵头学校": "某某学院" }), record({ 类型: "牵头变更" })], []],
    [
      "another school of another, says a record",
      [plan({ "/牵头学校": "某某学院" }), record({ 类型: "牵头变更" }, "衡阳市域产教联合体")],
      ["甲 warning /牵头学校"],
    ],
  ])("%s", async (_, given, decisions) => {
    expect(await decide("agrees-with-roster", given)).toEqual(decisions);
  });

  it.each<[string, Data | Data[], string[]]>([
    ["as published", plan(), []],
    ["another school", plan({ "/牵头学校": "某某学院" }), ["warning /牵头学校"]],
    ["another enterprise", plan({ "/牵头企业": "某某公司" }), ["warning /牵头企业"]],
    ["both", plan({ "/牵头学校": "某某学院", "/牵头企业": "某某公司" }), ["warning /牵头学校", "warning /牵头企业"]],
    ["one school more", plan({ "/牵头学校": ["湖南工业职业技术学院", "某某学院"] }), ["warning /牵头学校"]],
    ["no school", plan({ "/牵头学校": undefined }), []],
    ["a school that is no name", plan({ "/牵头学校": { 甲: "乙" } }), []],
    ["another spelling of the school", plan({ "/牵头学校": "湖南工业 职业技术学院" }), []],
    ["both schools in reverse order", plan({ ...HENGYANG, "/牵头学校": [TWO, ONE] }), []],
    ["the first of two", plan({ ...HENGYANG, "/牵头学校": ONE }), ["warning /牵头学校"]],
    ["the second of two", plan({ ...HENGYANG, "/牵头学校": TWO }), ["warning /牵头学校"]],
    ["a name that is not published", unlisted(plan), [UNLISTED]],
    ["the leads of an unknown name", unlisted(plan, { "/牵头学校": "某某学院" }), [UNLISTED]],
    ["another spelling of the name", plan({ "/联合体名称": "“长沙市”先进制造业产教联合体" }), []],
    ["no name", plan({ "/联合体名称": undefined }), []],
    ["no year", unlisted(plan, { "/年度": undefined }), []],
    ["an application", named("某某产教联合体"), []],
    ["a half-year summary", unlisted(halfYear), [UNLISTED]],
    ["a year-end summary", unlisted(yearEnd), [UNLISTED]],
    ["all filings of a year", [unlisted(plan), unlisted(halfYear), unlisted(yearEnd)], [`甲 ${UNLISTED}`]],
    [
      "all filings of a year in reverse order",
      [unlisted(yearEnd), unlisted(halfYear), unlisted(plan)],
      [`丙 ${UNLISTED}`],
    ],
    ["a half-year and a year-end summary", [unlisted(yearEnd), unlisted(halfYear)], [`乙 ${UNLISTED}`]],
    ["an earlier year's summary", [unlisted(plan, { "/年度": 2026 }), unlisted(yearEnd)], [`乙 ${UNLISTED}`]],
    ["a later year's plan", [unlisted(plan), unlisted(plan, { "/年度": 2026 })], [`甲 ${UNLISTED}`]],
    ["two plans of a year", [unlisted(plan), unlisted(plan)], [`甲 ${UNLISTED}`]],
    [
      "two consortia",
      [unlisted(plan), plan({ "/联合体名称": "另一个产教联合体" })],
      [`甲 ${UNLISTED}`, `乙 ${UNLISTED}`],
    ],
    [
      "one in two spellings",
      [unlisted(plan), unlisted(halfYear, { "/联合体名称": "某某 产教联合体" })],
      [`甲 ${UNLISTED}`],
    ],
    ["an application does not count", [named("某某产教联合体", { "/年度": 2023 }), unlisted(plan)], [`乙 ${UNLISTED}`]],
  ])("%s", async (_, given, decisions) => {
    expect(await decide("agrees-with-roster", given)).toEqual(decisions);
  });

  it.each([
    ["长沙先进制造产教联合体", ["长沙市先进制造业", "长沙智能制造"]],
    ["衡阳产教联合体", ["衡阳市域"]],
    ["另一个完全不同的名字产教联合体", []],
  ])("suggests similar names for %s", async (name, near) => {
    const { diagnostics } = await reportOn(plan({ "/联合体名称": name }));
    const hint = diagnostics.find(({ ruleId }) => ruleId === "agrees-with-roster")?.hint ?? "";
    expect([...hint.matchAll(/“(.+?)产教联合体”/gu)].map(([, each]) => each)).toEqual(near);
  });

  it("says what is published, and at which number", async () => {
    const { diagnostics } = await reportOn(plan({ ...HENGYANG, "/牵头学校": ONE }));
    const said = diagnostics.find(({ ruleId }) => ruleId === "agrees-with-roster")?.message;
    expect(said).toContain(`“${ONE}”`);
    expect(said).toContain(`“${ONE}、${TWO}”`);
    expect(said).toContain("第 6 个");
  });
});

it.each([
  ["联合体名称", "示例市智造产教联合体。"],
  ["联合体名称", "示例市智造产教联合体、"],
])("a name of its own is read without the mark behind it: %s %s", async (key, typed) => {
  const { documents } = await checkTexts({ "a.yaml": `表单: hunan-2024/推荐书\n${key}: ${typed}\n` }, { draft: true });
  expect(documents[0]?.data[key]).toBe("示例市智造产教联合体");
});
