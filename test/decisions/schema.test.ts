import { describe, expect, it } from "vitest";
import { checkTexts } from "../support/check.js";
import {
  type Anything,
  application,
  type Changes,
  type Data,
  decideAll,
  halfYear,
  plan,
  reportOn,
  textAt,
  yearEnd,
} from "./decide.js";

const OFFICE = "/联合体概况/秘书处";
const LEADER = "/联合体概况/负责人";
const AREA = `${OFFICE}/固定办公面积`;
const QUALITY = "/办学成效和服务能力/人才培养质量";
const SHARED = "/办学成效和服务能力/资源共建共享";
const MAJORS = `${SHARED}/共建专业`;
const STAFF = "/办学成效和服务能力/企业情况/企业职工总数";
const MONTH = "/联合体概况/成立时间";
const JOBS = `${QUALITY}/整体就业率`;

/** Each row puts one value in one place of a complete document: what is decided of it, and nothing else. */
function values(
  name: string,
  base: (changes: Changes) => Data,
  rows: [pointer: string, value: unknown, decisions: string[]][],
) {
  describe(name, () => {
    it.each(rows)("%s: %j", async (pointer, value, decisions) => {
      expect(await decideAll(base({ [pointer]: value }))).toEqual(decisions);
    });
  });
}

const at = (check: string, pointer: string, more = "") => [`schema/${check} error ${pointer}${more}`];

values("figures", application, [
  [AREA, 0, []],
  [AREA, -0.01, at("range", AREA)],
  [AREA, 0.01, []],
  [AREA, 0.001, at("range", AREA)],
  [AREA, 320.12, []],
  [AREA, 320.125, at("range", AREA)],
  [AREA, "320", at("type", AREA)],
  [AREA, true, at("type", AREA)],
  [AREA, [320], at("type", AREA)],
  [`${MAJORS}/2022`, 17.5, at("type", `${MAJORS}/2022`)],
  [STAFF, -1, at("range", STAFF)],
  [STAFF, 0, []],
  [STAFF, 1_000_000_000, []],
  [STAFF, 13_912_345_678, at("range", STAFF)],
  [AREA, 13_912_345_678, at("range", AREA)],
  [`${JOBS}/2022`, 100, []],
  [`${JOBS}/2022`, 100.01, at("range", `${JOBS}/2022`)],
  [`${JOBS}/2022`, 91.625, at("range", `${JOBS}/2022`)],
  ["/支撑材料/1.1/0/页码", 1, []],
  ["/支撑材料/1.1/0/页码", 0, at("range", "/支撑材料/1.1/0/页码")],
  ["/支撑材料/1.1/0/页码", 1.5, at("type", "/支撑材料/1.1/0/页码")],
  ["/支撑材料/1.1/0/页码", "1-3", []],
]);

values("figures of a plan", plan, [
  ["/任务/0/编号", 0, at("range", "/任务/0/编号")],
  ["/任务/0/量化指标/目标值", 0, []],
  ["/任务/0/量化指标/目标值", -1, at("range", "/任务/0/量化指标/目标值")],
  ["/任务/0/量化指标/目标值", 0.12345, []],
  ["/任务/0/对应指标", 3.1, []],
  ["/任务/0/对应指标", 7, []],
  ["/任务/0/对应指标", [3.1, 4.2], []],
  ["/任务/0/对应指标", "3.1、4.2", []],
  ["/任务/0/对应指标", 3.9, at("enum", "/任务/0/对应指标/0")],
  ["/任务/0/对应指标", [3.1, 3.9], at("enum", "/任务/0/对应指标/1")],
]);

it.each([
  [2023, at("range", "/年度")],
  [2024, []],
  [2099, []],
  [2100, at("range", "/年度")],
  ["2025年", at("type", "/年度")],
])("the year of a plan: %j", async (year, decisions) => {
  const said = await decideAll(plan({ "/年度": year }));
  expect(said.filter((each) => each.startsWith("schema/"))).toEqual(decisions);
});

