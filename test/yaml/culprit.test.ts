import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fix } from "../../src/index.js";
import { lineOrCell } from "../../src/model/place.js";
import { checkTexts, forms, root, today } from "../support/check.js";

// Mistakes of several lines: one message at the first of them, and one fix for all.

const EXAMPLE = await readFile(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");

async function dataOf(text: string): Promise<unknown> {
  return (await checkTexts({ "甲.yaml": text })).documents[0]?.data;
}

/** `line message` of each finding. */
async function said(text: string): Promise<string[]> {
  const { diagnostics } = await checkTexts({ "甲.yaml": text });
  return diagnostics.map(({ place, message }) => `${lineOrCell(place).line} ${message}`);
}

async function mended(text: string): Promise<string> {
  return (await fix({ file: "甲.yaml", text }, { forms, today })).text;
}

/** The lines from the first one that matches to the last one before another. */
function part(from: RegExp, to: RegExp): { at: number; lines: string[]; around: (lines: string[]) => string } {
  const all = EXAMPLE.split("\n");
  const at = all.findIndex((line) => from.test(line));
  const length = all.slice(at + 1).findIndex((line) => to.test(line)) + 1;
  expect(at).toBeGreaterThan(0);
  expect(length).toBeGreaterThan(0);
  return {
    at: at + 1,
    lines: all.slice(at, at + length),
    around: (lines) => [...all.slice(0, at), ...lines, ...all.slice(at + length)].join("\n"),
  };
}

const less = (by: number) => (line: string) => line.slice(Math.min(by, /^ */u.exec(line)?.[0].length ?? 0));
const more = (by: number) => (line: string) => (line === "" ? line : " ".repeat(by) + line);

const OFFICE = part(/^ {2}秘书处:/u, /^ {2}成员:/u);
const LEADER = part(/^ {4}姓名:/u, /^ {2}秘书处:/u);
const MEMBERS = part(/^ {6}单位:/u, /^ {6}在校生数:/u);
const SOURCES = part(/^ {2}经费来源:/u, /^ {2}园区总产值:/u);
const POLICY = part(/^ {2}支持政策: \|/u, /^办学成效/u);

describe("a part of a form that slipped as a whole is named once, and mended at once", () => {
  it.each<[string, string, number, string]>([
    ["a section to the left", OFFICE.around(OFFICE.lines.map(less(2))), OFFICE.at, "从这里起的 9 行左边空得不对"],
    ["a section to the right", OFFICE.around(OFFICE.lines.map(more(2))), OFFICE.at, "从这里起的 9 行左边空得不对"],
    [
      "what a section holds to the left",
      OFFICE.around(OFFICE.lines.map((line, at) => (at === 0 ? line : less(2)(line)))),
      OFFICE.at + 1,
      "从这里起的 8 行左边空得不对:“所在单位”是“秘书处”的一项",
    ],
    [
      "what a section holds to the margin",
      SOURCES.around(SOURCES.lines.map((line, at) => (at === 0 ? line : line.trimStart()))),
      SOURCES.at + 1,
      "从这里起的 4 行左边空得不对:“牵头单位负担”是“经费来源”的一项",
    ],
    [
      "some fields of a section",
      OFFICE.around(OFFICE.lines.map((line, at) => (at > 4 && at < 8 ? less(2)(line) : line))),
      OFFICE.at + 5,
      "从这里起的 3 行左边空得不对:“人员总数”是“秘书处”的一项",
    ],
    ["a section without its first line", OFFICE.around(OFFICE.lines.slice(1)), OFFICE.at, "这一行是“秘书处”的内容"],
    ["another", SOURCES.around(SOURCES.lines.slice(1)), SOURCES.at, "这一行是“经费来源”的内容"],
    ["a text with its key", POLICY.around(POLICY.lines.map(less(2))), POLICY.at, "这一行左边空得不对:“支持政策”"],
    [
      "a list",
      MEMBERS.around(MEMBERS.lines.map((line, at) => (at === 0 ? line : line.trimStart()))),
      MEMBERS.at + 1,
      "从这里起的 3 行左边空得不对:它是“单位”列表里的一项",
    ],
    [
      "items of a list but the first",
      MEMBERS.around(MEMBERS.lines.map((line, at) => (at < 2 ? line : more(2)(line)))),
      MEMBERS.at + 1,
      "这一行左边空得不对:它是“单位”列表里的一项",
    ],
  ])("%s", async (_, text, line, message) => {
    const found = await said(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${line} ${message}`);
    expect(await dataOf(await mended(text))).toEqual(await dataOf(EXAMPLE));
  });
});

describe("a line that YAML would read as part of the value above it is an error", () => {
  const [name = "", post = "", phone = ""] = LEADER.lines;
  it.each<[string, string, number, number]>([
    ["a field further in", LEADER.around([name, more(2)(post), phone]), LEADER.at + 1, 1],
    ["one with a full-width colon", LEADER.around([name, more(2)(post).replace(": ", "："), phone]), LEADER.at + 1, 2],
    ["one with no space", LEADER.around([name, more(2)(post).replace(": ", ":"), phone]), LEADER.at + 1, 2],
    ["the last one", LEADER.around([name, post, more(4)(phone).replace(": ", "：")]), LEADER.at + 2, 2],
    ["an item further in", MEMBERS.around(MEMBERS.lines.with(2, more(2)(MEMBERS.lines[2] ?? ""))), MEMBERS.at + 2, 1],
    ["an item one space in", MEMBERS.around(MEMBERS.lines.with(3, more(1)(MEMBERS.lines[3] ?? ""))), MEMBERS.at + 3, 1],
    [
      "an item not far enough in",
      MEMBERS.around(MEMBERS.lines.with(2, less(2)(MEMBERS.lines[2] ?? ""))),
      MEMBERS.at + 2,
      1,
    ],
    [
      "an item without its space",
      MEMBERS.around(MEMBERS.lines.with(2, (MEMBERS.lines[2] ?? "").replace("- ", "-"))),
      MEMBERS.at + 2,
      1,
    ],
    [
      "items below a value",
      MEMBERS.around([`${MEMBERS.lines[0]} ${MEMBERS.lines[1]?.trim().slice(2)}`, ...MEMBERS.lines.slice(2)]),
      MEMBERS.at + 1,
      1,
    ],
  ])("%s", async (_, text, line, count) => {
    const found = await said(text);
    expect(found).toHaveLength(count);
    for (const each of found) expect(each).toMatch(new RegExp(`^${line} `, "u"));
    expect(await dataOf(await mended(text))).toEqual(await dataOf(EXAMPLE));
  });

  it("names a field that goes on below a value even where it is no field of the section", async () => {
    const text = LEADER.around([name, "      - 主任", post, phone]);
    expect(await said(text)).toEqual([`${LEADER.at + 1} 这一行以“- ”开头,却会和上一行连成一项`]);
  });
});

describe("what a section holds twice", () => {
  it("is said once", async () => {
    const text = OFFICE.around([...OFFICE.lines, ...OFFICE.lines]);
    expect(await said(text)).toEqual([`${OFFICE.at + OFFICE.lines.length} 「秘书处」写了两次`]);
  });
});

describe("a text pasted at the margin is mended as a whole, whatever its lines look like", () => {
  it.each([
    ["a line like a field", "一、特色\nA: 制度层面\n制度层面: 健全\n二、创新\n完。"],
    ["a heading like a remark", "一、特色\n# 重点\n建成三个平台。"],
    ["a year", "一、特色\n2023: 平台升级\n2022：平台建成\n完。"],
    ["a list", "一、特色\n- 甲\n- 乙\n完。"],
    ["a sentence that begins with the name of a field", "一、特色\n建设规划：三步走\n成员：甲、乙\n完。"],
    ["spaces of its own", "一、特色\n  1.甲：乙\n  2.丙\n完"],
  ])("%s", async (_, typed) => {
    const { at, lines, around } = part(/^特色与创新: \|/u, /^近三年/u);
    const text = around([lines[0] ?? "", ...typed.split("\n"), ""]);
    const found = await said(text);
    expect(found).toEqual([`${at + 1} 这里是“特色与创新”的文字,左边空得不够`]);
    expect(await dataOf(await mended(text))).toMatchObject({ 特色与创新: typed });
  });

  it("ends before a field whose key is mistyped", async () => {
    const { lines, around } = part(/^特色与创新: \|/u, /^近三年/u);
    const text = around([lines[0] ?? "", "一、特色", "完。", ""]).replace(
      "近三年无违法违规: true",
      "近三年无违法: true",
    );
    expect(await mended(text)).toContain("\n近三年无违法: true\n");
  });
});

describe("right files stay as they are", () => {
  it.each([
    ["a sentence like a field in a text", "  A: 制度层面；B: 实践层面。\n  建设规划：三步走\n  # 重点"],
    ["the name of a field in a text that has it elsewhere", "  填表日期: 2024年2月"],
    ["wide spaces in a text", "  　　一是：甲\n  　　二是：乙"],
  ])("%s", async (_, typed) => {
    const { lines, around } = part(/^特色与创新: \|/u, /^近三年/u);
    expect(await said(around([lines[0] ?? "", ...typed.split("\n"), ""]))).toEqual([]);
  });

  it("a list as far left as its key, a section with four spaces, a value over several lines", async () => {
    const list = MEMBERS.around(MEMBERS.lines.map((line, at) => (at === 0 ? line : less(2)(line))));
    const section = SOURCES.around(SOURCES.lines.map((line, at) => (at === 0 ? line : more(2)(line))));
    const folded = LEADER.around([
      ...LEADER.lines.slice(0, 1),
      "    职务: 高新技术产业开发区",
      "      副主任",
      ...LEADER.lines.slice(2),
    ]);
    expect([...(await said(list)), ...(await said(section)), ...(await said(folded))]).toEqual([]);
  });
});
