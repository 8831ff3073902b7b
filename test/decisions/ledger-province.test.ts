import { describe, expect, it } from "vitest";
import type { Form } from "../../src/index.js";
import type { Province } from "../../src/model/province.js";
import { provinceOf } from "../../src/views/province.js";
import { checkTexts } from "../support/check.js";
import { application, halfYear, NAME, plan, yearEnd } from "../support/filings.js";
import { presentation } from "../support/presentation.js";

// The data of the province's page: profiles, personal data, and which document's figure counts for a year.

const LISTED = "衡阳市域产教联合体";

async function of(
  texts: Record<string, string>,
  options: Partial<Parameters<typeof provinceOf>[2]> = {},
): Promise<Province> {
  const report = await checkTexts(texts, { draft: true, today: "2025-12-30" });
  const form = report.documents[0]?.form as Form;
  return provinceOf(form, report, {
    ...{ today: "2025-12-30", published: false, personal: false, checklists: [] },
    ...options,
  });
}

const PEOPLE = {
  联合体概况: {
    负责人: { 姓名: "张三", 联系方式: "13900000001" },
    秘书处: { 负责人: "李四", 联系电话: "0731-55500001", 人员姓名: ["李四", "王五"] },
  },
};

describe("names and telephone numbers", () => {
  const texts = { "a.yaml": application({}, PEOPLE), "b.yaml": application({}, PEOPLE), "p.yaml": plan(2025) };

  it("are nowhere unless they are asked for", async () => {
    const { consortia, diagnostics, figures } = await of(texts);
    expect(consortia[0]?.personal).toEqual([]);
    for (const secret of ["张三", "李四", "王五", "13900000001", "0731-55500001"])
      expect(JSON.stringify([consortia, figures, diagnostics.map(({ message }) => message)])).not.toContain(secret);
  });

  it("are each there once when they are asked for, and called after what they belong to", async () => {
    const { consortia } = await of(texts, { personal: true });
    expect(consortia[0]?.personal).toEqual([
      { label: "联合体负责人", text: "张三" },
      { label: "联合体负责人·联系方式", text: "13900000001" },
      { label: "秘书处(办公室)情况·秘书处负责人", text: "李四" },
      { label: "秘书处(办公室)情况·联系电话", text: "0731-55500001" },
      { label: "秘书处(办公室)情况·人员姓名", text: "李四、王五" },
    ]);
  });

  it("of two documents that differ are both there", async () => {
    const other = application({}, { 联合体概况: { 负责人: { 姓名: "赵六" } } });
    const { consortia } = await of({ "a.yaml": texts["a.yaml"], "b.yaml": other }, { personal: true });
    expect(consortia[0]?.personal.filter(({ label }) => label === "联合体负责人").map(({ text }) => text)).toEqual([
      "张三",
      "赵六",
    ]);
  });
});

describe("a consortium", () => {
  const profile = async (texts: Record<string, string>, name: string, published = true) =>
    (await of(texts, { published })).consortia.find((each) => each.name === name);

  it("without documents is shown as the published list has it", async () => {
    expect(await profile({ "a.yaml": plan(2025) }, LISTED)).toEqual({
      name: LISTED,
      city: "衡阳市",
      inferred: true,
      published: 6,
      parks: ["衡阳高新技术产业园区"],
      leads: ["湖南高速铁路职业技术学院", "湖南财经工业职业技术学院", "特变电工衡阳变压器有限公司"],
      files: [],
      personal: [],
    });
    expect(await profile({ "a.yaml": plan(2025) }, LISTED, false)).toBeUndefined();
  });

  it("is as its documents have it, each name once", async () => {
    const own = {
      联合体名称: LISTED,
      ...{ 推荐市州: "衡阳市", 依托园区: ["甲园", "乙园", "甲园"], 牵头学校: ["甲校"], 牵头企业: ["乙企"] },
    };
    const [a, b] = [application({}, own), plan(2025, { 联合体名称: LISTED, 牵头学校: ["甲校"], 依托园区: ["甲园"] })];
    expect(await profile({ "a.yaml": a, "b.yaml": b }, LISTED)).toMatchObject({
      ...{ city: "衡阳市", inferred: false, published: 6 },
      ...{ parks: ["甲园", "乙园"], leads: ["甲校", "乙企"], files: ["a.yaml", "b.yaml"] },
    });
  });

  it.each([
    ["on the list, without its city", application({}, { 联合体名称: LISTED, 推荐市州: null }), LISTED, "衡阳市", true],
    ["on the list, of another city", application({}, { 联合体名称: LISTED }), LISTED, "长沙市", false],
    ["not on the list, without its city", application({}, { 推荐市州: null }), NAME, undefined, false],
  ])("%s", async (_, text, name, city, inferred) => {
    const found = await profile({ "a.yaml": text }, name);
    expect([found?.city, found?.inferred]).toEqual([city, inferred]);
  });
});