values("days and months", application, [
  ["/填表日期", "2024-02-02", []],
  ["/填表日期", "2023-02-29", at("format", "/填表日期")],
  ["/填表日期", "2020-02-29", ["filing-date warning /填表日期", `founding-date warning ${MONTH}/时间 → 甲 2020-02-29`]],
  ["/填表日期", "2023-13-01", at("format", "/填表日期")],
  ["/填表日期", "2023-04-31", at("format", "/填表日期")],
  ["/填表日期", "2024-2-2", at("format", "/填表日期")],
  ["/填表日期", "2024-02", at("format", "/填表日期")],
  ["/填表日期", 20240220, at("format", "/填表日期")],
  ["/联合体概况/成立时间", "2023-12", []],
  ["/联合体概况/成立时间", "2023-01-31", []],
  ["/联合体概况/成立时间", "2023-00", at("format", "/联合体概况/成立时间/时间")],
  ["/联合体概况/成立时间", "2023-13", at("format", "/联合体概况/成立时间/时间")],
  ["/联合体概况/成立时间", "2023-12-32", at("format", "/联合体概况/成立时间/时间")],
  ["/联合体概况/成立时间", "2023", at("format", "/联合体概况/成立时间/时间")],
  ["/联合体概况/成立时间", { 拟: true, 时间: "2024-06" }, []],
  ["/联合体概况/成立时间", { 拟: "是", 时间: "2024-06" }, at("type", "/联合体概况/成立时间/拟")],
  ["/联合体概况/成立时间", { 拟: true }, at("required", "/联合体概况/成立时间/时间", " unfilled")],
]);

describe("telephone numbers", () => {
  const [PHONE, WRONG] = [`${LEADER}/联系方式`, at("format", `${LEADER}/联系方式`)];
  it.each<[unknown, string[]]>([
    ["13912345678", []],
    [13912345678, []],
    ["12912345678", WRONG],
    [12912345678, WRONG],
    ["1391234567", WRONG],
    ["139123456789", WRONG],
    ["+86 13912345678", []],
    ["86-13912345678", []],
    ["8613912345678", []],
    ["0731-84720000", []],
    ["0731 84720000", []],
    ["073184720000", []],
    ["010-84720000", []],
    ["0731-8472000", []],
    ["0731-847200", WRONG],
    ["0731-84720000-123", []],
    ["0731-84720000-1234567", WRONG],
    ["84720000", []],
    ["8472000", []],
    ["847200", WRONG],
    ["13912345678（办）", WRONG],
    ["139-1234-5678", []],
    ["138 0073 0001", []],
    ["（0730）8842166", []],
    ["0730－8842166", []],
    ["０７３０－８８４２１６６", []],
    ["0730-8842166转8001", []],
    ["0730-8842166 转 8001", []],
    ["13912345678、0730-8842166", []],
    ["13912345678/13887654321", []],
    ["13912345678、1388765432", WRONG],
    ["13912345678 林", WRONG],
    ["1.39E+10", WRONG],
    ["0x33F5B2A4E", WRONG],
  ])("%j", async (value, decisions) => {
    expect(await decideAll(application({ [PHONE]: value }))).toEqual(decisions);
  });
});

values("lists", application, [
  ["/联合体概况/主导产业/产业", ["B1", "D1"], []],
  ["/联合体概况/主导产业/产业", ["B1", "B1"], at("range", "/联合体概况/主导产业/产业")],
  ["/联合体概况/主导产业/产业", ["B1", "E1"], at("enum", "/联合体概况/主导产业/产业/1")],
  ["/牵头学校", ["", "云麓智造职业技术学院"], at("required", "/牵头学校/0", " unfilled")],
  ["/牵头学校", ["云麓智造职业技术学院", 5], ["one-name-each error /牵头学校/1"]],
  ["/牵头学校", { 甲: 1 }, at("type", "/牵头学校")],
  ["/支撑材料", { "1.5": ["甲"] }, at("unknown-key", "/支撑材料/1.5", " key")],
  ["/支撑材料", { "7": ["甲"] }, []],
  ["/支撑材料", { "1.1": ["甲", { 页码: 3 }] }, at("required", "/支撑材料/1.1/1/名称", " unfilled")],
  ["/支撑材料", { "1.1": "甲" }, at("type", "/支撑材料/1.1")],
]);

