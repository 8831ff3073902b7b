import { describe, expect, it } from "vitest";
import { applyFixes, fixText } from "../../src/fix/apply-fixes.js";
import { type Examined, settleFixes } from "../../src/fix/settle-fixes.js";
import type { Diagnostic, Fix } from "../../src/index.js";
import type { DiagnosticId } from "../../src/model/diagnostic-ids.js";
import { fieldTree } from "../../src/model/field.js";
import { BEGINNING } from "../../src/model/place.js";
import { checkTexts } from "../support/check.js";
import { holdOffers } from "../support/offered-fixes.js";
import { application, type Changes, type Data, decision, halfYear, plan, reportOn, textAt, yearEnd } from "./decide.js";

const OFFICE = "/联合体概况/秘书处";
const AREA = `${OFFICE}/固定办公面积`;
const PEOPLE = `${OFFICE}/人员总数`;
const MONEY = "/联合体概况/经费来源/政府核拨";
const SHARED = "/办学成效和服务能力/资源共建共享";
const JOBS = "/办学成效和服务能力/人才培养质量/整体就业率/2023";
const COURSES = `${SHARED}/共建课程/2023`;
const HOURS = `${SHARED}/师资共建共享/企业兼职教师/2023/课时数`;
const RATE = "/办学成效和服务能力/服务发展能力/技术研发成果转化/2023";
const PROMISE = "/近三年无违法违规";
const DAY = "/填表日期";
const MONTH = "/联合体概况/成立时间";
const CITY = "/推荐市州";
const CODES = "/联合体概况/主导产业/产业";
const NONE = undefined;

/** What a fix makes of the value in one place; undefined where there is none. */
async function becomes(pointer: string, value: unknown, base: (changes: Changes) => Data = application) {
  const report = await reportOn(base({ [pointer]: value }));
  const fixes = report.diagnostics.filter((each) => each.pointer.startsWith(pointer)).flatMap(({ fix }) => fix ?? []);
  if (fixes.length === 0) return undefined;
  const text = report.texts.get("甲") as string;
  await holdOffers(text);
  const { start, end } = changedLine(text, fixes);
  return applyFixes(text, fixes)
    .text.slice(start, end)
    .replace(/^.*?: |^.*?- /u, "");
}

/** Where the line of the first fix stands, in the text that the fixes give. */
function changedLine(text: string, fixes: Fix[]): { start: number; end: number } {
  const edits = fixes.flatMap((fix) => fix.edits);
  const first = Math.min(...edits.map((edit) => edit.start));
  const grown = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const start = text.lastIndexOf("\n", first - 1) + 1;
  return { start, end: text.indexOf("\n", first) + grown };
}