it("counts files and kinds, and what could not be checked", async () => {
  const texts = { "a.yaml": application({}), "b.yaml": application({}), "p.yaml": plan(2025), "x.yaml": "备忘: 无\n" };
  const { files, checked, kinds } = await of(texts);
  expect({ files, checked, kinds }).toEqual({
    files: 4,
    checked: 3,
    kinds: [
      { kind: "推荐书", count: 2 },
      { kind: "年度工作计划", count: 1 },
    ],
  });
});

it("leaves those of the published list without a document out of the ledger when told", async () => {
  const ledger = {
    presentation,
    today: "2025-12-30",
    consortia: [],
    absent: [{ no: 1, name: "甲", city: "乙" }],
    leftOut: [],
  };
  expect((await of({ "a.yaml": plan(2025) }, { ledger })).ledger?.absent).toEqual([]);
  expect((await of({ "a.yaml": plan(2025) }, { ledger, published: true })).ledger?.absent).toHaveLength(1);
  expect(await of({ "a.yaml": plan(2025) })).not.toHaveProperty("ledger");
});

describe("a figure by year", () => {
  const courses = (years: object) => ({ 办学成效和服务能力: { 资源共建共享: { 共建课程: years } } });
  const final = (年度: number, 上年: unknown, 本年: unknown, 数据暂定: unknown = false) =>
    yearEnd(年度, [], { ...courses({ 上年, 本年 }), 数据暂定 });
  const half = (年度: number, 上年: unknown, 本年: unknown) =>
    halfYear(年度, [], { ...courses({ 上年, 本年 }), 数据暂定: true });
  const applied = (years: object) => application({}, courses(years));

  const values = async (texts: string[]) => {
    const named = Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, text]));
    const [series] = (await of(named)).figures.flatMap(({ figures }) => figures);
    return series?.consortia[0]?.values.map(
      ({ year, value, provisional }) => `${year}=${value}${provisional ? "?" : ""}`,
    );
  };

  it.each<[string, string[], string[] | undefined]>([
    ["an application's", [applied({ 2023: 2, 2022: 1 })], ["2022=1", "2023=2"]],
    ["a summary's", [final(2024, 3, 4)], ["2023=3", "2024=4"]],
    ["only one of a summary's", [final(2024, null, 4)], ["2024=4"]],
    ["provisional", [final(2024, 3, 4, true)], ["2023=3", "2024=4?"]],
    ["not said to be final", [final(2024, 3, 4, null)], ["2023=3", "2024=4?"]],
    [
      "the summary's after the application's",
      [final(2024, 3, 4), applied({ 2022: 1, 2023: 2 })],
      ["2022=1", "2023=3", "2024=4"],
    ],
    ["the year's after the half-year's", [final(2024, 3, 4), half(2024, 5, 6)], ["2023=3", "2024=4"]],
    ["the next half-year's after the year's", [half(2025, 7, 8), final(2024, 3, 4)], ["2023=3", "2024=7", "2025=8?"]],
    ["in words", [applied({ 2022: "很多" })], undefined],
    ["of a summary without its year", [final(2024, 3, 4).replace("年度: 2024\n", "")], undefined],
  ])("%s", async (_, texts, expected) => {
    expect(await values(texts)).toEqual(expected);
  });

  it("has a row for each consortium, under all years that some of them have said", async () => {
    const other = final(2024, 3, 4).replaceAll(NAME, "乙产教联合体");
    const { figures } = await of({ "a.yaml": applied({ 2022: 1, 2023: 2 }), "b.yaml": other });
    expect(figures.map(({ title }) => title)).toEqual(["资源共建共享"]);
    const [series] = figures[0]?.figures ?? [];
    expect(series).toMatchObject({ name: "共建课程", unit: "个", years: [2022, 2023, 2024] });
    expect(series?.consortia.map(({ name, values: own }) => [name, own.length])).toEqual([
      [NAME, 2],
      ["乙产教联合体", 2],
    ]);
  });

  it("of two parts is two figures", async () => {
    const teachers = (years: object) => ({
      办学成效和服务能力: { 资源共建共享: { 师资共建共享: { 企业兼职教师: years } } },
    });
    const text = application({}, teachers({ 2022: { 人次: 1, 课时数: 2 }, 2023: { 人次: 3 } }));
    const { figures } = await of({ "a.yaml": text });
    expect(figures.flatMap((group) => group.figures.map(({ name, years }) => [name, years]))).toEqual([
      ["企业兼职教师·人次", [2022, 2023]],
      ["企业兼职教师·课时数", [2022]],
    ]);
  });
});
