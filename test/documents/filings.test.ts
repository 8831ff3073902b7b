import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type FormDocument, pictureFinder, wordRenderer } from "../../src/index.js";
import { checkTexts, forms } from "../support/check.js";
import { plan, summary, yaml } from "../support/full-filings.js";
import { WHITE, writePng } from "../support/picture.js";
import { emptyFolder } from "../support/run.js";
import { tools } from "../support/tools.js";
import { wordFaults } from "../support/validator.js";
import { readWord, texts, type WordDocument } from "../support/word.js";
import { findAll, parseXml } from "../support/xml.js";

// The plan and the summaries of 116号 as Word files, cell by cell, against the data they were made from.

async function printed(filing: object): Promise<WordDocument> {
  const report = await checkTexts({ "a.yaml": yaml(filing) });
  expect(report.diagnostics.map(({ message }) => message)).toEqual([]);
  const document = report.documents[0] as FormDocument;
  return readWord((await wordRenderer(document.form, document.kindName, { forms }))(document));
}

async function blank(kind: string): Promise<WordDocument> {
  const form = await forms.open("hunan-2024");
  if (!form) throw new Error("no form");
  return readWord((await wordRenderer(form, kind, { forms }))(undefined));
}

const list = (value: string | string[] = []) => [value].flat().join("、");
const day = (text: string) =>
  text.replace(/^(\d+)-0?(\d+)(?:-0?(\d+))?$/u, (_, y, m, d) => `${y}年${m}月${d ? `${d}日` : ""}`);
const spaceless = (text: string) => text.replaceAll(/[\s\u3000]+/gu, " ").trim();
const TASKS = ["编号", "任务内容", "对应指标", "责任单位", "完成时间", "预期成果和量化指标"];
const OUTCOMES = ["编号", "状态", "完成情况", "实际值", "佐证材料"];

