import { describe, expect, it } from "vitest";
import { closestMatches, didYouMean } from "../../src/text/did-you-mean.js";
import { edited, label, said } from "../support/application.js";
import { checkTexts } from "../support/check.js";

const MAJORS = "/办学成效和服务能力/资源共建共享/共建专业";
const RATE = "/办学成效和服务能力/人才培养质量/整体就业率";
const AREA = "/联合体概况/秘书处/固定办公面积";
const GRANT = "/联合体概况/经费来源/政府核拨";
const STUDENTS = "/联合体概况/成员/中职学校/在校生数";
const PHONE = "/联合体概况/负责人/联系方式";

it("says nothing of a complete application", async () => {
  expect((await edited({})).diagnostics).toEqual([]);
});

describe("what is missing", () => {
  it("is said of one field with its hint", async () => {
    expect(await said({ "/联合体名称": undefined })).toEqual([
      "schema/required 「联合体名称」还没有填写 | 联合体全称,与公章和汇总表一致",
    ]);
  });

  it("is said together for one place", async () => {
    expect(await said({ "/牵头学校": undefined, "/牵头企业": null, "/联合体名称": " " })).toEqual([
      "schema/required 这张表还有 3 项没有填写:「联合体名称」「牵头学校」「牵头企业」",
    ]);
    expect(await said({ [`${MAJORS}`]: {}, "/办学成效和服务能力/资源共建共享/共建课程": "" })).toEqual([
      "schema/required 「资源共建共享」还有 2 项没有填写:「共建专业」「共建课程」",
    ]);
  });

  it("is one complaint where a whole part is empty", async () => {
    expect(await said({ "/办学成效和服务能力": { 资源共建共享: { 共建专业: { 2022: null } } } })).toEqual([
      "schema/required 「办学成效和服务能力」还没有填写",
    ]);
  });
});

describe("years", () => {
  it.each([
    ["one missing", { 2022: 1 }, ["schema/year 「共建专业」缺 2023 年"]],
    ["one foreign", { 2021: 1, 2022: 1, 2023: 1 }, ["schema/year 「共建专业」没有 2021 年这一栏 | 只填 2022、2023 年"]],
    [
      "one for another",
      { 2022: 1, 2024: 1 },
      ["schema/year 「共建专业」缺 2023 年", "schema/year 「共建专业」没有 2024 年这一栏 | 只填 2022、2023 年"],
    ],
    [
      "with 年",
      { 2022: 1, 2023: 1, "2023年": 1 },
      ["schema/unknown-key 「共建专业」没有“2023年”这一项 | 是不是要写“2023”?"],
    ],
  ])("%s", async (_, value, expected) => {
    expect(await said({ [MAJORS]: value })).toEqual(expected);
  });

  it("two missing are one complaint", async () => {
    expect(await said({ "/联合体概况/运行经费": { 2023: 1 } })).toEqual([
      `schema/year ${label("/联合体概况/运行经费")}缺 2024、2025 年`,
    ]);
  });
});

