import { describe, expect, it } from "vitest";
import { type Checklist, checklists, type FormDocument, type Report } from "../../src/index.js";
import type { SummarySetting } from "../../src/model/form.js";
import { checklistSheets, summaryOf } from "../../src/views/summary.js";
import { edited } from "../support/application.js";
import { checkTexts } from "../support/check.js";

// The cells of a city's summary workbook.

const OFFICE = "/联合体概况/秘书处";
const GRANT = "/联合体概况/经费来源/政府核拨";
const TRUTH = "/近三年无违法违规";

describe("the summary", () => {
  const summary = (report: Report, lists: Checklist[] = []) => {
    const [document] = report.documents as [FormDocument];
    return summaryOf(report, document.kind.summary as SummarySetting, lists, { unit: "甲局" });
  };

  it("has a table for each city, its rows numbered from 1, and a line for what is not given", async () => {
    const of = (city: string, name: string) => `表单: hunan-2024/推荐书\n联合体名称: ${name}\n推荐市州: ${city}\n`;
    const texts = {
      "1.yaml": of("长沙市", "甲"),
      "2.yaml": of("株洲市", "乙"),
      "3.yaml": of("长沙市", "丙"),
      "4.yaml": of("", "丁"),
    };
    const { tables, note } = { note: undefined, ...summary(await checkTexts(texts, { draft: true })) };
    expect(tables.map(({ name, rows }) => [name, rows.map((row) => Object.values(row))])).toEqual([
      [
        "长沙市",
        [
          [1, "甲"],
          [2, "丙"],
        ],
      ],
      ["株洲市", [[1, "乙"]]],
      ["未填", [[1, "丁"]]],
    ]);
    expect(tables[0]?.head).toEqual({ 推荐单位: "甲局", 填报人及联系方式: expect.stringMatching(/^_+$/u) });
    expect(note).toBeUndefined();
  });

  it("tells what is filled in, as what it is, and nothing of people", async () => {
    const report = await edited({ [GRANT]: 0, [TRUTH]: true });
    const { sheets } = summary(report);
    const [figures] = sheets;
    const value = (title: string) => figures?.rows[0]?.[figures.columns.findIndex((column) => column.title === title)];
    expect(value("序号")).toBe(1);
    expect(value("联合体名称")).toBe("长沙市云麓湾工程机械产教联合体");
    expect(value("2024年拟投入运行经费来源(万元)·政府核拨")).toBe(0);
    expect(value("企业·数量（个）")).toBe(14);
    expect(value("共建专业·2023年（个）")).toBe(24);
    const texts = JSON.stringify([figures?.rows, figures?.columns]);
    for (const secret of ["林知远", "苏景行", "程若溪", "13900000001", "0731-55500001"])
      expect(texts).not.toContain(secret);
    expect(texts).not.toContain("联合体立足园区工程机械产业集群");
    expect(figures?.columns.some(({ title }) => title === "表单")).toBe(false);
  });

  it("has no figure where something else is written", async () => {
    const { sheets } = summary(await edited({ [GRANT]: "很多", [`${OFFICE}/人员总数`]: undefined }));
    const [figures] = sheets;
    const value = (part: string) => figures?.rows[0]?.[figures.columns.findIndex(({ title }) => title.includes(part))];
    expect(value("政府核拨")).toBeUndefined();
    expect(value("人员总数")).toBeUndefined();
  });

  it("lists findings with their places", async () => {
    const { sheets } = summary(await edited({ [`${OFFICE}/人员总数`]: 9 }));
    const row = sheets[2]?.rows.find((each) => each[4] === "headcount-adds-up");
    expect(row?.slice(0, 4)).toEqual(["甲.yaml", expect.any(Number), expect.any(Number), "错误"]);
    expect(row?.slice(5).every((each) => typeof each === "string")).toBe(true);
    expect(sheets.map(({ name, keep }) => [name, keep])).toEqual([
      ["数据总表", 2],
      ["指标核对", 1],
      ["校验结果", 1],
    ]);
  });

  it("sets the points of several documents beside each other, then every criterion", async () => {
    const lists = await checklists(await edited({}));
    const [matrix, details] = checklistSheets([...lists, ...lists]);
    expect(matrix?.columns.map(({ title }) => title).slice(0, 3)).toEqual(["名称", "1.1", "1.2"]);
    expect(matrix?.rows.map((row) => row.length)).toEqual([27, 27]);
    const all = (lists[0]?.groups ?? []).flatMap((group) => group.points.flatMap(({ criteria }) => criteria));
    expect(details?.rows).toHaveLength(2 * all.length);
    expect(details?.rows[0]?.slice(2)).toEqual([
      "1.1",
      expect.any(String),
      "有数据支撑、有佐证、需人工评审",
      all[0]?.what,
      "满足",
      "1280.5 亿元",
    ]);
    expect(checklistSheets([]).map(({ rows }) => rows)).toEqual([[], []]);
  });
});
