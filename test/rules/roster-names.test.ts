import { expect, it } from "vitest";
import { checkTexts } from "../support/check.js";

/** What a plan of this name is told about the published list. */
async function hint(name: string): Promise<string | undefined> {
  const text = `表单: hunan-2024/年度工作计划\n联合体名称: ${name}\n年度: 2025\n`;
  const { diagnostics } = await checkTexts({ "计划.yaml": text });
  return diagnostics.find(({ ruleId }) => ruleId === "agrees-with-roster")?.hint;
}

it.each([
  ["张家界旅游产教联合体", "张家界市旅游产教联合体"],
  ["长沙智能制造联合体", "长沙智能制造产教联合体"],
  ["岳阳现代石化产教联合体", "岳阳市现代石化产教联合体"],
])("%s may have been meant for %s", async (typed, listed) => {
  expect(await hint(typed)).toContain(`“${listed}”`);
});

it.each(["常德澧水湾生物医药产教联合体", "长沙市云麓湾工程机械产教联合体"])(
  "%s is like none: what all names end in does not count",
  async (typed) => {
    expect(await hint(typed)).toBe("与名单写得一样;改了名称的,请与湖南省教育厅联系");
  },
);
