import { describe, expect, it } from "vitest";
import { type Diagnostic, track } from "../../src/index.js";
import { BEGINNING } from "../../src/model/place.js";
import { alertsOf } from "../support/alerts.js";
import { checkTexts } from "../support/check.js";
import { application, halfYear, ledgerOf, NAME, plan, yearEnd } from "../support/filings.js";

// Which consortia, years and documents the ledger holds, in which order, and which files it leaves out.

const DONE = ["已完成", "已完成"];
const LISTED = "衡阳市域产教联合体";
const listed = (text: string) => text.replaceAll(NAME, LISTED);

const yearsOf = async (texts: Record<string, string>, today: string) =>
  (await ledgerOf(texts, today)).consortia[0]?.years.map(({ year }) => year);

describe("the years", () => {
  it.each<[string, Record<string, string>, string, number[]]>([
    ["an application alone, not on the list", { "a.yaml": application({}) }, "2026-01-10", []],
    ["an application alone, on the list", { "a.yaml": listed(application({})) }, "2026-01-10", [2024, 2025, 2026]],
    ["the year of the notice", { "a.yaml": listed(application({})) }, "2024-12-31", [2024]],
    ["the year before the notice", { "a.yaml": listed(application({})) }, "2023-12-31", []],
    ["the first day of a year", { "a.yaml": listed(application({})) }, "2025-01-01", [2024, 2025]],
    ["a plan of this year", { "a.yaml": plan(2025) }, "2025-02-01", [2024, 2025]],
    ["a plan of a year to come", { "a.yaml": plan(2028) }, "2025-02-01", [2024, 2025, 2028]],
    ["a plan of a year gone by", { "a.yaml": plan(2022) }, "2024-06-01", [2022, 2024]],
    ["two of one year", { "a.yaml": plan(2025), "b.yaml": yearEnd(2025, DONE) }, "2025-12-30", [2024, 2025]],
  ])("of %s", async (_, texts, today, years) => {
    expect(await yearsOf(texts, today)).toEqual(years);
  });

  it.each([
    [2023, []],
    [2024, [2024]],
    [2027, [2027]],
  ])("can be one that is asked for: %d", async (year, expected) => {
    const report = await checkTexts({ "a.yaml": listed(application({})) }, { today: "2025-02-01" });
    const { consortia } = track(report, { today: "2025-02-01", year });
    expect(consortia[0]?.years.map((each) => each.year)).toEqual(expected);
  });

  it("that are not asked for are left out of documents and alerts, and what has no year stays", async () => {
    const texts = { "a.yaml": application({}), "24.yaml": yearEnd(2024, DONE), "25.yaml": plan(2025) };
    const report = await checkTexts(texts, { today: "2025-12-30" });
    const { consortia } = track(report, { today: "2025-12-30", year: 2025 });
    expect(consortia[0]?.documents.map(({ file }) => file)).toEqual(["a.yaml", "25.yaml"]);
    expect(new Set(consortia[0]?.alerts.map(({ year }) => year))).toEqual(new Set([2025, undefined]));
  });
});

describe("a document's year", () => {
  const of = (year: string) => plan(2025).replace("年度: 2025", `年度: ${year}`);

  it.each([
    ["999", false],
    ["1000", true],
    ["9999", true],
    ["10000", false],
    ["2025.5", false],
    ["去年", false],
    ["", false],
  ])("%j is one: %s", async (year, isOne) => {
    const { consortia, leftOut } = await ledgerOf({ "a.yaml": of(year) }, "2025-02-01");
    expect(leftOut.map(({ file, line }) => `${file}:${line}`)).toEqual(isOne ? [] : ["a.yaml:1"]);
    expect(consortia.flatMap((each) => each.documents.map((document) => document.year))).toEqual(
      isOne ? [Number(year)] : [],
    );
  });
});

