import { describe, expect, it } from "vitest";
import { ComparisonIndex } from "../../src/check/comparison-index.js";
import type { FormDocument } from "../../src/model/document.js";
import { leafFields } from "../../src/model/field.js";
import { rules } from "../../src/rules/index.js";
import { valueAt } from "../../src/text/json-pointer.js";
import { checkFiles } from "../support/check.js";

const FOLDER = "examples/hunan-2024/tracking/株洲市渌岸湾新能源装备产教联合体";
const { documents } = await checkFiles([
  "examples/hunan-2024/application.yaml",
  `${FOLDER}/2024-年度工作计划.yaml`,
  `${FOLDER}/2024-半年工作总结.yaml`,
  `${FOLDER}/2024-年度工作总结.yaml`,
]);
const keeper = new ComparisonIndex(rules);
/** What a thread hands over, and what rules then see. */
const restored = (document: FormDocument) => keeper.restore(document, structuredClone(keeper.extract(document)));

describe("what is kept of a document to compare it by", () => {
  it.each(documents.map((document) => [document.kindName, document] as const))(
    "holds of the %s what comparing rules look at, and no text",
    (_, document) => {
      const { data } = restored(document);
      const fields = leafFields(document.kind.root, document.data);
      const kept = fields.filter(({ pointer }) => valueAt(data, pointer) !== undefined);
      for (const { pointer } of kept) expect(valueAt(data, pointer)).toEqual(valueAt(document.data, pointer));
      expect(kept.filter(({ wordLimit }) => wordLimit !== undefined)).toEqual([]);
      expect(kept.map(({ pointer }) => pointer)).toContain(document.kind.name);
      expect(kept.length).toBeGreaterThan(8);
      expect(kept.length).toBeLessThan(fields.length);
    },
  );

  it("holds figures of the application that a summary is compared with, by year", () => {
    const [application] = documents as [FormDocument];
    const figures = "/办学成效和服务能力/资源共建共享/师资共建共享/企业兼职教师/2023/人次";
    expect(valueAt(restored(application).data, figures)).toBe(268);
  });

  it("holds the tasks of a plan, entry by entry", () => {
    const plan = documents[1] as FormDocument;
    expect(restored(plan).data.任务).toEqual(plan.data.任务);
  });

  it("is small: less than a tenth of the document", () => {
    const [application] = documents as [FormDocument];
    const [small, whole] = [keeper.extract(application), application.data].map((each) => JSON.stringify(each).length);
    expect(small).toBeLessThan((whole as number) / 10);
  });

  it("stays right when more documents are compared than are at hand as data", () => {
    const [application] = documents as [FormDocument];
    const figures = "/办学成效和服务能力/资源共建共享/共建专业/2023";
    const many = Array.from({ length: 200 }, (_, number) => {
      const data = structuredClone(application.data);
      (valueAt(data, "/办学成效和服务能力/资源共建共享/共建专业") as Record<string, number>)["2023"] = number;
      return restored({ ...application, data });
    });
    const seen = () => many.map(({ data }) => valueAt(data, figures));
    expect([...seen(), ...seen().reverse()]).toEqual([...many.keys(), ...[...many.keys()].reverse()]);
  });

  it("holds one entry of a list, or what is no name where one should be, as other forms may ask", () => {
    const [application] = documents as [FormDocument];
    const asked = (field: string, data: FormDocument["data"]) => {
      const kind = {
        ...application.kind,
        rules: { "same-name": { ...application.kind.rules["same-name"], with: { name: field } } },
      };
      const form = { ...application.form, documents: { [application.kindName]: kind } };
      const given = { ...application, form, kind: kind as typeof application.kind, data } as FormDocument;
      const own = new ComparisonIndex(rules);
      return valueAt(own.restore(given, structuredClone(own.extract(given))).data, field);
    };
    expect(asked("/依托园区/0", { 依托园区: ["甲园", "乙园"] })).toBe("甲园");
    expect(asked("/联合体概况/园区总产值", { 联合体概况: { 园区总产值: 3 } })).toBe(3);
    expect(asked("/依托园区", { 依托园区: { 甲: "x" } })).toEqual({ 甲: "x" });
  });

  it("leaves out what the document does not say, or says in another way than asked", () => {
    const [application] = documents as [FormDocument];
    const { 办学成效和服务能力: _, ...data } = application.data;
    expect(restored({ ...application, data }).data).not.toHaveProperty("办学成效和服务能力");
    const wrong = restored({ ...application, data: { ...data, 办学成效和服务能力: "见附件", 依托园区: 3 } });
    expect(wrong.data).not.toHaveProperty("办学成效和服务能力");
    expect(wrong.data.依托园区).toBe(3);
  });
});
