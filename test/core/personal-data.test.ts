import { describe, expect, it } from "vitest";
import { edited } from "./application.js";

const PHONE = "/联合体概况/负责人/联系方式";
const NAMES = "/联合体概况/秘书处/人员姓名";

describe("personal data stays out of messages", () => {
  it.each([
    [PHONE, 1391234567],
    [PHONE, "139-1234-567"],
    [PHONE, ["13912345678"]],
    ["/联合体概况/秘书处/联系电话", "张三丰的手机"],
    ["/联合体概况/负责人/姓名", ["张三丰"]],
    ["/联合体概况/负责人/姓名", { 姓名: "张三丰" }],
    ["/联合体概况/负责人", "张三丰 13912345678"],
    ["/联合体概况/负责人", ["张三丰", "13912345678"]],
    ["/联合体概况/秘书处", "张三丰"],
    [NAMES, "张三丰、张三丰"],
    [NAMES, ["张三丰", "张三丰", 13912345678]],
    [NAMES, [{ 张三丰: 13912345678 }]],
    [NAMES, { 张三丰: "主任" }],
    [`${NAMES}`, "张三丰"],
  ])("%s: %j", async (pointer, value) => {
    const { diagnostics } = await edited({ [pointer]: value });
    expect(diagnostics.length).toBeGreaterThan(0);
    const words = diagnostics.flatMap(({ message, hint, clause, related }) => [
      message,
      hint,
      clause,
      ...related.map((each) => each.message),
    ]);
    expect(words.join()).not.toMatch(/张三丰|139/u);
  });
});