describe("a value is put right where there is no doubt", () => {
  it.each<[string, unknown, string | undefined, ((changes: Changes) => Data)?]>([
    [AREA, "320平方米", "320"],
    [AREA, "320m2", "320"],
    [AREA, "320.5㎡", "320.5"],
    [AREA, "1,280.5", "1280.5"],
    [AREA, "12,80", NONE],
    [AREA, "“320”", "320"],
    [AREA, "约320", NONE],
    [AREA, "320亩", NONE],
    [AREA, "320-400", NONE],
    [AREA, "三百二十", "320"],
    [PEOPLE, "8人", "8"],
    [PEOPLE, "8名", "8"],
    [PEOPLE, "8.0", "8.0"],
    [PEOPLE, "7.5人", NONE],
    [PEOPLE, "0.8万", "8000"],
    [PEOPLE, "8个", NONE],
    [COURSES, "68门", "68"],
    [COURSES, "68.5门", NONE],
    [HOURS, "22600课时", "22600"],
    [HOURS, "22600节", NONE],
    [JOBS, "93.2%", "93.2"],
    [JOBS, "百分之九十三", "93"],
    [JOBS, "0.93", "0.93"],
    // the figure would have more decimals than the form takes: a person must look
    [JOBS, "0.932", NONE],
    [MONEY, "800万元", "800"],
    [MONEY, "800万", "800"],
    [MONEY, "0.08亿元", "800"],
    [MONEY, "8000000元", "800"],
    [MONEY, "八百", NONE],
    [MONEY, "八百万元", "800"],
    [PROMISE, "是", "true"],
    [PROMISE, "否", "false"],
    [PROMISE, "Yes", "true"],
    [PROMISE, "NO", "false"],
    [PROMISE, "√", "true"],
    [PROMISE, "×", "false"],
    [PROMISE, "✔", "true"],
    [PROMISE, "✘", "false"],
    [PROMISE, "true", "true"],
    [PROMISE, "ＦＡＬＳＥ", "false"],
    [PROMISE, "“是”", "true"],
    [PROMISE, " 是 ", "true"],
    [PROMISE, "“ 是 ”", "true"],
    [PROMISE, "无", "true"],
    [PROMISE, "有", "false"],
    [PROMISE, "属实", "true"],
    [PROMISE, "不属实", "false"],
    [PROMISE, "未发生", "true"],
    [PROMISE, "没有发生过。", "true"],
    [PROMISE, "发生过", "false"],
    [PROMISE, "Y", "true"],
    [PROMISE, "n", "false"],
    [PROMISE, "没有", NONE],
    [PROMISE, "基本属实", NONE],
    ["/数据暂定", "无", NONE, yearEnd],
    ["/数据暂定", "是", "true", yearEnd],
    [PROMISE, "对", NONE],
    [PROMISE, "是的", NONE],
    [PROMISE, "toString", NONE],
    [PROMISE, "constructor", NONE],
    [PROMISE, 1, NONE],
    [DAY, "2024年2月20日", "2024-02-20"],
    [DAY, "2024.2.20", "2024-02-20"],
    [DAY, "２０２４／２／２０", "2024-02-20"],
    [DAY, "“2024-2-20”", "2024-02-20"],
    [DAY, 20240220, "2024-02-20"],
    [DAY, "2024年2月", NONE],
    [DAY, "2024年2月30日", NONE],
    [DAY, "2024年13月1日", NONE],
    [DAY, "24年2月20日", "2024-02-20"],
    [MONTH, "2024年6月", "2024-06"],
    [MONTH, "2024.06.18", "2024-06-18"],
    [MONTH, "二〇二四年六月", "2024-06"],
    [MONTH, "二○二四年六月十八日", "2024-06-18"],
    [MONTH, "24年6月", "2024-06"],
    [MONTH, "98年6月", NONE],
    [MONTH, 2023.1, "2023-01"],
    [MONTH, 202306, "2023-06"],
    [MONTH, "２０２３．６", "2023-06"],
    [MONTH, "2023-06-31", NONE],
    [MONTH, "2023-02-29", NONE],
    [MONTH, "拟2024年6月", "{拟: true, 时间: 2024-06}"],
    [MONTH, "拟于2024年6月", "{拟: true, 时间: 2024-06}"],
    [MONTH, "拟 2024-6", "{拟: true, 时间: 2024-06}"],
    [MONTH, "2024年6月（拟）", "{拟: true, 时间: 2024-06}"],
    [MONTH, "（拟）2024年6月18日", "{拟: true, 时间: 2024-06-18}"],
    [MONTH, "计划2024.6", "{拟: true, 时间: 2024-06}"],
    [MONTH, "拟2024年底", NONE],
    [MONTH, "拟", NONE],
    [RATE, "58/860", "{转化率: 58, 到账经费: 860}"],
    [RATE, "58%/860万元", "{转化率: 58, 到账经费: 860}"],
    [RATE, "５８／８６０", "{转化率: 58, 到账经费: 860}"],
    [RATE, "58.5% / 0.086亿元", "{转化率: 58.5, 到账经费: 860}"],
    [RATE, "无/860", "{转化率: 0, 到账经费: 860}"],
    [RATE, "约58/860", NONE],
    [RATE, "58/860/3", NONE],
    [RATE, "58", NONE],
    [RATE, "158/860", NONE],
    [COURSES, "无", "0"],
    [COURSES, "没有", "0"],
    [COURSES, "/", NONE],
    [COURSES, "—", NONE],
    [JOBS, "无", NONE],
    [MONTH, "2024年", NONE],
    [MONTH, 2024, NONE],
    [DAY, 2024, NONE],
    [CITY, "长沙 市", "长沙市"],
    [CITY, "长 沙", "长沙市"],
    [CITY, "湘西 州", "湘西土家族苗族自治州"],
    [CITY, "长沙县", NONE],
    [CITY, "长沙市区", NONE],
    [CODES, ["b1"], "B1"],
    [CODES, ["Ｂ１"], "B1"],
    [CODES, ["B 1"], "B1"],
    [CODES, ["B-1"], NONE],
    [CODES, ["E1"], NONE],
    ["/任务/0/对应指标", ["３.１"], "3.1", plan],
    ["/任务/0/量化指标/目标值", "200", "200", plan],
    ["/任务/0/量化指标/目标值", "200人", NONE, plan],
    ["/年度", "2025年", "2025", plan],
    ["/任务完成情况/0/状态", "已 完成", "已完成", halfYear],
    ["/任务完成情况/0/状态", "完成", NONE, halfYear],
    ["/数据暂定", "是", "true", halfYear],
    ["/联合体名称", 360, NONE],
    ["/联合体名称", true, NONE],
    ["/联合体名称", -1.5, NONE],
    ["/牵头企业", [360, "甲公司"], NONE],
    ["/牵头企业", 360, NONE],
    ["/联合体名称", ["甲"], NONE],
    [`${OFFICE}/负责人`, 360, NONE],
    [`${OFFICE}/联系电话`, 139, NONE],
    [`${OFFICE}/联系电话`, "８４７２００００", NONE],
    [`${OFFICE}/联系电话`, "84 720 000", NONE],
    [`${OFFICE}/联系电话`, "０７３１－５５５００００１", NONE],
    [`${OFFICE}/负责人`, ["某某"], NONE],
    ["/联合体概况/秘书处", 5, NONE],
    ["/特色与创新", 5, NONE],
  ])("%s: %j becomes %s", async (pointer, value, expected, base) => {
    expect(await becomes(pointer, value, base)).toBe(expected);
  });
});

