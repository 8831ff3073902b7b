import { describe, expect, it } from "vitest";
import { type Checklist, checklists } from "../../src/index.js";
import type { ChecklistPoint, Criterion } from "../../src/model/checklist.js";
import { edited } from "../support/application.js";
import { checkTexts } from "../support/check.js";

async function listOf(report: ReturnType<typeof edited>): Promise<Checklist> {
  return (await checklists(await report))[0] as Checklist;
}

const blank = () => listOf(checkTexts({ "甲.yaml": "表单: hunan-2024/推荐书\n" }));

function points(list: Checklist): ChecklistPoint[] {
  return list.groups.flatMap((group) => group.points);
}

async function pointWith(id: string, changes: Record<string, unknown>): Promise<ChecklistPoint> {
  return points(await listOf(edited(changes))).find((point) => point.id === id) as ChecklistPoint;
}

/** Verdict and value of the criterion on a field. */
async function verdict(
  id: string,
  pointer: string,
  changes: Record<string, unknown>,
): Promise<Pick<Criterion, "verdict" | "found">> {
  const point = await pointWith(id, changes);
  const { verdict, found } = point.criteria.find(({ pointers }) => pointers.includes(pointer)) as Criterion;
  return { verdict, found };
}

const GRANT = "/联合体概况/经费来源/政府核拨";
const FUNDS = "/联合体概况/运行经费";
const MAJORS = "/办学成效和服务能力/资源共建共享/共建专业";
const LAYOUT = "/联合体概况/主导产业/产业";

it("goes through the 26 points of 附件2 in their groups", async () => {
  const list = await blank();
  expect(list).toMatchObject({ file: "甲.yaml", name: "", title: "市域产教联合体建设指标" });
  expect(list.groups.map((group) => group.points.length)).toEqual([4, 4, 5, 5, 4, 3, 1]);
  expect(points(list).map(({ id }) => id)).toEqual(
    "1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4 3.5 4.1 4.2 4.3 4.4 4.5 5.1 5.2 5.3 5.4 6.1 6.2 6.3 7".split(" "),
  );
});

describe("unfilled is not unmet", () => {
  it("finds nothing unmet in an application not begun", async () => {
    const list = await blank();
    const verdicts = new Set(points(list).flatMap((point) => point.criteria.map((each) => each.verdict)));
    expect(verdicts).toEqual(new Set(["未填", "待人工"]));
    for (const { status } of points(list)) expect(status[0]).toBe("缺失");
  });

  it.each([
    ["a figure not filled in", "1.4", GRANT, null, "未填", ""],
    ["zero where more is wanted", "1.4", GRANT, 0, "不满足", "0 万元"],
    ["more than zero", "1.4", GRANT, 0.5, "满足", "0.5 万元"],
    ["a year not filled in", "1.4", FUNDS, { 2023: 1, 2025: 3 }, "未填", "2023 1 万元,2025 3 万元"],
    [
      "a year that is zero",
      "1.4",
      FUNDS,
      { 2023: 1, 2024: 0, 2025: 3 },
      "不满足",
      "2023 1 万元,2024 0 万元,2025 3 万元",
    ],
    ["the last year is zero", "3.1", MAJORS, { 2022: 9, 2023: 0 }, "不满足", "2022 9 个,2023 0 个"],
    ["the last year is not filled in", "3.1", MAJORS, { 2022: 9 }, "未填", "2022 9 个"],
    ["the year before was zero", "3.1", MAJORS, { 2022: 0, 2023: 9 }, "满足", "2022 0 个,2023 9 个"],
    ["a promise made", "7", "/近三年无违法违规", true, "满足", "是"],
    ["a promise refused", "7", "/近三年无违法违规", false, "不满足", "否"],
    ["no promise", "7", "/近三年无违法违规", null, "未填", ""],
    ["a text counts its words", "5.4", "/特色与创新", "**产教**融合", "满足", "4 字"],
    ["members count their names", "1.1", "/联合体概况/成员/中职学校", "甲校、乙校", "满足", "2 个"],
  ])("%s", async (_, id, pointer, value, expected, found) => {
    expect(await verdict(id, pointer, { [pointer]: value })).toEqual({ verdict: expected, found });
  });

  it("one kind of school is enough to have a school", async () => {
    const pointer = "/联合体概况/成员";
    expect((await verdict("2.1", pointer, { [pointer]: { 中职学校: "甲校" } })).verdict).toBe("满足");
    expect((await verdict("2.1", pointer, { [pointer]: { 企业: "甲公司" } })).verdict).toBe("未填");
  });

  it.each(["约1000", ["1000"], true])("a figure written as %j meets nothing", async (value) => {
    const pointer = "/联合体概况/园区总产值";
    expect((await verdict("1.1", pointer, { [pointer]: value })).verdict).not.toBe("满足");
  });
});

describe("a criterion that rests on a rule", () => {
  it("is met when the rule found nothing", async () => {
    expect(await verdict("1.1", LAYOUT, {})).toEqual({ verdict: "满足", found: "B1、D1、D4" });
  });

  it("is not met when the rule found something", async () => {
    expect((await verdict("1.1", LAYOUT, { [LAYOUT]: ["B2"] })).verdict).toBe("不满足");
  });

  it("is open while the field is empty", async () => {
    expect((await verdict("1.1", LAYOUT, { [LAYOUT]: null })).verdict).toBe("未填");
  });
});

describe("supporting material", () => {
  const material = "/支撑材料";

  it.each([
    ["listed in full", [{ 名称: "考核办法", 页码: 3 }, { 名称: "纪要" }], "考核办法、纪要"],
    ["listed by title", ["考核办法"], "考核办法"],
  ])("%s", async (_, listed, found) => {
    const point = await pointWith("1.2", { [material]: { "1.2": listed } });
    expect(point.status).toEqual(["有佐证", "需人工评审"]);
    expect(point.criteria[0]).toEqual({
      what: "佐证:纳入园区考核指标和职业教育目标考核体系的文件",
      verdict: "满足",
      pointers: [],
      found,
    });
  });

  it("missing is unfilled", async () => {
    const point = await pointWith("1.2", { [material]: { "1.1": ["别的"] } });
    expect(point.status).toEqual(["缺失", "需人工评审"]);
    expect(point.criteria[0]?.verdict).toBe("未填");
  });
});

describe("a point's status", () => {
  it("is full, part or none by its data", async () => {
    const years = { 2022: 1, 2023: 1 };
    const base = "/办学成效和服务能力/资源共建共享/";
    const status = async (one: unknown, two: unknown) =>
      (await pointWith("3.3", { [`${base}共建实训基地`]: one, [`${base}共建产业学院`]: two, "/支撑材料": null }))
        .status;
    expect(await status(years, years)).toEqual(["有数据支撑"]);
    expect(await status(years, null)).toEqual(["部分支撑"]);
    expect(await status(null, { 2022: 1, 2023: 0 })).toEqual(["不满足"]);
  });

  it("leaves to a person what only a person can judge", async () => {
    const { criteria, status } = await pointWith("6.1", {});
    expect(status).toContain("需人工评审");
    expect(criteria.find((each) => each.verdict === "待人工")).toMatchObject({ pointers: [], found: "" });
  });

  it("warns that the promise and item 7 differ in scope", async () => {
    expect((await pointWith("7", {})).note).toContain("重大违法违规事件、造成不良社会影响");
  });
});

it("shows no names and numbers of people", async () => {
  const list = JSON.stringify(await listOf(edited({})));
  for (const personal of ["林知远", "苏景行", "程若溪", "13900000001", "0731-55500001"])
    expect(list).not.toContain(personal);
});