values("what is missing", application, [
  ["/联合体名称", undefined, at("required", "/联合体名称", " unfilled")],
  ["/联合体名称", "  ", at("required", "/联合体名称", " key unfilled")],
  ["/牵头学校", "、", at("required", "/牵头学校", " unfilled")],
  ["/推荐意见", undefined, []],
  ["/支撑材料", undefined, []],
  ["/联合体概况/成员", undefined, at("required", "/联合体概况/成员", " unfilled")],
  ["/联合体概况/主导产业/产业", undefined, []],
  ["/近三年无违法违规", undefined, ["integrity-pledge error /近三年无违法违规 unfilled"]],
  [LEADER, {}, at("required", LEADER, " key unfilled")],
  [LEADER, { 姓名: "某某" }, at("required", LEADER, " key unfilled")],
  [LEADER, { 姓名: "某某", 职务: "主任" }, at("required", `${LEADER}/联系方式`, " unfilled")],
  [MAJORS, { 2022: 18 }, at("year", MAJORS, " key unfilled")],
  [MAJORS, { 2022: 18, 2023: "" }, at("year", MAJORS, " key unfilled")],
  [MAJORS, {}, at("required", MAJORS, " key unfilled")],
  ["/联合体概况/运行经费", { 2024: 2600 }, at("year", "/联合体概况/运行经费", " key unfilled")],
]);

it("findings of rules, the schema and the YAML come in the order of the text", async () => {
  const given = { "/建设规划": "建成。", [AREA]: "大", "/推荐市州": "长沙县", "/联合体名称": "“某某联合体”" };
  expect((await decideAll(application(given))).map((each) => each.split(" ")[0])).toEqual([
    "yaml/curly-quotes",
    "schema/enum",
    "schema/type",
    "pledge-concrete",
  ]);
});

it("findings in several files come in the order of the files, also those of rules that compare them", async () => {
  const area = application({ "/依托园区": "长沙甲园乙区" });
  const whole = application({ "/依托园区": "长沙甲园", [AREA]: "大" });
  const { diagnostics } = await reportOn([area, whole]);
  const own = diagnostics.filter(({ ruleId }) => ["park-within-park", "schema/type"].includes(ruleId));
  expect(own.map(({ file, ruleId }) => `${file} ${ruleId}`)).toEqual(["甲 park-within-park", "乙 schema/type"]);
});

describe("what is missing in several places", () => {
  it("is said once for each place, and once where a rule asks for it", async () => {
    const lacking = {
      "/近三年无违法违规": undefined,
      "/推荐市州": undefined,
      [`${OFFICE}/负责人`]: undefined,
      [`${OFFICE}/联系电话`]: undefined,
    };
    expect(await decideAll(application(lacking))).toEqual([
      "integrity-pledge error /近三年无违法违规 unfilled",
      "schema/required error /推荐市州 unfilled",
      `schema/required error ${OFFICE} key unfilled`,
    ]);
    expect(await decideAll(application(lacking), { draft: true })).toEqual([]);
  });

  it("is said although a rule finds something else in the same place", async () => {
    const [LARGE, LIMITED] = ["规模以上企业数", "限额以上企业数"].map((key) => `/办学成效和服务能力/企业情况/${key}`);
    expect(await decideAll(application({ [LARGE as string]: undefined, [LIMITED as string]: 15 }))).toEqual([
      `schema/required error ${LARGE} unfilled`,
      `enterprise-scale-plausible warning ${LIMITED}`,
    ]);
  });

  it("is counted and named", async () => {
    const { diagnostics } = await reportOn(application({ "/牵头学校": undefined, "/牵头企业": undefined }));
    expect(diagnostics.map(({ message }) => message.match(/\d+|「[^」]+」/gu))).toEqual([
      ["2", "「牵头学校」", "「牵头企业」"],
    ]);
  });
});

values("what the form does not have", application, [
  ["/备注", "某", at("unknown-key", "/备注", " key")],
  // it is unknown with no value, too
  ["/备注", null, at("unknown-key", "/备注", " key")],
  ["/备注", "", at("unknown-key", "/备注", " key")],
  ["/备注", [], at("unknown-key", "/备注", " key")],
  [`${LEADER}/手机`, null, at("unknown-key", `${LEADER}/手机`, " key")],
  [`${MAJORS}/2021`, null, at("year", `${MAJORS}/2021`, " key")],
  [`${LEADER}/手机`, "某", at("unknown-key", `${LEADER}/手机`, " key")],
  [`${MAJORS}/2021`, 5, at("year", `${MAJORS}/2021`, " key")],
  [`${MAJORS}/上年`, 5, at("year", `${MAJORS}/上年`, " key")],
  [`${MAJORS}/202`, 5, at("unknown-key", `${MAJORS}/202`, " key")],
  ["/2021", 5, at("unknown-key", "/2021", " key")],
  ["/联合体概况/成员/企业/数量", 14, at("unknown-key", "/联合体概况/成员/企业/数量", " key")],
]);