describe("a figure that is not a bare number", () => {
  it.each([
    [GRANT, "500万元", "「政府核拨」应当是数字,现在写的是“500万元” | 只写数字:500,单位(万元)不用写"],
    [GRANT, "五百万元", "「政府核拨」应当是数字,现在写的是“五百万元” | 只写数字:500,单位(万元)不用写"],
    [GRANT, "一亿二千万元", "「政府核拨」应当是数字,现在写的是“一亿二千万元” | 换算成万元,只写数字:12000"],
    [GRANT, "一千二百", "「政府核拨」应当是数字,现在写的是“一千二百” | 只写数字:1200,单位(万元)不用写"],
    [
      STUDENTS,
      "三十多人",
      "「中职学校·在校生数」应当是整数,现在写的是“三十多人” | 写准确的数,不写“约”“左右”;只写数字,单位(人)不用写",
    ],
    [STUDENTS, "12,000", "「中职学校·在校生数」应当是整数,现在写的是“12,000” | 只写数字:12000,单位(人)不用写"],
    [STUDENTS, "1，200人", "「中职学校·在校生数」应当是整数,现在写的是“1，200人” | 只写数字:1200,单位(人)不用写"],
    [
      AREA,
      "约300",
      "「固定办公面积」应当是数字,现在写的是“约300” | 写准确的数,不写“约”“左右”;只写数字:300,单位(m²)不用写",
    ],
    [AREA, "３００.５㎡", "「固定办公面积」应当是数字,现在写的是“３００.５㎡” | 只写数字:300.5,单位(m²)不用写"],
    [AREA, "三百", "「固定办公面积」应当是数字,现在写的是“三百” | 只写数字:300,单位(m²)不用写"],
    [AREA, true, "「固定办公面积」应当是数字,现在写的是 true | 只写数字,单位(m²)不用写"],
    [`${MAJORS}/2023`, "24", "「共建专业·2023年」应当是整数,现在写的是“24” | 只写数字:24,单位(个)不用写"],
    [`${MAJORS}/2023`, 24.5, "「共建专业·2023年」应当是整数,现在写的是 24.5 | 写成整数,不带小数"],
    [`${RATE}/2023`, "95%", `${label(`${RATE}/2023`)}应当是数字,现在写的是“95%” | 只写数字:95,单位(%)不用写`],
  ])("%s: %j", async (pointer, value, expected) => {
    expect(await said({ [pointer]: value })).toEqual([`schema/type ${expected}`]);
  });

  it.each([
    ["1.5亿", "15000"],
    ["500元", "0.05"],
    ["3千万元", "3000"],
  ])("another unit of money is converted: %s", async (value, expected) => {
    expect(await said({ [GRANT]: value })).toEqual([
      `schema/type 「政府核拨」应当是数字,现在写的是“${value}” | 换算成万元,只写数字:${expected}`,
    ]);
  });

  // a number picked out of these would be a wrong one
  it.each(["10~20", "-3", "1.2.3", "2022年5个"])("no number is offered for %j", async (value) => {
    expect(await said({ [GRANT]: value })).toEqual([
      `schema/type 「政府核拨」应当是数字,现在写的是“${value}” | 只写数字,单位(万元)不用写`,
    ]);
  });

  it("is not asked to be whole where decimals are allowed", async () => {
    expect((await said({ [GRANT]: Number.POSITIVE_INFINITY })).join()).not.toContain("整数");
  });
});

