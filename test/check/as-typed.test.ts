import { describe, expect, it } from "vitest";
import { valueAt } from "../../src/text/json-pointer.js";
import { checkTexts } from "../support/check.js";

// What is typed in a text field is read as its characters; a number is read as a number only where it is plainly written.

/** Reads one line of a 推荐书, which may stand below others. */
async function typed(line: string, pointer: string) {
  const report = await checkTexts({ 甲: `表单: hunan-2024/推荐书\n${line}\n` });
  const found = report.diagnostics.filter((each) => each.pointer.startsWith(pointer));
  return { read: valueAt(report.documents[0]?.data, pointer), found };
}

describe("a text is the characters that are typed", () => {
  const spellings = [
    ...["007", "1e3", "true", "True", "2024-05", "12:30", "1_000", "2023.10", "0x1F", "0o17", "+5", ".5", "5."],
    ...["-0", "1.39E+10", ".inf", ".nan", "12345678901234567890", "360", "1.0", "FALSE", "yes", "00", "-1.50"],
  ];
  it.each(spellings)("%s", async (text) => {
    expect((await typed(`联合体名称: ${text}`, "/联合体名称")).read).toBe(text);
    const reference = await typed(`推荐意见: &甲 ${text}\n联合体名称: *甲`, "/联合体名称");
    expect(reference.read).toBe(text);
    // in a list, a number with a dot and a dash are what stands before an entry
    if (/^-|\.$/u.test(text)) return;
    expect((await typed(`牵头学校: [甲, ${text}]`, "/牵头学校")).read).toEqual(["甲", text]);
    expect((await typed(`牵头学校:\n- ${text}\n- 甲`, "/牵头学校")).read).toEqual([text, "甲"]);
    expect((await typed(`牵头学校: ${text} # 说明`, "/牵头学校")).read).toEqual([text]);
    const short = await typed(`联合体概况:\n  主导产业: ${text}\n  成员: {企业: [${text}]}`, "/联合体概况");
    expect(short.read).toEqual({ 主导产业: { 情况: text }, 成员: { 企业: { 单位: [text] } } });
  });

  it.each(["~", "null", ""])("but %j is nothing", async (text) => {
    expect((await typed(`联合体名称: ${text}`, "/联合体名称")).read).toBeUndefined();
  });
});

describe("a number that is plainly written is that number", () => {
  it.each([
    ["0", 0],
    ["8", 8],
    ["12.50", 12.5],
    ["999999999", 999999999],
    ["0.01", 0.01],
  ])("%s", async (text, number) => {
    expect(await typed(`联合体概况: {秘书处: {固定办公面积: ${text}}}`, "/联合体概况/秘书处/固定办公面积")).toEqual({
      read: number,
      found: [],
    });
  });
});

describe("any other spelling of a number is a finding, with what to write", () => {
  it.each([
    ["1e3", "不用科学计数法", undefined],
    ["1.39E+10", "不用科学计数法", undefined],
    ["0x1F", "十进制", undefined],
    ["0o17", "十进制", undefined],
    ["010", "只写数字:10", "10"],
    ["+5", "只写数字", "5"],
    [".5", "小数点前面写上 0", "0.5"],
    ["5.", "小数点后面没有数字", undefined],
    ["1_000", "只写数字", "1000"],
    ["12345678901234567890", "位数太多", undefined],
    ["9007199254740993", "位数太多", undefined],
    ["0.12345678901234567", "位数太多", undefined],
    [".inf", "普通的数字", undefined],
    ["-.Inf", "普通的数字", undefined],
    [".NaN", "普通的数字", undefined],
    ["-0", "只写数字", undefined],
  ])("%s", async (text, hint, fixed) => {
    const pointer = "/联合体概况/秘书处/固定办公面积";
    const { found } = await typed(`联合体概况: {秘书处: {固定办公面积: ${text}}}`, pointer);
    expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([["schema/type", "error"]]);
    expect(found[0]?.hint).toContain(hint);
    expect(found[0]?.fix?.edits[0]?.text).toBe(fixed);
    expect(found[0]?.message).not.toMatch(/NaN|Infinity/iu);
  });
});
