import { describe, expect, it } from "vitest";
import { pictureProblems } from "../../src/check/narrative-problems.js";
import {
  blankYaml,
  type Diagnostic,
  explain,
  type Form,
  type FormDocument,
  type Report,
  status,
} from "../../src/index.js";
import { type Field, fieldAt, layoutPointer } from "../../src/model/field.js";
import { sentence } from "../support/application.js";
import { checkTexts, forms } from "../support/check.js";
import { plan, summary, yaml } from "../support/full-filings.js";
import { rangeOf } from "../support/range-of.js";

// Lists whose entries have fields of their own: the tasks of a plan, the outcomes and cases of a summary.

const form = (await forms.open("hunan-2024")) as Form;
const read = (filing: object, draft = false): Promise<Report> => checkTexts({ "a.yaml": yaml(filing) }, { draft });
const first = ({ documents: [document] }: Report) => document as FormDocument;

/** A plan whose second task is changed. */
function planWith(changes: object): object {
  const filing = plan(3);
  Object.assign(filing.任务[1], changes);
  return filing;
}

describe("a field of an entry", () => {
  const root = form.documents.年度工作计划?.root as Field;

  it("is named by its list and the entry's place in it", () => {
    const named = (pointer: string) => fieldAt(root, pointer)?.name;
    expect(named("/任务/11")).toBe("年度任务·第 12 项");
    expect(named("/任务/0/内容")).toBe("年度任务·第 1 项·任务内容");
    expect(named("/任务/0/量化指标/目标值")).toBe("年度任务·第 1 项·目标值");
    expect(named("/任务/*/内容")).toBe("年度任务·任务内容");
  });

  it("is found in no other way", () => {
    for (const pointer of ["/任务/内容", "/任务/一/内容", "/任务/0/没有", "/年度目标/0"])
      expect(fieldAt(root, pointer)).toBeUndefined();
  });

  it("has a place in the layout", () => {
    expect(layoutPointer(fieldAt(root, "/任务/3/量化指标/目标值") as Field)).toBe("/任务/*/量化指标/目标值");
    expect(layoutPointer(fieldAt(root, "/年度经费/总额") as Field)).toBe("/年度经费/总额");
  });
});

describe("what is wrong in an entry", () => {
  const said = async (filing: object) => (await read(filing)).diagnostics.map(sentence);

  it.each([
    [{ 完成时间: "年底" }, "schema/format 「年度任务·第 2 项·完成时间」的写法不对:“年底” | 写成 2025-06 或 2025-06-18"],
    [{ 预期成果: null }, "schema/required 「年度任务·第 2 项·预期成果」还没有填写"],
    [{ 内容: "", 预期成果: null }, "schema/required 「年度任务·第 2 项」还有 2 项没有填写:「任务内容」「预期成果」"],
    [{ 任务内容: "甲" }, "schema/unknown-key 「年度任务·第 2 项」没有“任务内容”这一项 | 是不是要写“内容”?"],
    [{ 编号: "二" }, "schema/type 「年度任务·第 2 项·编号」应当是整数,现在写的是“二” | 只写数字:2"],
  ])("%j", async (changes, expected) => {
    expect(await said(planWith(changes))).toEqual([expected]);
  });

  it("is marked where it stands", async () => {
    const { diagnostics, texts } = await read(planWith({ 完成时间: "年底" }));
    const { start, end } = rangeOf(diagnostics[0] as Diagnostic);
    expect(texts.get("a.yaml")?.slice(start.offset, end.offset)).toBe("年底");
  });

  it("is marked at the entry's first key where it is not there", async () => {
    const { diagnostics } = await read(planWith({ 预期成果: null }));
    const missing = await read(planWith({ 预期成果: undefined }));
    expect(rangeOf(diagnostics[0] as Diagnostic).start.line).toBeGreaterThan(
      rangeOf(missing.diagnostics[0] as Diagnostic).start.line,
    );
    const { start, end } = rangeOf(missing.diagnostics[0] as Diagnostic);
    expect(missing.texts.get("a.yaml")?.slice(start.offset, end.offset)).toBe("编号");
  });

  it("is said once where only one answer is possible and another kind of value stands", async () => {
    expect(await said({ ...summary("半年工作总结"), 数据暂定: "是" })).toEqual([
      "schema/type 「本年数为暂定数」应当是 true 或 false,现在写的是“是” | 只能写 true",
    ]);
    expect(await said({ ...summary("半年工作总结"), 数据暂定: false })).toEqual([
      "schema/enum 「本年数为暂定数」写的是 false | 只能写 true",
    ]);
  });

  it("may be that the list is none", async () => {
    expect(await said({ ...plan(), 任务: plan(1).任务[0] })).toEqual([
      "schema/type 「年度任务」应当是列表,现在写的是 分项内容 | 每项以“- ”开头,编号不重复;总结按编号逐项回答",
    ]);
  });

  it("may be a text that is too long", async () => {
    const filing = summary("年度工作总结");
    filing.典型案例[1].做法与成效 = "好".repeat(301);
    const { diagnostics } = await read(filing);
    expect(diagnostics.map(sentence)).toEqual([
      "word-limit 「典型案例·第 2 项·做法与成效」写了 301 字,上限 300 字,超出 1 字 | 从第 301 字“好”起超出,请删减",
    ]);
    expect(diagnostics[0]?.clause).toBe("湘教通〔2024〕116号 第4条「典型案例·第 2 项·做法与成效（不超过300字）」");
  });

  it("may be a picture that is not there, or what is no table", async () => {
    const filing = summary("年度工作总结");
    filing.典型案例[1].做法与成效 = "前文。\n\n![图](没有.png)\n\n| 甲 | 乙 |\n";
    const report = await read(filing);
    expect(report.diagnostics.map(({ pointer, ruleId }) => `${ruleId} ${pointer}`)).toEqual([
      "text/markup /典型案例/1/做法与成效",
    ]);
    const found = pictureProblems(first(report), () => ({ trouble: { message: "找不到", hint: "" } }));
    expect(found.map(({ pointer }) => pointer)).toEqual(["/典型案例/1/做法与成效"]);
  });
});

