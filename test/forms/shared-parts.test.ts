import { describe, expect, it } from "vitest";
import { concise, type Form } from "../../src/index.js";
import { type Field, fieldAt, leafFields } from "../../src/model/field.js";
import { checkTexts, forms } from "../support/check.js";

// Plan and summaries take labels, units and limits from the application's schema.

const form = (await forms.open("hunan-2024")) as Form;
const fields = (kind: string, pointer: string) => fieldAt(form.documents[kind]?.root as Field, pointer) as Field;

describe.each(["半年工作总结", "年度工作总结"])("%s", (kind) => {
  it.each(["资源共建共享", "人才培养质量", "服务发展能力"])("has the figures of the application: %s", (section) => {
    const told = ({ name, unit, wordLimit, required }: Field) => ({ name, unit, wordLimit, required });
    const place = `/办学成效和服务能力/${section}`;
    const inApplication = leafFields(fields("推荐书", place)).map(told);
    const here = leafFields(fields(kind, place)).map(told);
    expect(here.length).toBeGreaterThan(10);
    expect(here.some(({ name }) => name.includes("本年"))).toBe(true);
    const withYears = (name: string) => name.replace("上年", "2022年").replace("本年", "2023年");
    expect(here.map((each) => ({ ...each, name: withYears(each.name) }))).toEqual(inApplication);
  });

  it("names no year that has passed", () => {
    const dated = leafFields(form.documents[kind]?.root as Field).filter(({ title, hint }) =>
      /20\d\d年/u.test(title + hint),
    );
    expect(dated.map(({ pointer }) => pointer)).toEqual([]);
  });
});

it("a half-year summary counts as provisional whatever it says", async () => {
  const text = "表单: hunan-2024/半年工作总结\n年度: 2025\n数据截止: 2025-12-31\n数据暂定: false\n";
  const report = await checkTexts({ "半年.yaml": text }, { draft: true });
  expect(concise(report)).toMatch(/^半年\.yaml:4:7: 错误 schema\/enum 「[^」]*暂定[^」]*」写的是 ?false\n$/u);
});

it("a task may name every observation point of 附件2", () => {
  const points = form.documents.推荐书?.indicators?.groups.flatMap((group) => group.points.map(({ id }) => id));
  expect(fields("年度工作计划", "/任务/0/对应指标/0").schema.enum).toEqual(points);
});