describe("the hint", () => {
  const hintFor = async (pointer: string, value: unknown, base: (changes: Changes) => Data) =>
    (await reportOn(base({ [pointer]: value }))).diagnostics.find((each) => each.pointer === pointer)?.hint;
  const GRANT = "/联合体概况/经费来源/政府核拨";
  const TARGET = "/任务/0/量化指标/目标值";

  it.each<[string, unknown, RegExp, ((changes: Changes) => Data)?]>([
    [AREA, "约300", /^写准确的数.*只写数字:300,/u],
    [AREA, "三百多", /^写准确的数.*;只写数字,/u],
    [AREA, "300", /^只写数字:300,单位\(m²\)不用写$/u],
    [GRANT, "500万元", /^只写数字:500,/u],
    [GRANT, "1.5亿元", /^换算成万元,只写数字:15000$/u],
    [GRANT, "五百", /^只写数字:500,/u],
    [TARGET, "0.8万", /^只写数字:8000$/u, plan],
    [TARGET, "二百", /^只写数字:200$/u, plan],
    [TARGET, "多", /^写准确的数.*;只写数字$/u, plan],
    [AREA, "大", /^只写数字,/u],
    [AREA, true, /^只写数字,/u],
    [AREA, Number.POSITIVE_INFINITY, /普通的数字/u],
    [STAFF, 1.5, /整数/u],
    [STAFF, Number.POSITIVE_INFINITY, /普通的数字/u],
    ["/近三年无违法违规", "有", /true.*false/u],
    [LEADER, "姓名：某", /冒号用半角/u],
    [LEADER, "某", /姓名、职务、联系方式/u],
    [LEADER, ["某"], /姓名、职务、联系方式/u],
    ["/特色与创新", 5, /写文字/u],
    ["/填表日期", 5, /年-月-日/u],
    ["/特色与创新", ["某"], /^$/u],
    ["/推荐市州", "长沙县", /“长沙市”/u],
    ["/推荐市州", "某", /可以写:长沙市.*湘西土家族苗族自治州$/u],
    ["/联合体概况/成员/企业/数量", 14, /可以写:单位$/u],
    ["/联合体概况/成员/中职学校/数量", 3, /可以写:单位、在校生数$/u],
    [`${LEADER}/手机`, "某", /可以写:姓名、职务、联系方式$/u],
    ["/联合体概况/联合体负责人", "某", /“负责人”/u],
    [
      `${QUALITY}/联合体内普通本科学校招收中高职毕业生和企业一线优秀员工就读本科和专业学位研究生(人数)`,
      5,
      /“普通本科学校招收中高职毕业生和企业员工”/u,
    ],
    [`${MAJORS}/2021`, 1, /只填 2022、2023 年/u],
  ])("for %s: %j", async (pointer, value, hint, base = application) => {
    expect((await hintFor(pointer, value, base)) ?? "").toMatch(hint);
  });
});

values("answers of a half-year summary", halfYear, [
  ["/数据暂定", true, []],
  ["/数据暂定", false, at("enum", "/数据暂定")],
  ["/数据暂定", "是", at("type", "/数据暂定")],
  ["/任务完成情况/0/状态", "完成", at("enum", "/任务完成情况/0/状态")],
]);

values("sections of another type", application, [
  ["/联合体概况/秘书处", "某", at("type", "/联合体概况/秘书处")],
  ["/联合体概况/运行经费", 5, at("type", "/联合体概况/运行经费")],
  ["/特色与创新", 5, ["text/wordless warning /特色与创新"]],
  ["/特色与创新", ["某"], at("type", "/特色与创新")],
  ["/近三年无违法违规", "是", at("type", "/近三年无违法违规")],
]);

