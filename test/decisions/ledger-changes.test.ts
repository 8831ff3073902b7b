import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { alertsOf } from "../support/alerts.js";
import { application, filed, ledgerOf, NAME, plan, yearEnd } from "../support/filings.js";

// What happened to a consortium: renamed, merged, dissolved, removed, lead changed. And what looks like a new name.

const DONE = ["已完成", "已完成"];
const FAILED = ["已完成", "未完成"];
const NEW = "甲市新名产教联合体";
const LISTED = "衡阳市域产教联合体";

/** A record of one change; the day and the paper are there unless the fields say otherwise. */
const change = (类型: string, fields: object = {}, 联合体名称 = NAME) =>
  stringify({
    表单: "hunan-2024/变更记录",
    联合体名称,
    变更: [{ 类型, 日期: "2025-06-01", 文件: "湘教函〔2025〕1号", ...fields }],
  });
const renamed = (fields: object = {}) => change("更名", { 新名称: NEW, ...fields });
const year = (of: number, states: string[], name = NAME) => ({
  [`${of}p.yaml`]: plan(of, { 报送: filed(`${of}-01-18`) }).replaceAll(NAME, name),
  [`${of}s.yaml`]: yearEnd(of, states).replaceAll(NAME, name),
});
const summary = async (texts: Record<string, string>, today: string) =>
  (await ledgerOf(texts, today)).consortia.map(({ name, years }) => [name, ...years.map((each) => each.fulfilled)]);

describe("renamed", () => {
  const texts = { ...year(2024, FAILED), ...year(2025, FAILED, NEW) };

  it("keeps its run of years and has its new name", async () => {
    const all = { ...texts, "c.yaml": renamed() };
    expect(await summary(all, "2026-01-10")).toEqual([[NEW, "no", "no", "unknown"]]);
    expect((await alertsOf("removal", all, "2026-01-10")).length).toBe(1);
    expect((await ledgerOf(all, "2026-01-10")).consortia[0]?.otherNames).toEqual([NAME]);
    expect(await alertsOf("change", all, "2026-01-10")).toEqual(["note 2025 change c.yaml#/变更/0"]);
  });

  it.each<[string, string]>([
    ["without a record", ""],
    ["without a day", renamed({ 日期: null })],
    ["without a paper", renamed({ 文件: null })],
    ["without the new name", renamed({ 新名称: null })],
    ["to another name", renamed({ 新名称: "丙" })],
    ["to the name it has", renamed({ 新名称: NAME })],
  ])("is two %s", async (_, record) => {
    const all = record === "" ? texts : { ...texts, "c.yaml": record };
    expect((await summary(all, "2026-01-10")).length).toBe(2);
    expect(await alertsOf("removal", all, "2026-01-10")).toEqual([]);
    const lacking = /null/u.test(record) ? ["attention - change-incomplete c.yaml#/变更/0"] : [];
    expect(await alertsOf("change-incomplete", all, "2026-01-10")).toEqual(lacking);
  });

  it("has its old name until the day", async () => {
    const names = async (today: string) =>
      (await summary({ ...texts, "c.yaml": renamed() }, today)).map(([name]) => name);
    expect(await names("2025-05-31")).toEqual([NAME]);
    expect(await names("2025-06-01")).toEqual([NEW]);
  });

  it("twice, and spelled otherwise, is one", async () => {
    const again = change("更名", { 新名称: "丙联合体", 日期: "2025-09-01" }, "甲市 新名产教联合体");
    const all = { ...texts, "c.yaml": renamed(), "d.yaml": again, ...year(2026, DONE, "丙联合体") };
    expect(await summary(all, "2026-12-30")).toEqual([["丙联合体", "no", "no", "yes"]]);
  });

  it("keeps its place on the published list", async () => {
    const all = { ...year(2025, DONE, NEW), "c.yaml": change("更名", { 新名称: NEW }, LISTED) };
    const { consortia, absent } = await ledgerOf(all, "2026-01-10");
    expect(consortia.map(({ name, published }) => [name, published])).toEqual([[NEW, 6]]);
    expect(absent).toHaveLength(20);
    expect(await alertsOf("not-published", all, "2026-01-10")).toEqual([]);
  });

  it("does not make one of two on the published list", async () => {
    const other = "怀化市产教联合体";
    const all = { ...year(2025, DONE, LISTED), "c.yaml": change("更名", { 新名称: other }, LISTED) };
    const { consortia, absent } = await ledgerOf(all, "2026-01-10");
    expect(consortia.map(({ published }) => published)).toEqual([6]);
    expect(absent.map(({ name }) => name)).toContain(other);
  });
});

