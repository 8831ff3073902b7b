import { describe, expect, it } from "vitest";
import { concise, github, json, junit, markdown, type Report, sarif } from "../../src/index.js";
import { edited } from "../support/application.js";

/** All formats but the one for the terminal, which shows the lines of the user's own file. */
const FORMATS: Record<string, (report: Report) => string | Promise<string>> = {
  concise,
  json,
  github,
  sarif: (report) => sarif(report, { version: "1.0.0" }),
  junit,
  markdown,
};

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
    const report = await edited({ [pointer]: value });
    const { diagnostics } = report;
    expect(diagnostics.length).toBeGreaterThan(0);
    const words = diagnostics.flatMap(({ message, hint, clause, related }) => [
      message,
      hint,
      clause,
      ...related.map((each) => each.message),
    ]);
    expect(words.join()).not.toMatch(/张三丰|139/u);
    for (const [name, format] of Object.entries(FORMATS)) {
      // marks of a hash are no telephone number
      const text = (await format(report)).replace(/"ptcFinding\/v1": "\w+"/gu, "");
      expect(text, name).not.toMatch(/张三丰|139/u);
      expect(text, name).toContain(name === "json" ? '"diagnostics"' : (diagnostics[0]?.ruleId as string));
    }
  });

  it("no line of the source is in any of them", async () => {
    const report = await edited({ "/联合体概况/秘书处/人员总数": 99 });
    const lines = report.files.flatMap((file) => report.texts.get(file)?.split("\n") ?? []).map((line) => line.trim());
    const long = lines.filter((line) => line.length > 12 && !line.endsWith(":"));
    expect(report.diagnostics.length).toBeGreaterThan(0);
    for (const [name, format] of Object.entries(FORMATS)) {
      const text = await format(report);
      expect(
        long.filter((line) => text.includes(line)),
        name,
      ).toEqual([]);
    }
  });
});
