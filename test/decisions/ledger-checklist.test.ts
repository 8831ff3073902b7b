import { describe, expect, it } from "vitest";
import { type Checklist, checklists } from "../../src/index.js";
import type { ChecklistPoint, Criterion } from "../../src/model/checklist.js";
import { documentWith, edited } from "../support/application.js";
import { checkTexts } from "../support/check.js";

// The verdict of each 附件2 criterion, and the status it gives its observation point.

const points = (list: Checklist | undefined): ChecklistPoint[] => list?.groups.flatMap((group) => group.points) ?? [];

async function pointWith(id: string, changes: Record<string, unknown>): Promise<ChecklistPoint> {
  const [list] = await checklists(await edited(changes));
  return points(list).find((point) => point.id === id) as ChecklistPoint;
}

async function verdict(id: string, pointer: string, changes: Record<string, unknown>) {
  const { criteria } = await pointWith(id, changes);
  const { verdict: found, found: shown } = criteria.find(({ pointers }) => pointers.includes(pointer)) as Criterion;
  return [found, shown];
}

const OFFICE = "/联合体概况/秘书处";
const MEMBERS = "/联合体概况/成员";
const FUNDS = "/联合体概况/运行经费";
const GRANT = "/联合体概况/经费来源/政府核拨";
const TEACHERS = "/办学成效和服务能力/资源共建共享/师资共建共享/企业兼职教师";
const LAYOUT = "/联合体概况/主导产业/产业";
const TRUTH = "/近三年无违法违规";

describe("a criterion", () => {
  it.each<[string, string, unknown, string, string]>([
    ["1.4", GRANT, 0.01, "满足", "0.01 万元"],
    ["1.4", GRANT, 0, "不满足", "0 万元"],
    ["1.4", GRANT, undefined, "未填", ""],
    ["1.4", GRANT, -1, "不满足", "-1 万元"],
    ["1.4", GRANT, "很多", "不满足", "很多"],
    ["1.4", FUNDS, { 2023: 1, 2024: 2, 2025: 3 }, "满足", "2023 1 万元,2024 2 万元,2025 3 万元"],
    ["1.4", FUNDS, { 2023: 0.01, 2024: 0, 2025: 3 }, "不满足", "2023 0.01 万元,2024 0 万元,2025 3 万元"],
    ["1.4", FUNDS, { 2023: 1, 2024: 2 }, "未填", "2023 1 万元,2024 2 万元"],
    ["3.4", TEACHERS, { 2022: { 人次: 1, 课时数: 2 }, 2023: { 人次: 3, 课时数: 4 } }, "满足", ""],
    ["3.4", TEACHERS, { 2022: { 人次: 1, 课时数: 2 }, 2023: { 人次: 0, 课时数: 4 } }, "不满足", ""],
    ["3.4", TEACHERS, { 2022: { 人次: 1 }, 2023: { 人次: 3, 课时数: 4 } }, "未填", ""],
    ["3.4", TEACHERS, { 2022: { 人次: 1, 课时数: 2 }, 2023: { 人次: 3 } }, "未填", ""],
    ["2.4", `${OFFICE}/所在单位`, "甲校", "满足", "甲校"],
    ["7", TRUTH, true, "满足", "是"],
    ["7", TRUTH, false, "不满足", "否"],
    ["1.1", LAYOUT, ["B1"], "满足", "B1"],
    ["1.1", LAYOUT, ["B1", "D1", "D4"], "满足", "B1、D1、D4"],
    ["1.1", LAYOUT, ["B2"], "不满足", "B2"],
    ["1.1", LAYOUT, [], "未填", ""],
  ])("%s %s: %j", async (id, pointer, value, expected, shown) => {
    const [found, text] = await verdict(id, pointer, { [pointer]: value });
    expect(found).toBe(expected);
    if (shown !== "") expect(text).toBe(shown);
  });

  it("shows three names, of more how many", async () => {
    const shown = async (count: number) => {
      const parks = Array.from({ length: count }, (_, index) => `B${index + 1}`);
      return (await verdict("1.1", LAYOUT, { [LAYOUT]: parks }))[1];
    };
    expect(await shown(3)).toBe("B1、B2、B3");
    expect(await shown(4)).toBe("4 个");
  });

  it("counts members by their names, and looks at no others than the criterion does", async () => {
    const shown = async (members: object) => verdict("2.1", MEMBERS, { [MEMBERS]: members });
    expect(await shown({ 高职院校: { 单位: ["甲校"], 在校生数: 5 }, 企业: ["乙企"] })).toEqual([
      "满足",
      "高职院校(含职教本科) 1 个",
    ]);
    expect((await shown({ 企业: ["乙企"] }))[0]).toBe("未填");
    expect(await verdict("1.1", `${MEMBERS}/中职学校`, { [`${MEMBERS}/中职学校`]: ["甲校", "乙校"] })).toEqual([
      "满足",
      "2 个",
    ]);
  });

  it("is not met by a value of the wrong kind, here or below", async () => {
    const pointer = `${OFFICE}/人员总数`;
    expect((await verdict("2.4", pointer, { [pointer]: "八人多" }))[0]).toBe("不满足");
    expect((await verdict("2.4", `${OFFICE}/专职人数`, { [pointer]: "八人多" }))[0]).toBe("满足");
    expect((await verdict("1.4", FUNDS, { [FUNDS]: { 2023: 1, 2024: "很多", 2025: 3 } }))[0]).toBe("不满足");
  });

  it("goes by what was found in its own file", async () => {
    const name = (text: string) => text.replaceAll("云麓湾", "渌麓湾");
    const good = await documentText({});
    const report = await checkTexts({
      "坏.yaml": await documentText({ [LAYOUT]: ["B2"] }),
      "好.yaml": name(good),
    });
    const lists = await checklists(report);
    const verdicts = lists.map(
      (list) => points(list)[0]?.criteria.find(({ pointers }) => pointers.includes(LAYOUT))?.verdict,
    );
    expect(verdicts).toEqual(["不满足", "满足"]);
  });
});

