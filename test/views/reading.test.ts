import { expect, it } from "vitest";
import { type FormDocument, reading } from "../../src/index.js";
import { readingText } from "../../src/report/reading/text.js";
import { checkTexts } from "../support/check.js";

async function read(kind: string, fields: object): Promise<string> {
  const text = JSON.stringify({ 表单: `hunan-2024/${kind}`, ...fields });
  const { documents } = await checkTexts({ "a.yaml": text }, { draft: true });
  return readingText(reading(documents[0] as FormDocument));
}

it.each<[what: string, kind: string, fields: object, text: string]>([
  ["nothing", "推荐书", {}, ""],
  ["what is no list and no text", "推荐书", { 联合体名称: "甲", 填表日期: "2024-02-20" }, ""],
  ["names on one line", "推荐书", { 牵头学校: "甲学院、乙学院" }, "牵头学校 2 家"],
  ["parks", "推荐书", { 依托园区: ["甲园区"] }, "依托园区 1 个"],
  ["persons", "推荐书", { 联合体概况: { 秘书处: { 人员姓名: "甲乙、丙丁、戊己" } } }, "人员 3 人"],
  [
    "members by the name of their group",
    "推荐书",
    { 联合体概况: { 成员: { 企业: ["甲公司", "乙公司"] } } },
    "企业 2 家",
  ],
  ["words", "推荐书", { 特色与创新: "建成三个平台。" }, "特色与创新 7 字"],
  ["words as printed", "推荐书", { 特色与创新: "**建成**" }, "特色与创新 2 字"],
  ["evidence", "推荐书", { 支撑材料: { "1.1": [{ 名称: "甲" }, { 名称: "乙" }], "1.2": "丙" } }, "支撑材料 3 项"],
  ["entries", "年度工作计划", { 任务: [{ 编号: 1 }, { 编号: 2 }] }, "任务 2 项"],
  ["few texts one by one", "年度工作计划", { 年度目标: "甲乙", 保障措施: "丙" }, "年度目标 2 字 · 保障措施 1 字"],
  [
    "many texts, the short ones together",
    "推荐书",
    {
      联合体概况: { 主导产业: "甲", 支持政策: "甲乙" },
      办学成效和服务能力: {
        资源共建共享: { 教师教学团队获国家级奖励情况: "无" },
        人才培养质量: { 职业院校技能大赛获奖情况: "丙丁" },
      },
      特色与创新: "甲乙丙",
      建设规划: "甲乙丙丁",
    },
    "支持政策 2 字 · 特色与创新 3 字 · 建设规划 4 字 · 另 3 段 4 字",
  ],
  [
    "a text of a year by what it is about",
    "推荐书",
    { 办学成效和服务能力: { 人才培养质量: { 新方法新技术新工艺新标准引入教育教学实践情况: { 2022: "甲" } } } },
    "新方法新技术新工艺新标准引入教育教学实践情况2022 1 字",
  ],
])("sums up %s", async (_, kind, fields, text) => {
  expect(await read(kind, fields)).toBe(text);
});
