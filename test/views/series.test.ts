import { expect, it } from "vitest";
import type { Form } from "../../src/index.js";
import { groupByConsortium } from "../../src/model/consortia.js";
import type { FigureSeries } from "../../src/model/province.js";
import { seriesOf } from "../../src/views/series.js";
import { checkTexts } from "../support/check.js";

/** A document with nothing but a number of courses by year, and another without a year. */
const document = (kind: string, years: string, head = "") =>
  `表单: hunan-2024/${kind}\n联合体名称: 甲\n${head}\n办学成效和服务能力:\n  资源共建共享:\n    共建课程: {${years}}\n    师资共建共享:\n      企业兼职教师: {${years.replace(/: (\d+)/gu, ": {人次: $1, 课时数: 9}")}}\n  企业情况: {规模以上企业数: 5}\n`;

async function series(texts: Record<string, string>): Promise<FigureSeries[]> {
  const { documents } = await checkTexts(texts, { draft: true });
  const form = documents[0]?.form as Form;
  return seriesOf(form, groupByConsortium(form, documents, undefined)).flatMap(({ figures }) => figures);
}

const values = (found: FigureSeries[], name: string) =>
  found
    .find((each) => each.name === name)
    ?.consortia[0]?.values.map(({ year, value, provisional }) => `${year}=${value}${provisional ? "?" : ""}`);

it("joins the application's years with those of summaries, under one name and unit", async () => {
  const found = await series({
    "a.yaml": document("推荐书", "2022: 1, 2023: 2"),
    "b.yaml": document("年度工作总结", "上年: 3, 本年: 4", "年度: 2024\n数据暂定: false"),
  });
  expect(found.map(({ name, unit }) => [name, unit])).toEqual([
    ["共建课程", "个"],
    ["企业兼职教师·人次", "人次"],
    ["企业兼职教师·课时数", "课时数"],
  ]);
  expect(values(found, "共建课程")).toEqual(["2022=1", "2023=3", "2024=4"]);
  expect(values(found, "企业兼职教师·人次")).toEqual(["2022=1", "2023=3", "2024=4"]);
  expect(found[0]?.years).toEqual([2022, 2023, 2024]);
});

it("takes what was said last: the year's summary after the half-year's, the next year's after both", async () => {
  const half = document("半年工作总结", "上年: 3, 本年: 4", "年度: 2024");
  const year = document("年度工作总结", "上年: 3, 本年: 5", "年度: 2024\n数据暂定: true");
  const next = document("半年工作总结", "上年: 6, 本年: 1", "年度: 2025\n数据暂定: true");
  expect(values(await series({ "b.yaml": year, "a.yaml": half }), "共建课程")).toEqual(["2023=3", "2024=5?"]);
  const all = await series({ "c.yaml": next, "b.yaml": year, "a.yaml": half });
  expect(values(all, "共建课程")).toEqual(["2023=3", "2024=6", "2025=1?"]);
});

it("calls a number provisional unless the summary says it is not, and needs a year to place it in", async () => {
  const silent = document("年度工作总结", "本年: 4", "年度: 2024");
  expect(values(await series({ "a.yaml": silent }), "共建课程")).toEqual(["2024=4?"]);
  expect(await series({ "a.yaml": document("年度工作总结", "上年: 3, 本年: 4") })).toEqual([]);
  expect(await series({ "a.yaml": document("推荐书", "2022: 约10, 2023: '3'") })).toEqual([]);
});
