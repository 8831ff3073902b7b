import { describe, expect, it } from "vitest";
import { type Coverage, coverage } from "../../src/index.js";
import { checkTexts, forms } from "../support/check.js";

/** An application that says no more than what coverage looks at. */
const application = (name: string, city: string, codes?: string) =>
  [
    "表单: hunan-2024/推荐书",
    `联合体名称: ${name}`,
    `推荐市州: ${city}`,
    ...(codes === undefined ? [] : ["联合体概况:", "  主导产业:", `    产业: ${codes}`]),
  ].join("\n");

async function found(texts: string[], published = true): Promise<Coverage> {
  const named = Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, text]));
  return coverage((await checkTexts(named, { draft: true })).documents, { forms, published });
}

const city = ({ cities }: Coverage, short: string) => cities.find((each) => each.short === short);
function cell({ cities, industries }: Coverage, short: string, code: string) {
  return industries.find((each) => each.code === code)?.cells[cities.findIndex((each) => each.short === short)];
}

describe("the published list alone", () => {
  it("leaves three cities without a consortium", async () => {
    const { cities, clause } = await found([]);
    expect(cities).toHaveLength(14);
    expect(cities.filter(({ consortia }) => consortia.length === 0).map(({ short }) => short)).toEqual([
      "邵阳",
      "永州",
      "湘西自治州",
    ]);
    expect(cities.reduce((sum, { consortia }) => sum + consortia.length, 0)).toBe(21);
    expect(clause).toBe("湘教通〔2024〕23号 一、工作目标“每个市州至少应建立1个以上联合体”");
  });

  it("calls an industry unserved only where there is no consortium: the list prints no industries", async () => {
    const alone = await found([]);
    expect(city(alone, "永州")).toMatchObject({ unserved: ["A3", "A4", "B3"], unknown: [] });
    expect(city(alone, "常德")).toMatchObject({ unserved: [], unknown: ["A3", "A4", "B3"] });
    expect(cell(alone, "株洲", "B2")).toEqual({ mark: "★★★", state: "unknown", served: [] });
  });
});

describe("joined with documents", () => {
  it("takes a document for the published consortium of its name, however that is typed", async () => {
    const joined = await found([application("衡阳 市域产教联合体", "衡阳", "[A1, B4]")]);
    expect(city(joined, "衡阳")?.consortia).toEqual([
      { name: "衡阳市域产教联合体", published: 6, files: ["0.yaml"], industries: ["A1", "B4"] },
    ]);
    expect(city(joined, "衡阳")).toMatchObject({ unserved: ["A2"], unknown: [] });
    expect(cell(joined, "衡阳", "A1")).toEqual({ mark: "★★★", state: "served", served: ["衡阳市域产教联合体"] });
  });

  it("does not know what others serve while one has not said", async () => {
    const joined = await found([application("益阳市智能制药产教联合体", "益阳", "[A3]")]);
    expect(city(joined, "益阳")).toMatchObject({ unserved: [], unknown: ["B3"] });
    expect(cell(joined, "益阳", "A3")?.state).toBe("served");
  });

  it("believes the document's city rather than the one inferred from the park", async () => {
    const joined = await found([application("益阳市智能制药产教联合体", "娄底")]);
    expect(city(joined, "益阳")?.consortia.map(({ published }) => published)).toEqual([18]);
    expect(city(joined, "娄底")?.consortia.map(({ published }) => published)).toEqual([17, 21]);
  });

  it("counts plans and summaries for the consortium they name", async () => {
    const plan = "表单: hunan-2024/年度工作计划\n联合体名称: 邵阳市示例产教联合体\n所在市州: 邵阳\n";
    const joined = await found([plan, application("邵阳市示例产教联合体", "邵阳", "[C1]")], false);
    expect(city(joined, "邵阳")?.consortia).toEqual([
      { name: "邵阳市示例产教联合体", files: ["1.yaml", "0.yaml"], industries: ["C1"] },
    ]);
    expect(joined.cities.filter(({ consortia }) => consortia.length > 0)).toHaveLength(1);
    expect(joined).not.toHaveProperty("roster");
  });

  it("believes the application's city rather than a plan's", async () => {
    const plan = "表单: hunan-2024/年度工作计划\n联合体名称: 甲\n所在市州: 永州\n";
    const joined = await found([plan, application("甲", "邵阳")], false);
    expect([city(joined, "邵阳"), city(joined, "永州")].map((each) => each?.consortia.length)).toEqual([1, 0]);
  });

  it("shows an industry served outside the layout, and takes a code that is none for nothing said", async () => {
    const joined = await found([application("甲", "湘西州", "[D3]"), application("乙", "永州", "[X9]")]);
    expect(cell(joined, "湘西自治州", "D3")).toEqual({ state: "served", served: ["甲"] });
    expect(city(joined, "永州")).toMatchObject({ unserved: [], unknown: ["A3", "A4", "B3"] });
  });

  it("keeps consortia whose city or name is not filled in", async () => {
    const joined = await found([
      application("甲", ""),
      "表单: hunan-2024/推荐书\n推荐市州: 邵阳\n",
      application("丙", "某市"),
    ]);
    expect(joined.unplaced.map(({ name }) => name)).toEqual(["甲", "丙"]);
    expect(city(joined, "邵阳")?.consortia).toEqual([{ name: "1.yaml", files: ["1.yaml"] }]);
  });
});

it("tells nothing of a form without cities and industries", async () => {
  const { documents } = await checkTexts({ "a.yaml": "表单: hunan-2024/推荐书\n" }, { draft: true });
  const [document] = documents;
  if (!document) throw new Error("no document");
  const bare = { ...document, form: { ...document.form, registers: {} } };
  await expect(coverage([bare], { forms })).rejects.toThrow("hunan-2024 没有写市州和产业布局");
  await expect(coverage([document, bare], { forms })).rejects.toThrow("一次只能看同一份通知的联合体");
});