describe("a key is put right where there is no doubt", () => {
  /** The key that a mistyped one becomes in a section that has no others. */
  const keyFor = async (above: string, typed: string, base: (changes: Changes) => Data = application) => {
    const section = above === "" ? { [`/${typed}`]: "某" } : { [above]: { [typed]: "某" } };
    const without =
      above === ""
        ? Object.fromEntries(
            Object.keys(base({}))
              .filter((key) => key !== "表单")
              .map((key) => [`/${key}`, undefined]),
          )
        : {};
    const report = await reportOn(base({ ...without, ...section }));
    const found = report.diagnostics.find(
      ({ ruleId, pointer }) => ruleId === "schema/unknown-key" && pointer === `${above}/${typed}`,
    );
    expect(found).toBeDefined();
    return found?.fix?.edits.map(({ text }) => text).join();
  };

  it.each<[string, string, string | undefined]>([
    ["", "联合体名", "联合体名称"],
    ["", "联合体称", "联合体名称"],
    ["", "合体名称", "联合体名称"],
    ["", "联合体称名", "联合体名称"],
    ["", "合联体名称", "联合体名称"],
    ["", "联合体", NONE],
    ["", "联合体的名称", NONE],
    ["", "联合体名字", NONE],
    ["", "特色和创新", "特色与创新"],
    ["", "特色、创新", "特色与创新"],
    ["", "特色创新", "特色与创新"],
    ["", "特色 与 创新", "特色与创新"],
    ["", "特色与新创", "特色与创新"],
    ["", "特与色创新", "特色与创新"],
    ["", "牵头与学校", "牵头学校"],
    ["", "牵头和学校", "牵头学校"],
    ["", "牵头的学校", NONE],
    ["", "依托园", "依托园区"],
    ["", "依园区", "依托园区"],
    ["", "托园区", "依托园区"],
    ["", "依托区园", "依托园区"],
    ["", "托依园区", "依托园区"],
    ["", "园区依托", NONE],
    ["", "牵头学", "牵头学校"],
    ["", "牵头院校", NONE],
    ["", "牵头校", "牵头学校"],
    ["", "牵头", NONE],
    ["", "推荐意", "推荐意见"],
    ["", "支撑材科", NONE],
    ["", "表格", NONE],
    ["/联合体概况/负责人", "姓", NONE],
    ["/联合体概况/负责人", "名姓", NONE],
    ["/联合体概况/负责人", "姓　名", "姓名"],
    ["/联合体概况/负责人", "联系方", "联系方式"],
    ["/联合体概况/负责人", "联合体负责人", "姓名"],
    [OFFICE, "负责", NONE],
    [OFFICE, "秘书处负责人", "负责人"],
    [OFFICE, "秘书处所在单位", "所在单位"],
    [OFFICE, "专职人", NONE],
    [OFFICE, "专人职数", NONE],
    [OFFICE, "职人数", NONE],
    [OFFICE, "人员总", "人员总数"],
    [OFFICE, "人员姓", "人员姓名"],
    [OFFICE, "人员", NONE],
    [OFFICE, "固定办公面积m²", "固定办公面积"],
    [OFFICE, "固定办公面积（m²）", "固定办公面积"],
    [OFFICE, "固定办公面积(平方米)", NONE],
    [OFFICE, "固定办公积面", "固定办公面积"],
    [SHARED, "共建专业数", "共建专业"],
    [SHARED, "共建专业数量", "共建专业"],
    [SHARED, "共建专业个数", NONE],
    [SHARED, "共建专业（个）", "共建专业"],
    [SHARED, "共建专", "共建专业"],
    [SHARED, "共建教", "共建教材"],
    [SHARED, "师资共建、共享", "师资共建共享"],
    ["/联合体概况/经费来源", "政府核拨数", NONE],
    ["/联合体概况/经费来源", "政府核拨（万元）", "政府核拨"],
    ["/联合体概况/经费来源", "政府拨", "政府核拨"],
    ["/联合体概况/经费来源", "其他途", "其他途径"],
    ["/联合体概况/成员", "高职院校（含职教本科）", "高职院校"],
    ["/联合体概况/成员", "高职院", "高职院校"],
    ["/联合体概况/成员/企业", "在校生", NONE],
    ["/联合体概况/成员/中职学校", "在校生", "在校生数"],
    ["/联合体概况/成员/中职学校", "单位名称", "单位"],
    [`${SHARED}/共建专业`, "2022年", "2022"],
    [`${SHARED}/共建专业`, "２０２３", "2023"],
    [`${SHARED}/共建专业`, "202", NONE],
    ["/支撑材料", "１.２", '"1.2"'],
    ["/支撑材料", "“1.2”", '"1.2"'],
    ["/支撑材料", "1.9", NONE],
  ])("%s: %j becomes %s", async (above, typed, key) => {
    expect(await keyFor(above, typed)).toBe(key);
  });

  it.each<[string, string, (string | undefined)[]]>([
    ["", "联合体名: 甲\n", ["联合体名称: 甲\n"]],
    ["in quotes", '"联合体名": 甲\n', ['"联合体名称": 甲\n']],
    ["in other quotes", "'联合体名': 甲\n", ['"联合体名称": 甲\n']],
    ["beside the right one", "联合体名: 甲\n联合体名称: 乙\n", [NONE]],
    ["beside the right one, left empty", "联合体名: 甲\n联合体名称:\n", [NONE]],
    ["beside another spelling of it", "联合体名: 甲\n联合体称: 乙\n", [NONE, NONE]],
    [
      "beside another key",
      "联合体名: 甲\n依托园: 乙\n",
      ["联合体名称: 甲\n依托园: 乙\n", "联合体名: 甲\n依托园区: 乙\n"],
    ],
    ["before a colon that stands apart", "联合体名 : 甲\n", ["联合体名称 : 甲\n"]],
  ])("%s", async (_, typed, fixed) => {
    const head = "表单: hunan-2024/推荐书\n";
    const { diagnostics } = await checkTexts({ 甲: head + typed });
    const found = diagnostics.filter(({ ruleId }) => ruleId === "schema/unknown-key");
    const after = found.map(({ fix }) => fix && applyFixes(head + typed, [fix]).text.slice(head.length));
    expect(after).toEqual(fixed);
  });
});

