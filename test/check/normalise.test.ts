import { describe, expect, it } from "vitest";
import { removeBlanks } from "../../src/check/normalise.js";
import { valueAt } from "../../src/text/json-pointer.js";
import { documentWith } from "../support/application.js";

/** What a field holds once short forms are spelled out. */
async function read(pointer: string, typed: unknown): Promise<unknown> {
  return valueAt((await documentWith({ [pointer]: typed })).data, pointer);
}

describe("short forms", () => {
  it.each([
    ["one name for a list", "/牵头学校", "甲学院", ["甲学院"]],
    ["names between 、", "/牵头学校", "甲学院、乙学院", ["甲学院", "乙学院"]],
    [
      "names between semicolons and on lines",
      "/牵头学校",
      "甲学院； 乙学院;丙学院\n丁学院、",
      ["甲学院", "乙学院", "丙学院", "丁学院"],
    ],
    ["a list stays one", "/牵头学校", [" 甲学院 ", "乙学院"], ["甲学院", "乙学院"]],
    ["a list of members", "/联合体概况/成员/企业", ["甲公司"], { 单位: ["甲公司"] }],
    ["members in one line", "/联合体概况/成员/企业", "甲公司、乙公司", { 单位: ["甲公司", "乙公司"] }],
    [
      "members in full",
      "/联合体概况/成员/中职学校",
      { 单位: "甲校、乙校", 在校生数: 9 },
      { 单位: ["甲校", "乙校"], 在校生数: 9 },
    ],
    ["a text for its part", "/联合体概况/主导产业", "工程机械", { 情况: "工程机械" }],
    ["a date for its part", "/联合体概况/成立时间", "2024-06", { 时间: "2024-06" }],
    ["codes in one line", "/联合体概况/主导产业/产业", "B1、D1", ["B1", "D1"]],
    [
      "material by its title",
      "/支撑材料",
      { "1.2": ["办法", { 名称: "纪要", 页码: 3 }] },
      { "1.2": [{ 名称: "办法" }, { 名称: "纪要", 页码: 3 }] },
    ],
    ["the short name of a city", "/推荐市州", "长沙", "长沙市"],
    ["the short name of the prefecture", "/推荐市州", "湘西自治州", "湘西土家族苗族自治州"],
    ["a full name", "/推荐市州", "岳阳市", "岳阳市"],
    ["spaces around a text", "/联合体名称", "  甲联合体 ", "甲联合体"],
    ["the indent of a long text is the writer's", "/建设规划", "　　到2025年\n", "　　到2025年"],
  ])("%s", async (_, pointer, typed, expected) => {
    expect(await read(pointer, typed)).toEqual(expected);
  });

  it("a comma between Chinese names parts them, one in a Latin name does not", async () => {
    expect(await read("/牵头企业", "甲公司，乙公司,丙公司")).toEqual(["甲公司", "乙公司", "丙公司"]);
    expect(await read("/牵头企业", "ABC Co., Ltd.、甲公司")).toEqual(["ABC Co., Ltd.", "甲公司"]);
  });

  it.each([
    ["/推荐市州", ["长沙"]],
    ["/联合体概况/成员/企业/单位", { 甲: 1 }],
    ["/联合体概况/秘书处/人员总数", "8"],
    ["/不认识", { 甲: ["乙"] }],
  ])("%s: a value of another kind is left for the schema to report", async (pointer, typed) => {
    expect(await read(pointer, typed)).toEqual(typed);
  });
});

describe("what says nothing is left out", () => {
  it.each([
    ["nothing", null, undefined],
    ["an empty text", "", undefined],
    ["spaces", " 　\n", undefined],
    ["an empty list", [], undefined],
    ["an empty part", {}, undefined],
    ["parts that are all empty", { 甲: { 乙: null, 丙: "" }, 丁: [] }, undefined],
    ["the empty among the filled", { 甲: null, 乙: 1 }, { 乙: 1 }],
    ["zero is an answer", { 甲: 0 }, { 甲: 0 }],
    ["so is no", { 甲: false }, { 甲: false }],
    ["places in lists are kept", ["甲", null, ""], ["甲", null, ""]],
  ])("%s", (_, data, expected) => {
    expect(removeBlanks(data)).toEqual(expected);
  });

  it("keeps a key called __proto__ a key", () => {
    const data = JSON.parse('{"__proto__": {"管理员": true}}');
    const kept = removeBlanks(data) as Record<string, unknown>;
    expect(Object.keys(kept)).toEqual(["__proto__"]);
    expect(kept["管理员"]).toBeUndefined();
  });
});