describe("each other keyword has its sentence", () => {
  it.each([
    ["enum", "/推荐市州", "长沙县", "schema/enum 「推荐市州」写的“长沙县”不在可选范围内 | 是不是要写“长沙市”?"],
    ["minimum", `${MAJORS}/2023`, -2, "schema/range 「共建专业·2023年」写了 -2,不能小于 0 个"],
    ["maximum", `${RATE}/2023`, 101, `schema/range ${label(`${RATE}/2023`)}写了 101,不能大于 100%`],
    ["multipleOf", AREA, 320.125, "schema/range 「固定办公面积」写了 320.125,最多两位小数"],
    [
      "format",
      "/填表日期",
      "2024年2月20日",
      "schema/format 「填表日期」的写法不对:“2024年2月20日” | 写成 2024-02-20 这样的年-月-日;报送截止 2024-02-28",
    ],
    [
      "format: a day that does not exist",
      "/填表日期",
      "2024-02-30",
      "schema/format 「填表日期」的写法不对:“2024-02-30”,2024 年 2 月只有 29 天,没有 30 日 | 写成 2024-02-20 这样的年-月-日;报送截止 2024-02-28",
    ],
    ["pattern", PHONE, "139 0000", "schema/format 「联系方式」的写法不对:有 7 位数字,少 4 位 | 手机号是 11 位"],
    [
      "boolean",
      "/近三年无违法违规",
      "是",
      "schema/type 「近三年无违法违规」应当是 true 或 false,现在写的是“是” | “是”写 true,“否”写 false",
    ],
    ["text", "/特色与创新", ["五"], "schema/type 「特色与创新」应当是文字,现在写的是 列表"],
    ["parts", MAJORS, 5, "schema/type 「共建专业」应当是分项内容,现在写的是 5 | 分项填写:2022、2023"],
    [
      "a long text is cut",
      AREA,
      "很".repeat(40),
      `schema/type 「固定办公面积」应当是数字,现在写的是“${"很".repeat(24)}…” | 只写数字,单位(m²)不用写`,
    ],
    [
      "a number for a date",
      "/填表日期",
      20240220,
      "schema/format 「填表日期」的写法不对:“20240220” | 写成 2024-02-20 这样的年-月-日;报送截止 2024-02-28",
    ],
    [
      "a code of 附件1",
      "/联合体概况/主导产业/产业",
      ["B1", "Z9"],
      "schema/enum 「对应的现代化产业」写的“Z9”不在可选范围内",
    ],
    [
      "a code of 附件1 typed in one line",
      "/联合体概况/主导产业/产业",
      "B1、Z9",
      "schema/enum 「对应的现代化产业」写的“Z9”不在可选范围内",
    ],
    ["nothing but separators", "/牵头学校", "、", "schema/required 「牵头学校」还没有填写"],
  ])("%s", async (_, pointer, value, expected) => {
    const found = await said({ [pointer]: value });
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(expected)).toBe(true);
  });

  it("quotes the place on the form", async () => {
    const { diagnostics } = await edited({ [AREA]: "约300" });
    expect(diagnostics[0]).toMatchObject({
      severity: "error",
      file: "甲.yaml",
      pointer: AREA,
      clause: "湘教通〔2024〕23号 附件3「固定办公面积」",
    });
    expect((await edited({ "/建设规划": ["三步走"] })).diagnostics[0]?.clause).toBe(
      "湘教通〔2024〕23号 附件3「建设规划(1000字以内)」",
    );
  });

  it("points at the value", async () => {
    const text = "表单: hunan-2024/推荐书\n联合体概况:\n  秘书处:\n    固定办公面积: 约300 # m²\n";
    const found = (await checkTexts({ "甲.yaml": text })).diagnostics.find(({ ruleId }) => ruleId === "schema/type");
    expect(found?.place).toMatchObject({ start: { line: 4, column: 13 }, end: { line: 4, column: 17 } });
  });
});

describe("unknown keys", () => {
  it.each([
    ["/联合体名", "这张表没有“联合体名”这一项 | 是不是要写“联合体名称”?"],
    ["/特色和创新", "这张表没有“特色和创新”这一项 | 是不是要写“特色与创新”?"],
    ["/联合体概况/联合体负责人", "「联合体概况」没有“联合体负责人”这一项 | 是不是要写“负责人”?"],
    ["/联合体概况/秘书处　", "「联合体概况」没有“秘书处　”这一项 | 是不是要写“秘书处”?"],
    [`${MAJORS.replace("专业", "专业数")}`, "「资源共建共享」没有“共建专业数”这一项 | 是不是要写“共建专业”?"],
    ["/联合体概况/负责人/手机", "「联合体负责人」没有“手机”这一项 | 这里可以写:姓名、职务、联系方式"],
  ])("%s", async (pointer, expected) => {
    expect(await said({ [pointer]: "甲" })).toEqual([`schema/unknown-key ${expected}`]);
  });

  it.each(["__proto__", "constructor", "toString"])("%s is one like any other", async (key) => {
    expect((await said({ [`/${key}`]: "甲" })).join()).toContain(`schema/unknown-key 这张表没有“${key}”这一项`);
    expect((await said({ [`/联合体概况/${key}`]: { 甲: 1 } })).join()).toContain(`「联合体概况」没有“${key}”这一项`);
  });
});

describe("suggestions", () => {
  it("are close by share of what differs, not by count", () => {
    expect(closestMatches("共建课呈", ["共建课程", "共建专业", "在校生数"])).toEqual(["共建课程", "共建专业"]);
    expect(closestMatches("联合体名", ["联合体名称", "负责人"])).toEqual(["联合体名称"]);
    expect(closestMatches("甲", ["乙", "丙"])).toEqual([]);
    expect(closestMatches("ＰＨＯＮＥ", ["phone", "photo"])).toEqual(["phone"]);
  });

  it("are asked as a question", () => {
    expect(didYouMean(["甲", "乙"])).toBe("是不是要写“甲”或“乙”?");
    expect(didYouMean([])).toBeUndefined();
  });
});