describe("fields that YAML takes for one text are put right", () => {
  it.each<[string, string[], string | undefined]>([
    ["full-width colons", ["姓名：某", "职务：主任"], "姓名: 某\n    职务: 主任\n"],
    ["no spaces", ["姓名:某", "职务:主任"], "姓名: 某\n    职务: 主任\n"],
    ["an unknown key", ["姓名：某", "手机：无"], "姓名: 某\n    手机：无\n"],
    ["a line without a colon", ["姓名：某", "主任"], NONE],
  ])("%s", async (_, lines, expected) => {
    const head = "表单: hunan-2024/推荐书\n联合体概况:\n  负责人:\n    ";
    const text = `${head}${lines.join("\n    ")}\n`;
    const { diagnostics } = await checkTexts({ 甲: text }, { draft: true });
    expect(diagnostics.map(({ severity }) => severity)).toContain("error");
    const fixes = diagnostics.flatMap(({ fix }) => fix ?? []);
    expect(fixes.length > 0 ? applyFixes(text, fixes).text.slice(head.length) : NONE).toBe(expected);
  });
});

describe("the form a document names is put right", () => {
  it.each<[string, string | undefined]>([
    ["Hunan-2024/推荐书", "hunan-2024/推荐书"],
    ["hunan-2024／推荐书", "hunan-2024/推荐书"],
    ["hunan-2024 / 推荐书", "hunan-2024/推荐书"],
    ['" hunan-2024/推荐书 "', NONE],
    ["hunan-2024/推荐", NONE],
    ["推荐书", NONE],
  ])("%j becomes %s", async (typed, expected) => {
    const { diagnostics } = await checkTexts({ 甲: `表单: ${typed}\n` });
    const [found] = diagnostics.filter(({ ruleId }) => ruleId.startsWith("form/"));
    expect(found?.fix?.edits.map(({ text }) => text)[0]).toBe(expected);
  });
});