describe("ended", () => {
  const states = async (record: string, today: string, more: Record<string, string> = {}) => {
    const all = { ...year(2024, DONE), "25.yaml": plan(2025), "c.yaml": record, ...more };
    const { consortia } = await ledgerOf(all, today);
    return consortia[0]?.years.map(({ year: of, fulfilled, filings }) => [
      of,
      fulfilled,
      ...filings.map(({ state }) => state),
    ]);
  };

  it.each(["并入", "解散", "撤销", "调出"])("by %s: owes nothing that is due later", async (类型) => {
    const record = change(类型, 类型 === "并入" ? { 并入: "乙联合体" } : {});
    expect((await states(record, "2027-01-30"))?.slice(1)).toEqual([
      [2025, "unknown", "filed", "released", "released"],
    ]);
    const all = { ...year(2024, DONE), "25.yaml": plan(2025), "c.yaml": record };
    for (const id of ["undetermined", "not-filed"])
      expect((await alertsOf(id, all, "2027-01-30")).filter((each) => !each.includes("2024"))).toEqual([]);
  });

  it.each(["牵头变更", "重大变动", "重大违规"])("not by %s", async (类型) => {
    expect((await states(change(类型), "2026-01-10"))?.slice(1)).toEqual([
      [2025, "unknown", "filed", "missing", "missing"],
      [2026, "unknown", "due", "due", "due"],
    ]);
  });

  it.each<[string, string, string]>([
    ["the day before the half-year summary was due", "2025-06-19", "released"],
    ["on that day", "2025-06-20", "missing"],
  ])("%s", async (_, 日期, state) => {
    expect((await states(change("解散", { 日期 }), "2026-01-10"))?.[1]?.[3]).toBe(state);
  });

  it("only from its day, with its paper", async () => {
    expect((await states(change("解散"), "2025-05-31"))?.[1]?.[3]).toBe("due");
    expect((await states(change("解散", { 文件: null }), "2025-07-31"))?.[1]?.[3]).toBe("missing");
  });

  it("is judged by what it filed before", async () => {
    const record = change("解散", { 日期: "2025-12-19" });
    expect((await states(record, "2026-01-10", { "s.yaml": yearEnd(2025, DONE) }))?.[1]?.[1]).toBe("yes");
    const later = change("解散", { 日期: "2025-12-01" });
    expect((await states(later, "2026-01-10", { "s.yaml": yearEnd(2025, FAILED) }))?.[1]?.[1]).toBe("unknown");
  });

  it("needs no advice to be removed", async () => {
    const all = { ...year(2024, FAILED), ...year(2025, FAILED) };
    expect((await alertsOf("removal", all, "2026-06-01")).length).toBe(1);
    const gone = change("调出", { 日期: "2026-03-01" });
    expect(await alertsOf("removal", { ...all, "c.yaml": gone }, "2026-06-01")).toEqual([]);
    expect((await alertsOf("removal", { ...all, "c.yaml": gone }, "2026-02-01")).length).toBe(1);
  });
});

describe("what may cost its place", () => {
  it.each([
    ["解散", "serious 2025 major-change"],
    ["撤销", "serious 2025 major-change"],
    ["重大变动", "serious 2025 major-change"],
    ["重大违规", "serious 2025 major-change"],
    ["牵头变更", "attention 2025 change"],
    ["调出", "note 2025 change"],
  ])("%s", async (类型, expected) => {
    const { consortia } = await ledgerOf({ "c.yaml": change(类型, {}, LISTED) }, "2026-01-10");
    const found = consortia[0]?.alerts.find(({ id }) => id === "major-change" || id === "change");
    expect(`${found?.severity} ${found?.year} ${found?.id}`).toBe(expected);
    expect(found?.message).toContain(`2025年6月1日${类型},依据湘教函〔2025〕1号`);
    if (found?.severity === "serious")
      expect(found.clause).toMatch(/^湘教通〔2024〕116号 第3条“.*”;湘教通〔2024〕23号 三、组织实施 4“.*”$/u);
  });

  it("is not there yet while its day is to come", async () => {
    const all = { "c.yaml": change("重大违规", { 日期: "2027-01-01" }, LISTED) };
    expect(await alertsOf("major-change", all, "2026-01-10")).toEqual([]);
    expect(await alertsOf("change", all, "2026-01-10")).toEqual(["note - change c.yaml#/变更/0"]);
  });
});

describe("what looks like a new name", () => {
  const place = { 依托园区: ["甲园区"], 牵头学校: ["甲学院"], 牵头企业: ["甲公司"] };
  const of = (name: string, years: number, fields: object = {}) =>
    plan(years, { ...place, ...fields }).replaceAll(NAME, name);

  it.each<[string, Record<string, string>, string[]]>([
    [
      "the same park and leads",
      { "a.yaml": of(NAME, 2024), "b.yaml": of(NEW, 2025) },
      ["b.yaml#/联合体名称 a.yaml#/联合体名称"],
    ],
    ["another park", { "a.yaml": of(NAME, 2024), "b.yaml": of(NEW, 2025, { 依托园区: ["乙园区"] }) }, []],
    ["other leads", { "a.yaml": of(NAME, 2024), "b.yaml": of(NEW, 2025, { 牵头学校: ["乙学院"], 牵头企业: [] }) }, []],
    [
      "one lead of two",
      { "a.yaml": of(NAME, 2024), "b.yaml": of(NEW, 2025, { 牵头企业: ["乙公司"] }) },
      ["b.yaml#/联合体名称 a.yaml#/联合体名称"],
    ],
    ["both filed the same", { "a.yaml": of(NAME, 2025), "b.yaml": of(NEW, 2025) }, []],
    ["one has only applied", { "a.yaml": of(NAME, 2024), "b.yaml": application({}, place).replaceAll(NAME, NEW) }, []],
    [
      "one of the published list",
      {
        "b.yaml": of(NEW, 2025, {
          依托园区: ["衡阳高新技术产业园区"],
          牵头学校: ["湖南高速铁路职业技术学院"],
        }),
      },
      ["b.yaml#/联合体名称"],
    ],
    ["a record says so", { "a.yaml": of(NAME, 2024), "b.yaml": of(NEW, 2025), "c.yaml": renamed() }, []],
  ])("%s", async (_, texts, places) => {
    const expected = places.map((each) => `attention - maybe-renamed ${each}`);
    expect(await alertsOf("maybe-renamed", texts, "2026-01-10")).toEqual(expected);
  });
});
