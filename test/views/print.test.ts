import { describe, expect, it } from "vitest";
import type { Block } from "../../src/text/markdown.js";
import { printed, tagsOf } from "../../src/views/print.js";
import { documentWith, kind } from "../support/application.js";

/** What is printed for a tag, a line for each paragraph; undefined where nothing is. */
async function print(tag: string, changes: Record<string, unknown> = {}): Promise<string | undefined> {
  return lines(printed(await documentWith(changes)).values.get(tag));
}

function lines(content: Block[] | undefined): string | undefined {
  return content
    ?.map((block) => ("runs" in block ? block.runs.map(({ text }) => text).join("") : block.kind))
    .join("\n");
}

const MEMBERS = "/联合体概况/成员";
const TRANSFER = "/办学成效和服务能力/服务发展能力/技术研发成果转化/2023";

describe("a value in its cell", () => {
  it.each([
    ["text", "/联合体名称", "甲联合体", "甲联合体"],
    ["a city by its short name", "/推荐市州", "长沙", "长沙市"],
    ["names joined as printed lists are", "/牵头学校", ["甲学院", "乙学院"], "甲学院、乙学院"],
    ["names typed in one line", "/牵头学校", "甲学院; 乙学院", "甲学院、乙学院"],
    ["a date in Chinese", "/填表日期", "2024-02-05", "2024年2月5日"],
    ["a month in Chinese", "/联合体概况/成立时间", "2024-06", "2024年6月"],
    ["a founding still planned", "/联合体概况/成立时间", { 拟: true, 时间: "2024-06-18" }, "（拟）2024年6月18日"],
    ["a founding not planned", "/联合体概况/成立时间", { 拟: false, 时间: "2024-06" }, "2024年6月"],
    ["a whole number", "/联合体概况/运行经费/2024", 2600, "2600"],
    ["a decimal", "/联合体概况/运行经费/2024", 4.6, "4.6"],
    ["zero", "/联合体概况/经费来源/其他途径", 0, "0"],
    ["a rate and a sum in one cell", TRANSFER, { 转化率: 42.8, 到账经费: 2160.5 }, "42.8/2160.5"],
    ["a rate alone", TRANSFER, { 转化率: 42.8 }, "42.8/"],
    ["a sum alone", TRANSFER, { 到账经费: 0 }, "/0"],
    ["neither", TRANSFER, {}, undefined],
    ["nothing", "/推荐意见", null, undefined],
    ["lines of a plain text", "/推荐意见", "同意。\n推荐。", "同意。\n推荐。"],
  ])("%s", async (_, pointer, value, expected) => {
    expect(await print(pointer.slice(1).replaceAll("/", "."), { [pointer]: value })).toBe(expected);
  });
});

describe("the number of members", () => {
  it.each([
    ["with students in brackets", "中职学校", { 单位: ["甲校", "乙校"], 在校生数: 8640 }, "2（8640）"],
    ["without students", "中职学校", ["甲校"], "1"],
    ["no students", "中职学校", { 单位: ["甲校"], 在校生数: 0 }, "1（0）"],
    ["of enterprises has no brackets", "企业", { 单位: "甲公司、乙公司、丙公司", 在校生数: 5 }, "3"],
    ["of nothing", "企业", null, undefined],
  ])("%s", async (_, key, value, expected) => {
    expect(await print(`联合体概况.成员.${key}.数量`, { [`${MEMBERS}/${key}`]: value })).toBe(expected);
  });

  it("stands beside their names", async () => {
    expect(await print("联合体概况.成员.企业.单位", { [`${MEMBERS}/企业`]: ["甲公司", "乙公司"] })).toBe(
      "甲公司、乙公司",
    );
  });
});

describe("a long text", () => {
  const text = "　　总述。\n\n# 一、目标\n1. **到2025年**建成。\n- 要点\n";

  it("keeps its paragraphs, bold and lists, without markup and indent", async () => {
    const content = printed(await documentWith({ "/建设规划": text })).values.get("建设规划");
    expect(lines(content)).toBe("总述。\n一、目标\n1. 到2025年建成。\n要点");
    expect(content?.map(({ kind }) => kind)).toEqual(["paragraph", "heading", "paragraph", "bullet"]);
    expect(content?.flatMap((block) => ("runs" in block ? block.runs : [])).filter(({ bold }) => bold)).toEqual([
      { text: "到2025年", bold: true },
    ]);
  });
});

describe("tags", () => {
  it("are all that can be printed, each once, the numbers of members among them", () => {
    const tags = tagsOf(kind.root);
    expect(new Set(tags).size).toBe(tags.length);
    expect(tags).toEqual(
      expect.arrayContaining(["联合体名称", "联合体概况.秘书处.人员总数", "联合体概况.成员.企业.数量"]),
    );
  });

  it("cover whatever a document prints", async () => {
    const tags = new Set(tagsOf(kind.root));
    const used = [...printed(await documentWith({})).values.keys()];
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((tag) => !tags.has(tag))).toEqual([]);
  });
});