describe("curly quotes", () => {
  /** What is decided of a line, the text it marks, and the line after its fix. */
  const quoted = async (line: string) => {
    const head = "表单: hunan-2024/推荐书\n";
    const report = await checkTexts({ 甲: `${head}${line}\n` }, { draft: true });
    const found = report.diagnostics.filter(({ ruleId }) => ruleId === "yaml/curly-quotes");
    return found.flatMap((each) => [
      `${decision(each, report)} ${textAt(each, report)}`,
      each.fix ? applyFixes(head + line, [each.fix]).text.slice(head.length) : NONE,
    ]);
  };

  it.each<[string, (string | undefined)[]]>([
    ["联合体名称: 甲", []],
    ["联合体名称: “甲”", ["warning /联合体名称 “甲”", '联合体名称: "甲"']],
    ["联合体名称: ‘甲’", ["warning /联合体名称 ‘甲’", "联合体名称: '甲'"]],
    ["联合体名称: ”甲“", ["warning /联合体名称 ”甲“", '联合体名称: "甲"']],
    ['联合体名称: “甲"', ['warning /联合体名称 “甲"', '联合体名称: "甲"']],
    ["联合体名称: “甲” # 注", ["warning /联合体名称 “甲”", '联合体名称: "甲" # 注']],
    ["联合体名称: “甲 # 注”", ["warning /联合体名称 “甲 # 注”", '联合体名称: "甲 # 注"']],
    ["联合体名称: “甲”乙", []],
    ["联合体名称: 甲“乙”", []],
    ["联合体名称: “甲”与“乙”", []],
    ["联合体名称: “甲", ["warning /联合体名称 “", NONE]],
    ["联合体名称: 甲”乙", ["warning /联合体名称 ”", NONE]],
    ["联合体名称: ‘甲", []],
    ["联合体名称: “甲'乙”", ["warning /联合体名称 “甲'乙”", NONE]],
    ["联合体名称: “甲\\乙”", ["warning /联合体名称 “甲\\乙”", NONE]],
    ["牵头学校: [“甲”, 乙]", ["warning /牵头学校/0 “甲”", '牵头学校: ["甲", 乙]']],
    ["牵头学校: [甲, “乙”]", ["warning /牵头学校/1 “乙”", '牵头学校: [甲, "乙"]']],
    [
      "联合体概况: {负责人: {姓名: “某”}}",
      ["warning /联合体概况/负责人/姓名 “某”", '联合体概况: {负责人: {姓名: "某"}}'],
    ],
    ["特色与创新: “甲”", ["warning /特色与创新 “甲”", NONE]],
    ["特色与创新: “甲", []],
    ["特色与创新: |\n  “甲\n  乙", []],
    ["备注: “甲”", ["warning /备注 “甲”", '备注: "甲"']],
    ["备注: “甲", []],
  ])("%j", async (line, decisions) => {
    expect(await quoted(line)).toEqual(decisions);
  });
});

