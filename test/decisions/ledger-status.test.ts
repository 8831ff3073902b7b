import { describe, expect, it } from "vitest";
import { type FormDocument, status } from "../../src/index.js";
import { checkTexts } from "../support/check.js";

// What counts as filled in, and what is reported as missing.

describe("the status", () => {
  const of = async (fields: object) =>
    status(
      (await checkTexts({ "a.yaml": JSON.stringify({ 表单: "hunan-2024/推荐书", ...fields }) }))
        .documents[0] as FormDocument,
    );
  const missing = (found: Awaited<ReturnType<typeof of>>) => found.sections.flatMap((section) => section.missing);

  it.each<[string, object, number]>([
    ["nothing", {}, 0],
    ["a text", { 联合体名称: "甲" }, 1],
    ["an empty text", { 联合体名称: "" }, 0],
    ["nothing written behind the key", { 联合体名称: null }, 0],
    ["a no", { 近三年无违法违规: false }, 1],
    ["a zero", { 联合体概况: { 园区总产值: 0 } }, 1],
    ["one year of two", { 办学成效和服务能力: { 资源共建共享: { 共建专业: { 2022: 1 } } } }, 1],
    ["both years", { 办学成效和服务能力: { 资源共建共享: { 共建专业: { 2022: 1, 2023: 2 } } } }, 2],
    ["what may stay empty", { 推荐意见: "同意" }, 1],
  ])("counts %s", async (_, fields, filled) => {
    const [before, found] = [await of({}), await of(fields)];
    expect(found.filled).toBe(filled);
    expect(found.total).toBe(before.total + ("推荐意见" in fields ? 1 : 0));
    for (const { filled: own, total, missing: left } of found.sections) {
      expect(own).toBeLessThanOrEqual(total);
      expect(left.length > 0).toBe(own < total);
    }
  });

  it("mentions all years of a figure once, until each is filled in", async () => {
    const names = async (years: object) =>
      missing(await of({ 办学成效和服务能力: { 资源共建共享: { 共建专业: years } } })).filter(
        (each) => each === "共建专业",
      );
    expect(await names({})).toHaveLength(1);
    expect(await names({ 2022: 1 })).toHaveLength(1);
    expect(await names({ 2022: 1, 2023: 2 })).toHaveLength(0);
  });

  it("gathers what is missing of an entry behind its name", async () => {
    const text = JSON.stringify({
      表单: "hunan-2024/年度工作计划",
      任务: [
        { 编号: 1, 内容: "甲" },
        { 编号: 2, 内容: "乙", 责任单位: ["丙"], 完成时间: "2025-06", 预期成果: "丁", 对应指标: ["3.1"] },
      ],
    });
    const { documents } = await checkTexts({ "a.yaml": text });
    const found = missing(status(documents[0] as FormDocument)).filter((each) => each.includes("第"));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/第 1 项\((?:[^、]+、){2,}[^、]+\)$/u);
  });

  it("is called by its name, or by its form while it has none", async () => {
    expect((await of({ 联合体名称: "甲" })).name).toBe("甲");
    expect((await of({})).name).toBe("湘教通〔2024〕23号 附件3");
  });

  it("counts the words of a text, and no words when the value is not a text", async () => {
    const words = async (特色与创新: unknown) =>
      (await of({ 特色与创新 })).texts.find(({ name }) => name === "特色与创新");
    expect(await words("**甲**乙")).toMatchObject({ words: 2, limit: 2000 });
    expect(await words(["五"])).toMatchObject({ words: 0 });
    expect(await words(undefined)).toMatchObject({ words: 0 });
  });
});