describe("who is in it", () => {
  it("are the published in the list's order, then the others, and the published without a document apart", async () => {
    const third = "湖南湘江新区新一代自主安全计算系统产教联合体";
    const { consortia, absent } = await ledgerOf(
      { "z.yaml": plan(2025), "b.yaml": listed(plan(2025)), "a.yaml": plan(2025).replaceAll(NAME, third) },
      "2025-02-01",
    );
    expect(consortia.map(({ name, published }) => [name, published])).toEqual([
      [third, 3],
      [LISTED, 6],
      [NAME, undefined],
    ]);
    expect(absent).toHaveLength(19);
    expect(absent.map(({ no }) => no)).not.toContain(3);
    expect(absent[0]).toEqual({ no: 1, name: "长沙市先进制造业产教联合体", city: "长沙市" });
  });

  it.each([
    ["not on the list", plan(2025), ["note - not-published"]],
    ["not on the list, with an application alone", application({}), ["note - not-published"]],
    ["on the list", listed(plan(2025)), []],
    ["on the list, spelled otherwise", plan(2025).replaceAll(NAME, "衡阳 市域 产教联合体"), []],
  ])("%s", async (_, text, expected) => {
    expect(await alertsOf("not-published", { "a.yaml": text }, "2025-02-01")).toEqual(expected);
  });

  it("says that one who has only applied owes nothing, and of one who has filed no such thing", async () => {
    const said = async (text: string) =>
      (await ledgerOf({ "a.yaml": text }, "2025-02-01")).consortia[0]?.alerts.find(({ id }) => id === "not-published")
        ?.message;
    expect(await said(application({}))).toContain("只有推荐书,没有要报的");
    expect(await said(plan(2025))).not.toContain("没有要报的");
  });

  it("keeps each document with its kind, its year and the errors in it", async () => {
    const { consortia } = await ledgerOf({ "a.yaml": application({}), "b.yaml": plan(2025) }, "2025-02-01");
    expect(consortia[0]?.documents).toEqual([
      { file: "a.yaml", kind: "推荐书", errors: expect.any(Number) },
      { file: "b.yaml", kind: "年度工作计划", year: 2025, errors: expect.any(Number) },
    ]);
    for (const { errors } of consortia[0]?.documents ?? []) expect(errors).toBeGreaterThan(1);
  });

  it("puts the gravest alert first, whatever its year", async () => {
    const texts = { "h.yaml": halfYear(2024, ["未完成"]), "p.yaml": plan(2024), "y.yaml": plan(2025) };
    const { consortia } = await ledgerOf(texts, "2025-12-30");
    const severities = consortia[0]?.alerts.map(({ severity }) => severity) ?? [];
    expect(new Set(severities)).toEqual(new Set(["serious", "attention", "note"]));
    const order = ["serious", "attention", "note"];
    expect(severities).toEqual([...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });
});

describe("what is left out", () => {
  it.each([
    ["a text that names no form", "备忘: 无\n", "a.yaml:1"],
    ["a text that cannot be read", "年度: [\n", "a.yaml:1"],
    ["a form there is not", "表单: hunan-1999/推荐书\n", "a.yaml:1"],
    ["a plan without its year", "# 计划\n表单: hunan-2024/年度工作计划\n联合体名称: 甲\n", "a.yaml:2"],
  ])("%s", async (_, text, place) => {
    const { consortia, leftOut } = await ledgerOf({ "a.yaml": text, "b.yaml": plan(2025) }, "2025-02-01");
    expect(leftOut.map(({ file, line }) => `${file}:${line}`)).toEqual([place]);
    expect(consortia).toHaveLength(1);
  });

  it("has no line where the file could not be read", async () => {
    const report = await checkTexts({ "b.yaml": plan(2025) }, { today: "2025-02-01" });
    const trouble: Diagnostic = {
      ruleId: "file/unreadable",
      severity: "error",
      file: "没有.yaml",
      pointer: "",
      place: BEGINNING,
      message: "找不到这个文件",
      related: [],
    };
    const whole = { ...report, files: ["没有.yaml", ...report.files], diagnostics: [trouble, ...report.diagnostics] };
    expect(track(whole, { today: "2025-02-01" }).leftOut).toEqual([{ file: "没有.yaml", message: "找不到这个文件" }]);
  });

  it("names forms under which nothing is owed", async () => {
    const report = await checkTexts({ "b.yaml": plan(2025) }, { today: "2025-02-01" });
    const documents = report.documents.map((document) => {
      const { tracking: _, ...form } = document.form;
      return { ...document, form };
    });
    const { consortia, leftOut } = track({ ...report, documents }, { today: "2025-02-01" });
    expect(consortia).toEqual([]);
    expect(leftOut.map(({ file, line }) => [file, line])).toEqual([["b.yaml", 1]]);
  });
});