const fix = (...edits: [start: number, end: number, text: string][]): Fix => ({
  title: "",
  edits: edits.map(([start, end, text]) => ({ start, end, text })),
});

describe("fixes are applied", () => {
  it.each<[string, Fix[], string, number]>([
    ["one", [fix([1, 2, "x"])], "0x2345", 1],
    ["two apart", [fix([0, 1, "x"]), fix([3, 4, "y"])], "x12y45", 2],
    ["two apart, in reverse order", [fix([3, 4, "y"]), fix([0, 1, "x"])], "x12y45", 2],
    ["two side by side", [fix([1, 3, "x"]), fix([3, 5, "y"])], "0xy5", 2],
    ["side by side, in reverse order", [fix([3, 5, "y"]), fix([1, 3, "x"])], "0xy5", 2],
    ["one over the other's end", [fix([1, 3, "x"]), fix([2, 4, "y"])], "0x345", 1],
    ["one over the other's start", [fix([2, 4, "y"]), fix([1, 3, "x"])], "01y45", 1],
    ["one within the other", [fix([1, 5, "x"]), fix([2, 3, "y"])], "0x5", 1],
    ["one around the other", [fix([2, 3, "y"]), fix([1, 5, "x"])], "01y345", 1],
    ["two for the same", [fix([1, 3, "x"]), fix([1, 3, "y"])], "0x345", 1],
    ["the same twice", [fix([1, 3, "x"]), fix([1, 3, "x"])], "0x345", 1],
    ["insertions apart", [fix([1, 1, "x"]), fix([4, 4, "y"])], "0x123y45", 2],
    ["two insertions in one place", [fix([1, 1, "x"]), fix([1, 1, "y"])], "0x12345", 1],
    ["an insertion before what is replaced", [fix([2, 4, "x"]), fix([2, 2, "y"])], "01x45", 1],
    ["what is replaced behind an insertion", [fix([2, 2, "y"]), fix([2, 4, "x"])], "01y2345", 1],
    ["an insertion behind what is replaced", [fix([2, 4, "x"]), fix([4, 4, "y"])], "01xy45", 2],
    ["an insertion within it", [fix([2, 5, "x"]), fix([3, 3, "y"])], "01x5", 1],
    ["two edits of one", [fix([0, 1, "x"], [4, 5, "y"])], "x123y5", 1],
    ["two edits, one of which is taken", [fix([4, 5, "z"]), fix([0, 1, "x"], [4, 5, "y"])], "0123z5", 1],
    ["two edits, one of which is the same", [fix([4, 5, "y"]), fix([0, 1, "x"], [4, 5, "y"])], "x123y5", 2],
    ["at the start and the end", [fix([0, 0, "x"]), fix([6, 6, "y"])], "x012345y", 2],
    ["the whole text", [fix([0, 6, "x"])], "x", 1],
    ["before the start", [fix([-1, 1, "x"])], "012345", 0],
    ["beyond the end", [fix([5, 7, "x"])], "012345", 0],
    ["in reverse order", [fix([3, 2, "x"])], "012345", 0],
    ["one edit in the text and one beyond it", [fix([0, 1, "x"], [7, 7, "y"])], "012345", 0],
    ["none", [fix()], "012345", 0],
  ])("%s", (_, fixes, text, applied) => {
    const after = applyFixes("012345", fixes);
    expect([after.text, after.applied.length]).toEqual([text, applied]);
  });
});

