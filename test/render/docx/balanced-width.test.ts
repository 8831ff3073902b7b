import { expect, it } from "vitest";
import { balancedWidth } from "../../../src/render/docx/build/balanced-width.js";

it.each([
  ["共建专业", 6, 6, "fits on one line"],
  ["联合体负责人", 5.5, 3, "would leave one character over: 联合体 / 负责人"],
  ["教师教学团队获国家级奖励情况", 13.9, 7, "seven and seven"],
  ["(拟)成立时间", 5, 3.5, "half-width marks count about half, and stay together: (拟)成 / 立时间"],
  ["ABCDEFGHIJ甲乙", 7, 6, "a word of 6 em needs 6"],
  ["甲（乙丙丁）戊", 4, 4, "no break within what stays together"],
  ["2023年企业销售总额（万元）", 10, 7, "a number stays together"],
])("%s in %d em takes %d: %s", (text, available, width) => {
  expect(balancedWidth(text, available)).toBe(width);
});

it("never gives more than there is", () => {
  for (const text of ["一", "普通本科学校招收中高职毕业生和企业员工", "（（（（", "ABCDEFGHIJ"])
    for (const available of [1, 2.5, 7]) expect(balancedWidth(text, available)).toBeLessThanOrEqual(available);
});