describe("a plan", () => {
  const data = plan();
  let word: WordDocument;
  beforeAll(async () => {
    word = await printed(data);
  });

  it("has its title and cover", () => {
    expect(word.lines).toContain("市域产教联合体年度工作计划");
    expect(word.tables[0]?.map(texts)).toEqual([
      ["联合体名称", data.联合体名称, ""],
      ["所在市州", data.所在市州, ""],
      ["依托园区", data.依托园区, ""],
      ["牵头学校", data.牵头学校, "（公章）"],
      ["牵头企业", data.牵头企业, "（公章）"],
      ["年度", "2025", ""],
    ]);
  });

  it("has its aim, its money and how it is made sure of", () => {
    expect(word.under("1.年度目标").map(texts)).toEqual([
      [
        "（不超过500字）\n围绕工程机械产业链，建成产业学院1个，完成共建课程12门。\n• 新增实训工位120个\n• 培训企业员工6万人日",
      ],
    ]);
    expect(word.under("3.年度经费").map(texts)).toEqual([
      ["年度经费总额(万元)", "3200.5"],
      ["经费来源(万元)", "牵头单位负担", "1600.5"],
      ["政府核拨", "800"],
      ["其他成员负担", "600"],
      ["其他途径", "200"],
    ]);
    expect(word.under("4.保障措施").map(texts)).toEqual([[`（不超过500字）\n${data.保障措施.trim()}`]]);
  });

  it("has room for every seal and the city's opinion", () => {
    const seal = "负责人签字 公章 年 月 日";
    expect(word.under("5.牵头单位盖章和审核意见").map((row) => texts(row).map(spaceless))).toEqual([
      ["依托园区", `${data.依托园区} ${seal}`],
      ["牵头学校", `${data.牵头学校} ${seal}`],
      ["牵头企业", `${data.牵头企业} ${seal}`],
      ["市州教育行政部门意见", `审核意见： 市州教育行政部门${seal}`],
    ]);
  });

  it.each([4, 1, 60])("has a row for each of %i tasks", async (count) => {
    const filing = plan(count);
    const { tables, under, part } = await printed(filing);
    expect(under("2.年度任务").map(texts)).toEqual([
      TASKS,
      ...filing.任务.map((task: ReturnType<typeof plan>) => [
        String(task.编号),
        task.内容,
        list(task.对应指标),
        list(task.责任单位),
        day(task.完成时间),
        `${task.预期成果}\n${task.量化指标 ? Object.values(task.量化指标).join(" ") : ""}`,
      ]),
    ]);
    expect(tables).toHaveLength(6);
    expect(part("word/document.xml").match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(part("word/document.xml")).not.toContain("{{");
  });

  it("when blank, leaves a row to write in", async () => {
    const empty = await blank("年度工作计划");
    expect(empty.under("2.年度任务").map(texts)).toEqual([TASKS, ["", "", "", "", "", "\n"]]);
    expect(empty.part("word/document.xml")).not.toContain("{{");
  });
});

describe.each(["半年工作总结", "年度工作总结"] as const)("a summary: %s", (kind) => {
  const data = summary(kind, 5);
  let word: WordDocument;
  beforeAll(async () => {
    word = await printed(data);
  });

  it("has the title of its kind, what was done, and what is to be mended", () => {
    expect(word.lines).toContain(`市域产教联合体${kind}`);
    expect(word.under("1.工作综述").map(texts)).toEqual([
      ["（不超过1000字）\n各项任务总体按计划推进。\n一、主要工作\n产业学院挂牌运行，实训中心二期投入使用。"],
    ]);
    expect(word.under("6.存在的问题与改进措施").map(texts)).toEqual([[`（不超过800字）\n${data.问题与措施.trim()}`]]);
    expect(word.under("7.牵头单位盖章和审核意见")).toHaveLength(4);
  });

  it("answers each task", () => {
    expect(word.under("2.年度任务完成情况").map(texts)).toEqual([
      OUTCOMES,
      ...data.任务完成情况.map((each: ReturnType<typeof summary>) => [
        String(each.编号),
        each.状态,
        each.完成情况,
        each.实际值 === undefined ? "" : String(each.实际值),
        list(each.佐证),
      ]),
    ]);
  });

  it("has the figures of the year before and its own, with the day they are of", () => {
    const rows = word.under("3.办学成效和服务能力").map(texts);
    expect(rows[0]).toEqual(["数据截止日期", day(data.数据截止), "本年数为暂定数"]);
    expect(rows[1]).toEqual(["", "项目名称", "上年", "本年"]);
    const { 共建专业, 师资共建共享 } = data.办学成效和服务能力.资源共建共享;
    expect(rows[2]).toEqual(["资源共建共享", "共建专业", `${共建专业.上年} 个`, `${共建专业.本年} 个`]);
    const { 上年, 本年 } = 师资共建共享.企业兼职教师;
    expect(rows[7]).toEqual(["师资共建共享", "企业兼职教师", `${上年.人次} 人次`, `${本年.人次} 人次`]);
    const { 企业销售总额 } = data.办学成效和服务能力.企业情况;
    expect(rows).toContainEqual(["本年企业销售总额（万元）", String(企业销售总额)]);
    expect(rows.flat()).not.toContain("2023年");
    expect(rows).toHaveLength(1 + 12 + 15 + 8 + 6);
  });

  it("has the money that was spent", () => {
    expect(word.under("4.经费执行").map(texts)).toEqual([
      ["实际投入总额(万元)", "3180"],
      ["经费来源(万元)", "牵头单位负担", "1580"],
      ["政府核拨", "800"],
      ["其他成员负担", "600"],
      ["其他途径", "200"],
    ]);
  });

  it("has two rows for each case, with its table", () => {
    expect(word.under("5.典型案例").map(texts)).toEqual([
      ["案例标题", "把产业学院办进园区"],
      ["做法与成效", "（不超过300字）\n校企共投设备、共派教师。\n项目\t数量\n学徒\t200\n课程\t12\n"],
      ["案例标题", "一张清单管任务"],
      ["做法与成效", "（不超过300字）\n秘书处按月更新任务清单，逐项销号。"],
    ]);
  });

  it("when blank, leaves a row for a task and two for a case", async () => {
    const empty = await blank(kind);
    expect(empty.under("2.年度任务完成情况").map(texts)).toEqual([OUTCOMES, ["", "", "", "", ""]]);
    expect(empty.under("5.典型案例").map(texts)).toEqual([
      ["案例标题", ""],
      ["做法与成效", "（不超过300字）\n"],
    ]);
    expect(empty.part("word/document.xml")).not.toContain("{{");
  });
});

it("the summary of a year does not call final figures provisional", async () => {
  const { under } = await printed({ ...summary("年度工作总结"), 数据截止: "2025-12-31", 数据暂定: false });
  expect(texts(under("3.办学成效和服务能力")[0])).toEqual(["数据截止日期", day("2025-12-31"), ""]);
});

it("a picture in a case stands in its cell", async () => {
  const folder = emptyFolder();
  const levels = new Uint8Array(800 * 200).fill(WHITE);
  writeFileSync(path.join(folder, "现场.png"), writePng({ width: 800, height: 200, levels }));
  const data = summary("年度工作总结");
  data.典型案例[1].做法与成效 = "前文。\n\n![图1 现场](现场.png)\n\n后文。\n";
  const findPicture = pictureFinder(folder);
  const report = await checkTexts({ "a.yaml": yaml(data) }, { loadPictures: async () => findPicture });
  const [document] = report.documents;
  if (!document) throw new Error("not read");
  const bytes = (await wordRenderer(document.form, document.kindName, { forms, findPicture }))(document);
  const word = readWord(bytes);
  expect(word.under("5.典型案例").map(texts)[3]).toEqual(["做法与成效", "（不超过300字）\n前文。\n\n图1 现场\n后文。"]);
  const drawings = findAll(parseXml(word.part("word/document.xml")), "wp:extent");
  // as wide as the cell of 132 mm, less its margins
  expect(drawings.map(({ attributes }) => Math.round(Number(attributes.cx) / 36_000))).toEqual([129]);
  if (tools.validator) expect(await wordFaults(bytes)).toEqual([]);
});