describe("a text is mended as far as it gets no worse", () => {
  const found = (ruleId: DiagnosticId, own?: Fix, pointer = ""): Diagnostic => {
    const severity = ruleId === "yaml/lost-text" ? "warning" : "error";
    const place = BEGINNING;
    return { ruleId, severity, file: "甲", pointer, place, message: "", related: [], ...(own && { fix: own }) };
  };
  const A = fix([0, 1, "x"]);
  const [syntax, fixable, warning, twice] = [
    found("yaml/syntax"),
    found("yaml/syntax", fix([5, 6, "z"])),
    found("yaml/lost-text"),
    found("yaml/duplicate-key"),
  ];
  const type = found("schema/type", A, "/甲");

  /** Mends 012345, of which is found what is given, and then what is given for each text it becomes. */
  const mended = async (first: Diagnostic[], then: Record<string, Diagnostic[]> = {}) => {
    const examine = async (text: string): Promise<Examined> => {
      const diagnostics = text === "012345" ? first : (then[text] ?? []);
      const source = {
        file: "甲",
        text,
        data: null,
        locate: () => BEGINNING,
        locateText: () => BEGINNING,
        typedAt: () => "",
      };
      return { diagnostics, ...(diagnostics.every(({ ruleId }) => ruleId !== "yaml/syntax") && { source }) };
    };
    const offered = async (text: string) => settleFixes(text, await examine(text), fieldTree({}), examine);
    const { text, fixes } = await fixText("012345", offered);
    return `${text} ${fixes}`;
  };

  it.each<[string, Diagnostic[], Record<string, Diagnostic[]>, string]>([
    ["with nothing to mend", [syntax], {}, "012345 0"],
    ["with one thing", [type], {}, "x12345 1"],
    ["not when it breaks", [type], { x12345: [syntax] }, "012345 0"],
    ["when it breaks, but can be mended", [type], { x12345: [fixable] }, "x1234z 2"],
    ["not when something is lost", [type], { x12345: [warning] }, "012345 0"],
    ["not when a key is there twice", [type], { x12345: [twice] }, "012345 0"],
    ["when a key was there twice before", [type, twice], { x12345: [twice] }, "x12345 1"],
    ["not when two are there twice", [type, twice], { x12345: [twice, twice] }, "012345 0"],
    ["not when it stays wrong", [type], { x12345: [found("schema/type", undefined, "/甲")] }, "012345 0"],
    ["not when it is wrong in another way", [type], { x12345: [found("schema/range", undefined, "/甲")] }, "012345 0"],
    ["when another place is wrong", [type], { x12345: [found("schema/range", undefined, "/甲/乙")] }, "x12345 1"],
    ["when a rule can now be checked", [type], { x12345: [found("year-jump", undefined, "/甲")] }, "x12345 1"],
    [
      "when another error stays",
      [found("yaml/syntax", A), { ...syntax, message: "乙" }],
      { x12345: [{ ...syntax, message: "乙" }] },
      "x12345 1",
    ],
    [
      "not when more is broken",
      [found("yaml/syntax", A)],
      { x12345: ["乙", "丙"].map((message) => ({ ...syntax, message })) },
      "012345 0",
    ],
    [
      "one of two, where both break it",
      [type, found("schema/type", fix([2, 3, "y"]), "/乙")],
      { x1y345: [syntax] },
      "x12345 1",
    ],
    [
      "the other of two, where the first breaks it",
      [type, found("schema/type", fix([2, 3, "y"]), "/乙")],
      { x1y345: [syntax], x12345: [syntax] },
      "01y345 1",
    ],
    ["both of two", [type, found("schema/type", fix([2, 3, "y"]), "/乙")], {}, "x1y345 2"],
    ["not with what changes nothing", [found("schema/type", fix([0, 1, "0"]))], {}, "012345 0"],
    ["the first of two that overlap", [type, found("schema/type", fix([0, 2, "y"]), "/乙")], {}, "x12345 1"],
    ["in two rounds", [type], { x12345: [found("schema/type", fix([1, 2, "y"]), "/乙")] }, "xy2345 2"],
  ])("%s", async (_, first, then, expected) => {
    expect(await mended(first, then)).toBe(expected);
  });

  it("not when its form is unknown", async () => {
    const examined = { diagnostics: [type] };
    const offered = await settleFixes("012345", examined, undefined, async () => ({ diagnostics: [] }));
    expect(offered.map((each) => each.fix)).toEqual([undefined]);
  });

  it("in twelve rounds at most", async () => {
    const { text, fixes } = await fixText("", async (each) => [
      found("schema/type", fix([each.length, each.length, "x"])),
    ]);
    expect([text, fixes]).toEqual(["x".repeat(12), 12]);
  });
});