describe("short forms and spellings", () => {
  /** What a field holds once it is spelled out. */
  const read = async (pointer: string, typed: unknown, base: (changes: Changes) => Data = application) => {
    const { documents } = await reportOn(base({ [pointer]: typed }));
    return pointer
      .split("/")
      .slice(1)
      .reduce<Anything>((value, key) => value?.[key], documents[0]?.data);
  };

  it.each<[unknown, unknown]>([
    ["甲学院", ["甲学院"]],
    ["甲学院、乙学院", ["甲学院", "乙学院"]],
    ["甲学院；乙学院;丙学院，丁学院", ["甲学院", "乙学院", "丙学院", "丁学院"]],
    ["甲学院\n乙学院", ["甲学院", "乙学院"]],
    ["甲学院,乙学院, 丙学院", ["甲学院", "乙学院", "丙学院"]],
    ["A学院,B学院", ["A学院", "B学院"]],
    ["甲学院,B学院", ["甲学院", "B学院"]],
    ["A,乙学院", ["A", "乙学院"]],
    ["A Co., Ltd., 乙学院", ["A Co., Ltd.", "乙学院"]],
    ["甲学院 乙学院", ["甲学院 乙学院"]],
    ["、甲学院、、乙学院、", ["甲学院", "乙学院"]],
    ["、", []],
    [["甲学院、乙学院"], ["甲学院", "乙学院"]],
    [["甲学院,乙学院"], ["甲学院", "乙学院"]],
    [
      ["甲学院、乙学院", "丙学院"],
      ["甲学院", "乙学院", "丙学院"],
    ],
    [
      ["丙学院", "甲学院、乙学院"],
      ["丙学院", "甲学院", "乙学院"],
    ],
    [["甲学院、"], ["甲学院"]],
    [["甲学院。"], ["甲学院"]],
    [
      ["甲学院", "", "乙学院"],
      ["甲学院", "", "乙学院"],
    ],
    [[" 甲学院　"], ["甲学院"]],
    [
      [" 甲学院", 5],
      ["甲学院", "5"],
    ],
    [[5], ["5"]],
    [5, ["5"]],
    [true, ["true"]],
    [{ 甲: 1 }, { 甲: 1 }],
  ])("names: %j", async (typed, names) => {
    expect(await read("/牵头学校", typed)).toEqual(names);
  });

  it.each<[string, unknown, unknown, ((changes: Changes) => Data)?]>([
    ["/联合体概况/成员/企业", "甲公司、乙公司", { 单位: ["甲公司", "乙公司"] }],
    ["/联合体概况/成员/企业", ["甲公司、乙公司"], { 单位: ["甲公司", "乙公司"] }],
    ["/联合体概况/成员/企业", ["甲公司、乙公司", "丙公司"], { 单位: ["甲公司", "乙公司", "丙公司"] }],
    ["/联合体概况/成员/企业", { 单位: "甲公司" }, { 单位: ["甲公司"] }],
    ["/联合体概况/成员/企业", 5, { 单位: ["5"] }],
    [`${LEADER}/联系方式`, 13912345678, "13912345678"],
    [`${LEADER}/联系方式`, "13912345678", "13912345678"],
    [`${OFFICE}/人员总数`, 8, 8],
    ["/推荐市州", "湘西州", "湘西土家族苗族自治州"],
    ["/推荐市州", " 长沙 ", "长沙市"],
    ["/推荐市州", "toString", "toString"],
    ["/推荐市州", 5, "5"],
    ["/联合体名称", " 甲　", "甲"],
    ["/建设规划", "　　甲 \n\n", "　　甲"],
    ["/支撑材料", { "1.1": ["甲", { 名称: "乙" }] }, { "1.1": [{ 名称: "甲" }, { 名称: "乙" }] }],
    ["/任务/0/对应指标", 3.1, ["3.1"], plan],
    ["/任务/0/对应指标", 7, ["7"], plan],
    ["/任务/0/对应指标", 3.9, ["3.9"], plan],
    ["/任务/0/对应指标", [3.1, "4.2"], ["3.1", "4.2"], plan],
    ["/任务/0/对应指标", [3.9], ["3.9"], plan],
    ["/任务/0/责任单位", ["甲学院、乙学院"], ["甲学院", "乙学院"], plan],
    ["/任务/0/责任单位", ["甲学院、乙学院", "丙学院"], ["甲学院", "乙学院", "丙学院"], plan],
  ])("%s: %j", async (pointer, typed, expected, base = application) => {
    expect(await read(pointer, typed, base)).toEqual(expected);
  });

  it.each<[unknown[], unknown]>([
    [[{}, {}], undefined],
    [[{ 编号: null }], undefined],
    [
      [{}, { 编号: 2 }],
      [{}, { 编号: 2 }],
    ],
    [
      [null, { 编号: 2, 内容: "" }],
      [{}, { 编号: 2 }],
    ],
    [
      [5, { 编号: 2 }],
      [5, { 编号: 2 }],
    ],
  ])("entries of a list that are left empty: %j", async (typed, expected) => {
    expect(await read("/任务", typed, plan)).toEqual(expected);
  });
});