/** The complete example with changes, as JSON: which is YAML too. */
async function documentText(changes: Record<string, unknown>): Promise<string> {
  const { data, form, kindName } = await documentWith(changes);
  return JSON.stringify({ ...data, 表单: `${form.id}/${kindName}` });
}

describe("a point's status", () => {
  const RESOURCES = "/办学成效和服务能力/资源共建共享";
  const years = (last: number) => ({ 2022: 1, 2023: last });

  it.each<[string, unknown, unknown, unknown, string[]]>([
    ["all its data", years(1), years(1), undefined, ["有数据支撑"]],
    ["all its data, and material", years(1), years(1), { "3.3": ["甲"] }, ["有数据支撑", "有佐证"]],
    ["some of its data", years(1), years(0), undefined, ["部分支撑"]],
    ["data unmet", years(0), years(0), undefined, ["不满足"]],
    ["data unmet or not filled in", years(0), undefined, undefined, ["不满足"]],
    ["no data", undefined, undefined, undefined, ["缺失"]],
    ["no data, but material", undefined, undefined, { "3.3": ["甲"] }, ["缺失", "有佐证"]],
    ["no data, and another point's material", undefined, undefined, { "3.4": ["甲"] }, ["缺失"]],
  ])("%s", async (_, bases, colleges, material, expected) => {
    const changes = {
      [`${RESOURCES}/共建实训基地`]: bases,
      [`${RESOURCES}/共建产业学院`]: colleges,
      "/支撑材料": material,
    };
    const { status: found } = await pointWith("3.3", changes);
    expect(found.filter((each) => each !== "需人工评审")).toEqual(expected);
  });

  it.each<[string, unknown, string[], string]>([
    ["titles alone", { "2.2": ["甲", "乙"] }, ["有佐证", "需人工评审"], "甲、乙"],
    ["titles with pages", { "2.2": [{ 名称: "甲", 页码: 3 }] }, ["有佐证", "需人工评审"], "甲"],
    ["pages without a title", { "2.2": [{ 页码: 3 }] }, ["缺失", "需人工评审"], ""],
    ["nothing", { "2.2": [] }, ["缺失", "需人工评审"], ""],
    ["another point's", { "2.3": ["甲"] }, ["缺失", "需人工评审"], ""],
  ])("material: %s", async (_, material, expected, shown) => {
    const { status: found, criteria } = await pointWith("2.2", { "/支撑材料": material });
    expect(found).toEqual(expected);
    expect(criteria[0]).toMatchObject({ verdict: shown === "" ? "未填" : "满足", found: shown, pointers: [] });
  });
});

it("shows of people and telephone numbers that they are filled in, and no more", async () => {
  const report = await edited({});
  const [document] = report.documents;
  if (!document) throw new Error("no document");
  const { indicators } = document.kind;
  const fields = [
    "/联合体概况/负责人/姓名",
    "/联合体概况/负责人/联系方式",
    `${OFFICE}/负责人`,
    `${OFFICE}/联系电话`,
    `${OFFICE}/人员姓名`,
  ];
  const asked = fields.map((field) => ({ id: field, text: "", criteria: [{ field }] }));
  const kind = {
    ...document.kind,
    indicators: { title: "", source: "", ...indicators, groups: [{ name: "", points: asked }] },
  };
  const [list] = await checklists({ ...report, documents: [{ ...document, kind }] });
  expect(points(list).map(({ criteria }) => criteria[0]?.found)).toEqual(fields.map(() => "已填"));
});
