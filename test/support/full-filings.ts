import { readFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import { root } from "./check.js";

// A plan and a summary as a consortium files them, as data and as YAML. The figures are the application's.

// biome-ignore lint/suspicious/noExplicitAny: tests look into them everywhere
type Filing = Record<string, any>;

const application: Filing = parse(readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8"));
const 牵头学校 = "湖南工业职业技术学院";
const 牵头企业 = "中联重科股份有限公司";
/** One of the published list, so that nothing is found; all else is made up. */
const head = {
  联合体名称: "长沙市先进制造业产教联合体",
  所在市州: "长沙市",
  依托园区: "长沙高新技术产业开发区",
  牵头学校,
  牵头企业,
  年度: 2025,
};

const WORK = [
  ["与园区企业共建智能工程机械产业学院，按现代学徒制联合招生", "学院挂牌运行，首届学徒入学", "招生人数 200 人"],
  ["建成开放型公共实训中心二期，向成员单位开放", "实训中心投入使用", "新增工位 120 个"],
  ["修订人才供需信息平台岗位画像", "按季发布岗位需求", undefined],
  ["开展企业员工技能提升培训", "培训计划全部完成", "培训量 60000 人日"],
] as const;

/** A plan with so many tasks; every third has no target. */
export function plan(tasks: number = WORK.length): Filing {
  return {
    表单: "hunan-2024/年度工作计划",
    ...head,
    年度目标:
      "围绕工程机械产业链，**建成产业学院1个**，完成共建课程12门。\n\n- 新增实训工位120个\n- 培训企业员工6万人日\n",
    任务: Array.from({ length: tasks }, (_, index) => {
      const [content, outcome, target] = WORK[index % WORK.length] as (typeof WORK)[number];
      const [name, value, unit] = target?.split(" ") ?? [];
      return {
        编号: index + 1,
        内容: content,
        对应指标: index % 2 === 0 ? ["3.1", "4.2"] : ["2.3"],
        责任单位: index % 2 === 0 ? [牵头学校, 牵头企业] : [牵头学校],
        完成时间: index % 2 === 0 ? "2025-06" : "2025-11-30",
        预期成果: outcome,
        ...(target && { 量化指标: { 名称: name, 目标值: Number(value), 计量单位: unit } }),
      };
    }),
    年度经费: { 总额: 3200.5, 来源: { 牵头单位负担: 1600.5, 政府核拨: 800, 其他成员负担: 600, 其他途径: 200 } },
    保障措施: "理事会按季调度，秘书处逐项销号；年度经费列入牵头单位预算。\n",
  };
}

/** A summary of half a year or of a year, that answers the plan's tasks. */
export function summary(kind: "半年工作总结" | "年度工作总结", tasks: number = WORK.length): Filing {
  const figures = JSON.parse(JSON.stringify(application.办学成效和服务能力), (_, value) =>
    value !== null && typeof value === "object" && "2022" in value ? { 上年: value[2022], 本年: value[2023] } : value,
  );
  const states = ["已完成", "进行中", "未完成", "已调整"];
  return {
    表单: `hunan-2024/${kind}`,
    ...head,
    数据截止: kind === "年度工作总结" ? "2025-11-30" : "2025-05-31",
    数据暂定: true,
    工作综述: "各项任务总体按计划推进。\n\n一、主要工作\n产业学院挂牌运行，实训中心二期投入使用。\n",
    任务完成情况: Array.from({ length: tasks }, (_, index) => ({
      编号: index + 1,
      状态: states[index % states.length],
      完成情况: `第${index + 1}项任务的完成情况：已按季调度，形成成果并归档。`,
      ...(WORK[index % WORK.length]?.[2] && { 实际值: 60_000 + index }),
      ...(index % 2 === 0 && { 佐证: [`佐证材料${index + 1}`, "会议纪要"] }),
    })),
    办学成效和服务能力: figures,
    经费执行: { 实际投入: 3180, 来源: { 牵头单位负担: 1580, 政府核拨: 800, 其他成员负担: 600, 其他途径: 200 } },
    典型案例: [
      {
        标题: "把产业学院办进园区",
        做法与成效: "校企共投设备、共派教师。\n\n| 项目 | 数量 |\n|---|---|\n| 学徒 | 200 |\n| 课程 | 12 |\n",
      },
      { 标题: "一张清单管任务", 做法与成效: "秘书处按月更新**任务清单**，逐项销号。\n" },
    ],
    问题与措施: "企业兼职教师流动大。下一步建立课时补贴和聘任机制。\n",
  };
}

export function yaml(filing: Filing): string {
  return stringify(filing, { lineWidth: 0 });
}