describe("what looks like a table or a picture in a narrative, and is none", () => {
  const marked = async (text: string, field = "建设规划") => {
    const report = await checkTexts(
      { 甲: `表单: hunan-2024/推荐书\n${field}: |\n${text.replace(/^/gmu, "  ")}\n` },
      { draft: true },
    );
    const found = report.diagnostics.filter(({ ruleId }) => ruleId === "text/markup");
    expect(found.every(({ severity, pointer }) => severity === "warning" && pointer === `/${field}`)).toBe(true);
    return found.map((each) => textAt(each, report));
  };

  it.each<[string, string[]]>([
    ["2025年建成5个。", []],
    ["|甲|乙|\n|---|---|\n|丙|丁|", []],
    ["|甲|乙|\n|丙|丁|", ["|甲|乙|"]],
    ["前文\n|甲|乙|\n后文", ["|甲|乙|"]],
    ["｜甲｜乙｜", ["｜甲｜乙｜"]],
    ["|甲|乙", []],
    ["甲|乙|", []],
    ["|", []],
    ["| 甲 |\n|---|", []],
    ["![图](a.png)", []],
    ["！[图](a.png)", []],
    ["**见![图](a.png)**", []],
    ["[图](a.png)", ["[图](a.png)"]],
    ["见[图](a.jpg)。", ["见[图](a.jpg)。"]],
    ["【图】（a.JPEG）", ["【图】（a.JPEG）"]],
    ["[图] (a.png)", ["[图] (a.png)"]],
    ["![图] (a.png)", ["![图] (a.png)"]],
    ["![图] (a.gif)", []],
    ["[图](a.gif)", []],
    ["[文](一.png.pdf)", []],
    ["[图1]、a.png", []],
    ["[图](a.png)\n|甲|乙|", ["[图](a.png)", "|甲|乙|"].reverse()],
  ])("%j", async (text, expected) => {
    const found = await marked(text);
    expect([...found].sort()).toEqual([...expected].sort());
  });

  it("is not looked for in a text without a limit", async () => {
    expect(await marked("|甲|乙|\n|丙|丁|", "推荐意见")).toEqual([]);
  });
});

describe("the clause a finding rests on", () => {
  it.each<[string, Data, string]>([
    [
      "a rule's",
      application({ [`${OFFICE}/人员总数`]: 7, [`${OFFICE}/人员姓名/7`]: undefined }),
      "湘教通〔2024〕23号 附件3 1.联合体概况“人员总数”",
    ],
    ["a field's", application({ [AREA]: "大" }), "湘教通〔2024〕23号 附件3「固定办公面积」"],
    [
      "a limit's",
      application({ "/特色与创新": "字".repeat(2001) }),
      "湘教通〔2024〕23号 附件3「特色与创新(2000字以内)」",
    ],
    [
      "a limit's in a year",
      application({ [`${QUALITY}/搭建人才供需信息平台、完善专业动态调整机制情况/2022`]: "字".repeat(201) }),
      "湘教通〔2024〕23号 附件3「搭建人才供需信息平台,完善职业教育专业动态调整机制情况·2022年（不超过200字）」",
    ],
    ["of another notice", plan({ "/任务/1/编号": 1 }), "湘教通〔2024〕116号 第3条“不能完成年度工作计划”"],
    [
      "of the first notice, in a plan",
      plan({
        "/年度经费/总额": 0.5,
        "/年度经费/来源": { 牵头单位负担: 0.5, 政府核拨: 0, 其他成员负担: 0, 其他途径: 0 },
      }),
      "湘教通〔2024〕23号 附件3 说明一“如实填写，规范严谨”",
    ],
    [
      "of a limit in an entry",
      yearEnd({ "/典型案例/0/做法与成效": "字".repeat(301) }),
      "湘教通〔2024〕116号 第4条「典型案例·第 1 项·做法与成效（不超过300字）」",
    ],
  ])("is %s", async (_, given, clause) => {
    expect((await reportOn(given)).diagnostics.map((each) => each.clause)).toEqual([clause]);
  });

  it("is none where a field is missing from the whole form", async () => {
    const { diagnostics } = await reportOn(application({ "/联合体名称": undefined, "/推荐市州": undefined }));
    expect(diagnostics.map((each) => [each.pointer, each.clause])).toEqual([["", undefined]]);
  });
});
