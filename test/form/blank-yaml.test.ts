import { describe, expect, it } from "vitest";
import { blankYaml, type DocumentKind, type Form, type FormDocument, status } from "../../src/index.js";
import { type Field, isYear } from "../../src/model/field.js";
import { checkTexts, forms } from "../support/check.js";
import { readYaml } from "../support/read-yaml.js";

const form = (await forms.open("hunan-2024")) as Form;
const text = blankYaml(form, "推荐书", "./推荐书.schema.json", "application.yaml");

/** Every field with its line in a blank and the one above it. */
function fields({ root }: DocumentKind, blank: string): { field: Field; line: string; above: string }[] {
  const { source } = readYaml("空白.yaml", blank);
  const lines = blank.split("\n");
  const walk = (field: Field): Field[] => (field.schema.deprecated ? [] : [field, ...field.children.flatMap(walk)]);
  return root.children.flatMap(walk).map((field) => {
    const { line } = source?.locate(field.pointer.replaceAll("*", "0"), "key").start ?? { line: 0 };
    return { field, line: lines[line - 1] ?? "", above: lines[line - 2] ?? "" };
  });
}

describe("the blank", () => {
  it("begins with the line the editor looks for", () => {
    expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=./推荐书.schema.json");
    expect(text).toContain("\n表单: hunan-2024/推荐书\n");
    expect(text.endsWith("\n")).toBe(true);
  });

  it.each(Object.keys(form.documents))("of a %s tells label, limit and unit on the line above each field", (name) => {
    const kindOf = form.documents[name] as DocumentKind;
    const all = fields(kindOf, blankYaml(form, name, "x", "a.yaml")).filter(({ field }) => field.key !== "表单");
    expect(all.length).toBeGreaterThan(7);
    for (const { field, line, above } of all) {
      if (field.parent?.key === "成立时间") continue; // in one line with it
      expect(line.replace(/["']/gu, "")).toContain(`${field.key}:`);
      const told = above.trimStart().startsWith("# ") ? above : "";
      if (!isYear(field)) expect(`${told} ${field.key}`).toContain(field.title);
      if (field.wordLimit !== undefined && !isYear(field)) expect(told).toContain(`不超过 ${field.wordLimit} 字`);
      const holder = all.find((each) => each.field === field.parent)?.above ?? "";
      if (field.unit && field.children.length === 0)
        expect(isYear(field) ? holder : `${told} ${field.key}`).toContain(field.unit);
      if (field.hint) expect(told).toContain(field.hint);
    }
  });

  it.each(Object.keys(form.documents))("of a %s leaves room where people type: nothing stands beside a key", (name) => {
    const lines = blankYaml(form, name, "x", "a.yaml").split("\n");
    const typed = lines.filter((line) => /^[^#]/u.test(line.trimStart()) && !line.startsWith("表单:"));
    // a space to type behind, a bar, or the fields below
    for (const line of typed) expect(line).toMatch(/^ *(?:- )?"?[^\s:]+"?:(?: | \|)?$/u);
    for (const [at, line] of lines.entries()) {
      if (!line.endsWith("|")) continue;
      const indent = line.length - line.trimStart().length;
      expect([lines[at + 1], lines[at + 2]]).toEqual([" ".repeat(indent + 2), ""]);
    }
  });

  it.each(Object.keys(form.documents))("of a %s has each hint above its field, as far in as that", (name) => {
    const lines = blankYaml(form, name, "x", "a.yaml").split("\n").slice(9);
    const hints = [...lines.entries()].filter(([, line]) => line.trimStart().startsWith("#"));
    expect(hints.length).toBeGreaterThan(7);
    for (const [at, hint] of hints) expect(lines[at + 1]?.search(/[^\s-]/u)).toBe(hint.indexOf("#"));
  });

  it("shows how several are written", () => {
    expect(text).toContain("\n# 学校全称;不止一所时写成列表;不止一个的写成:甲、乙\n牵头学校: \n");
    expect(text).toContain("不止一个的写成:A1、A2\n");
  });

  it("passes as a draft with everything still to fill", async () => {
    const report = await checkTexts({ "空白.yaml": text }, { draft: true });
    expect(report.diagnostics).toEqual([]);
    const found = status(report.documents[0] as FormDocument);
    expect(found.filled).toBe(0);
    expect(report.remaining?.get("空白.yaml")).toBe(found.total);
  });

  it("does not pass as an application, for the one reason that it is empty", async () => {
    const { diagnostics } = await checkTexts({ "空白.yaml": text });
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.filter((each) => !each.unfilled)).toEqual([]);
  });
});

describe("filling it in", () => {
  const fill = async (change: (blank: string) => string) => {
    const filled = change(text);
    expect(filled).not.toBe(text);
    const report = await checkTexts({ "甲.yaml": filled }, { draft: true });
    expect(report.diagnostics).toEqual([]);
    return report.documents[0] as FormDocument;
  };

  it("takes a value behind the key", async () => {
    const document = await fill((blank) => blank.replace("\n联合体名称: ", "\n联合体名称: 甲联合体"));
    expect(document.data).toMatchObject({ 联合体名称: "甲联合体" });
    expect(status(document).filled).toBe(1);
  });

  it("takes a long text on the indented line below its bar", async () => {
    const document = await fill((blank) =>
      blank.replace(/(\n {2}支持政策: \|\n {4})\n/u, "$1先后制定政策6项。\n\n    1.财政支持。\n"),
    );
    expect(document.data).toEqual({
      表单: "hunan-2024/推荐书",
      联合体概况: { 支持政策: "先后制定政策6项。\n\n1.财政支持。" },
    });
  });

  it("takes a long text below the room that is left for it", async () => {
    const document = await fill((blank) => blank.replace(/(\n {2}支持政策: \|\n {4}\n)/u, "$1    先后制定政策6项。\n"));
    expect(document.data).toMatchObject({ 联合体概况: { 支持政策: expect.stringMatching(/^\n?先后制定政策6项。$/u) } });
  });

  it("takes figures by year, names and yes or no", async () => {
    const document = await fill((blank) =>
      blank
        .replace(/(共建专业:[^\n]*\n\s+2022:)(\s+2023:)/u, "$1 3$2 5")
        .replace("\n牵头学校:", "\n牵头学校: 甲学院、乙学院")
        .replace("\n近三年无违法违规:", "\n近三年无违法违规: true"),
    );
    expect(document.data).toMatchObject({
      牵头学校: ["甲学院", "乙学院"],
      近三年无违法违规: true,
      办学成效和服务能力: { 资源共建共享: { 共建专业: { 2022: 3, 2023: 5 } } },
    });
  });

  it("works with Windows line ends", async () => {
    const document = await fill((blank) =>
      blank.replace("\n填表日期:", "\n填表日期: 2024-02-20").replaceAll("\n", "\r\n"),
    );
    expect(document.data).toEqual({ 表单: "hunan-2024/推荐书", 填表日期: "2024-02-20" });
  });
});

it("is refused for a kind the form does not have", () => {
  expect(() => blankYaml(form, "工作总结", "x", "a.yaml")).toThrow();
});
