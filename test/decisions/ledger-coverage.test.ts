import { describe, expect, it } from "vitest";
import { type Coverage, coverage } from "../../src/index.js";
import { cellSign } from "../../src/model/coverage.js";
import { coverageSheets } from "../../src/views/coverage-sheets.js";
import { checkTexts, forms } from "../support/check.js";

// The state of each cell of the coverage map, and the city of each consortium.

const doc = (name: string, city: string, codes?: string[]) =>
  JSON.stringify({
    表单: "hunan-2024/推荐书",
    ...(name !== "" && { 联合体名称: name }),
    ...(city !== "" && { 推荐市州: city }),
    ...(codes && { 联合体概况: { 主导产业: { 产业: codes } } }),
  });

async function found(texts: string[], published = false): Promise<Coverage> {
  const named = Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, text]));
  return coverage((await checkTexts(named, { draft: true })).documents, { forms, published });
}

function cellOf({ cities, industries }: Coverage, short: string, code: string) {
  return industries.find((each) => each.code === code)?.cells[cities.findIndex((each) => each.short === short)];
}

describe("a cell", () => {
  // A1 is placed in 长沙 as ★★, in 岳阳 as ★★★, in 株洲 not at all
  it.each<[string, string[], string, string, string]>([
    ["no consortium", [], "岳阳", "A1", "unserved"],
    ["one who serves it", [doc("甲", "岳阳市", ["A1"])], "岳阳", "A1", "served"],
    ["one who serves another", [doc("甲", "岳阳市", ["A2"])], "岳阳", "A1", "unserved"],
    ["one who has not said", [doc("甲", "岳阳市")], "岳阳", "A1", "unknown"],
    ["one who has said nothing", [doc("甲", "岳阳市", [])], "岳阳", "A1", "unknown"],
    ["one who has said what is no code", [doc("甲", "岳阳市", ["X9"])], "岳阳", "A1", "unknown"],
    [
      "one who serves it, one who has not said",
      [doc("甲", "岳阳市", ["A1"]), doc("乙", "岳阳市")],
      "岳阳",
      "A1",
      "served",
    ],
    [
      "one who serves another, one who has not said",
      [doc("甲", "岳阳市", ["A2"]), doc("乙", "岳阳市")],
      "岳阳",
      "A1",
      "unknown",
    ],
    ["one who serves it elsewhere", [doc("甲", "长沙市", ["A1"])], "岳阳", "A1", "unserved"],
  ])("%s", async (_, texts, city, code, state) => {
    expect(cellOf(await found(texts), city, code)?.state).toBe(state);
  });

  it("names who serves it, and its mark", async () => {
    const both = await found([doc("甲", "岳阳市", ["A1"]), doc("乙", "岳阳市", ["A1", "A2"])]);
    expect(cellOf(both, "岳阳", "A1")).toEqual({ mark: "★★★", state: "served", served: ["甲", "乙"] });
    expect(cellOf(both, "长沙", "A1")).toEqual({ mark: "★★", state: "unserved", served: [] });
    expect(cellOf(both, "株洲", "A1")).toEqual({ state: "unserved", served: [] });
  });

  it.each([
    [{ mark: "★★★", state: "served" }, "核✓", "good"],
    [{ mark: "★★★", state: "unserved" }, "核✗", "bad"],
    [{ mark: "★★", state: "unknown" }, "重?", "unknown"],
    [{ state: "served" }, "外✓", "good"],
    [{ state: "unserved" }, "", undefined],
    [{ state: "unknown" }, "", undefined],
  ] as const)("%j reads %j", async (cell, sign, tone) => {
    const coverage = await found([]);
    expect(cellSign({ ...cell, served: [] }, coverage.marks)).toBe(sign);
    const only = {
      ...coverage,
      industries: [{ code: "A1", name: "石化", class: "A", cells: [{ ...cell, served: ["甲"] }] }],
    };
    const [, , shown] = coverageSheets({ ...only, cities: coverage.cities.slice(0, 1) })[0]?.rows[1] ?? [];
    const mark = "mark" in cell ? `${cell.mark} ` : "";
    expect(shown).toEqual(sign === "" ? undefined : { text: `${mark}${sign}\n甲`, tone });
  });
});