describe("short forms", () => {
  it("are spelled out: an observation point is no number, names may stand in one line", async () => {
    const text = yaml(planWith({ 责任单位: "甲学院、乙公司" })).replace(/对应指标:\n +- "2\.3"/u, "对应指标: 2.3");
    const report = await checkTexts({ "a.yaml": text });
    expect(report.diagnostics).toEqual([]);
    expect(first(report).data).toMatchObject({ 任务: [{}, { 对应指标: ["2.3"], 责任单位: ["甲学院", "乙公司"] }, {}] });
  });
});

describe("status", () => {
  it("counts a list without entries as one, and says which entries lack what", async () => {
    const { 任务, ...rest } = plan();
    const none = status(first(await read(rest)));
    expect(none.sections.find(({ title }) => title === "年度任务")).toMatchObject({ total: 1, missing: ["年度任务"] });
    const found = status(first(await read(planWith({ 内容: null, 责任单位: null }))));
    expect(found.sections.find(({ title }) => title === "年度任务")).toMatchObject({
      filled: found.sections[1]?.filled,
      missing: ["年度任务·第 2 项(任务内容、责任单位)"],
    });
    expect(found.total - found.filled).toBe(2);
  });

  it("counts the words of each entry", async () => {
    const { texts } = status(first(await read(summary("年度工作总结"))));
    expect(texts.filter(({ limit }) => limit === 300).map(({ name }) => name)).toEqual([
      "典型案例·第 1 项·做法与成效",
      "典型案例·第 2 项·做法与成效",
    ]);
  });
});

describe("a blank", () => {
  const text = (kind: string) => blankYaml(form, kind, "x", "a.yaml");

  it.each(["年度工作计划", "半年工作总结", "年度工作总结"])(
    "%s passes as a draft with everything to fill",
    async (kind) => {
      const report = await checkTexts({ "a.yaml": text(kind) }, { draft: true });
      expect(report.diagnostics).toEqual([]);
      expect(first(report).data).toEqual({ 表单: `hunan-2024/${kind}` });
      const full = await checkTexts({ "a.yaml": text(kind) });
      expect(full.diagnostics.filter(({ unfilled }) => !unfilled)).toEqual([]);
    },
  );

  it("shows how an entry is written, so that it need only be filled in", async () => {
    const shown = text("年度工作计划");
    expect(shown).toContain(
      "# 年度任务;每项以“- ”开头,编号不重复;总结按编号逐项回答\n任务:\n    # 写 1、2、3 这样的整数\n  - 编号: \n",
    );
    const filled = shown
      .replace("  - 编号:", "  - 编号: 1")
      .replace("\n    内容:", "\n    内容: 建产业学院")
      .replace("\n    对应指标:", "\n    对应指标: 3.1")
      .replace("\n      目标值:", "\n      目标值: 200");
    const report = await checkTexts({ "a.yaml": filled }, { draft: true });
    expect(report.diagnostics).toEqual([]);
    expect(first(report).data.任务).toEqual([
      { 编号: 1, 内容: "建产业学院", 对应指标: ["3.1"], 量化指标: { 目标值: 200 } },
    ]);
  });

  it("entry among others still asks for what it lacks", async () => {
    const filing = plan(2);
    filing.任务.push({ 编号: null, 内容: "", 量化指标: { 名称: null } });
    expect((await read(filing)).diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining("「年度任务·第 3 项」还有 6 项没有填写"),
    ]);
    expect((await read(filing, true)).diagnostics).toEqual([]);
  });
});

it("explain finds a field of entries by its label", async () => {
  const said = async (name: string) => (await explain(name, forms)) as { text: string };
  expect((await said("任务内容")).text).toContain("位置:hunan-2024/年度工作计划 → 任务 → 每项 → 内容\n");
  expect((await said("任务.量化指标.目标值")).text).toContain("任务 → 每项 → 量化指标 → 目标值\n");
});