describe("a city's core industries", () => {
  const codes = async (texts: string[]) => {
    const { cities } = await found(texts);
    const { unserved, unknown } = cities.find(({ short }) => short === "永州") ?? {};
    return { unserved, unknown };
  };

  it.each<[string, string[], string[], string[]]>([
    ["no consortium", [], ["A3", "A4", "B3"], []],
    ["one served", [doc("甲", "永州市", ["A3"])], ["A4", "B3"], []],
    ["all served", [doc("甲", "永州市", ["A3", "A4", "B3"])], [], []],
    ["one who has not said", [doc("甲", "永州市")], [], ["A3", "A4", "B3"]],
    ["one served, one who has not said", [doc("甲", "永州市", ["A3"]), doc("乙", "永州市")], [], ["A4", "B3"]],
  ])("%s", async (_, texts, unserved, unknown) => {
    expect(await codes(texts)).toEqual({ unserved, unknown });
  });
});

describe("a consortium", () => {
  it.each<[string, string[], string, string[]]>([
    ["in its city", [doc("甲", "永州市")], "永州", ["甲"]],
    ["in no city there is", [doc("甲", "某市")], "", ["甲"]],
    ["without a city", [doc("甲", "")], "", ["甲"]],
    ["without a name", [doc("", "永州市")], "永州", ["0.yaml"]],
    ["of two documents", [doc("甲", "永州市"), doc("甲 ", "永州市")], "永州", ["甲"]],
  ])("%s", async (_, texts, city, names) => {
    const { cities, unplaced } = await found(texts);
    const placed = cities.flatMap(({ short, consortia }) => consortia.map(({ name }) => [short, name]));
    expect([...placed, ...unplaced.map(({ name }) => ["", name])]).toEqual(names.map((name) => [city, name]));
  });

  it("keeps its number, its files and each code once", async () => {
    const name = "衡阳市域产教联合体";
    const { cities, roster } = await found(
      [doc(name, "衡阳市", ["A1", "X9"]), doc(name, "衡阳市", ["B4", "A1"])],
      true,
    );
    expect(cities.find(({ short }) => short === "衡阳")?.consortia).toEqual([
      { name, published: 6, files: ["0.yaml", "1.yaml"], industries: ["A1", "B4"] },
    ]);
    expect(roster).toBe("湘教通〔2024〕116号 附件《湖南省市域产教联合体建设单位名单》");
    expect(cities.flatMap(({ consortia }) => consortia)).toHaveLength(21);
  });

  it("is not known from the published list when that is not asked for", async () => {
    const name = "衡阳市域产教联合体";
    const alone = await found([doc(name, "")]);
    expect(alone).not.toHaveProperty("roster");
    expect(alone.unplaced).toEqual([{ name, files: ["0.yaml"] }]);
  });

  it("is of the city that its application names, else of the first that any names", async () => {
    const plan = (city: string) =>
      JSON.stringify({ 表单: "hunan-2024/年度工作计划", 联合体名称: "甲", 所在市州: city });
    const placed = async (...texts: string[]) =>
      (await found(texts)).cities.filter(({ consortia }) => consortia.length > 0).map(({ short }) => short);
    expect(await placed(plan("永州市"), doc("甲", "邵阳市"))).toEqual(["邵阳"]);
    expect(await placed(plan("永州市"), doc("甲", ""))).toEqual(["永州"]);
    expect(await placed(plan("永州市"), plan("邵阳市"))).toEqual(["永州"]);
  });
});

describe("as sheets", () => {
  it("count the consortia of a city, and mark a city that has none", async () => {
    const [map, list] = coverageSheets(await found([doc("甲", "长沙市", ["A1"]), doc("乙", "长沙市"), doc("丙", "")]));
    expect(map?.columns.slice(0, 4).map(({ title }) => title)).toEqual(["代码", "产业", "长沙", "株洲"]);
    expect(map?.rows[0]?.slice(1, 4)).toEqual(["联合体(个)", 2, { text: "0", tone: "bad" }]);
    expect(map?.rows[1]?.slice(0, 2)).toEqual(["A1", "现代石化"]);
    const silent = { text: expect.any(String), tone: "unknown" };
    expect(list?.rows).toEqual([
      [undefined, "甲", "长沙市", "A1", "0.yaml"],
      [undefined, "乙", "长沙市", silent, "1.yaml"],
      [undefined, "丙", "不明", silent, "2.yaml"],
    ]);
    expect([map?.keep, list?.keep]).toEqual([2, 2]);
  });
});
