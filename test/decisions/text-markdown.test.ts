import { describe, expect, it } from "vitest";
import { type Block, parseBlocks, printedPictures, printedText, type Run } from "../../src/text/markdown.js";

// How each line of a narrative is printed, at the longest heading and the widest table.

const text = (runs: Run[]) => runs.map((run) => (run.bold ? `【${run.text}】` : run.text)).join("");

/** Blocks as short lines: heading `H`, bullet `•`, bold in【】, rows of a table between bars, picture `P`. */
function lines(block: Block): string[] {
  if (block.kind === "table") return block.rows.map((row) => `|${row.map(text).join("|")}|`);
  if (block.kind === "picture") return [`P ${block.file} ${block.caption}`.trim()];
  return [{ paragraph: "", heading: "H ", bullet: "• " }[block.kind] + text(block.runs)];
}

const sketch = (markdown: string) => parseBlocks(markdown).flatMap(lines);
const long = (length: number) => "字".repeat(length);
/** A sentence, which is no heading and no entry of a list. */
const AFTER = "其后的话，有标点。";

describe("headings", () => {
  it.each([
    [`一、${long(40)}`, "heading"],
    [`一、${long(41)}`, "paragraph"],
    ["一、字", "heading"],
    ["一、", "paragraph"],
    ["十一、字", "heading"],
    ["、字", "paragraph"],
    ["按一、字", "paragraph"],
    ["一．字", "paragraph"],
    ["（一）字", "heading"],
    ["(十)字", "heading"],
    ["（）字", "paragraph"],
    ["一、甲：乙", "heading"],
    ...[..."。；;！？!?，,"].map((mark) => [`一、甲${mark}`, "paragraph"]),
    // typed numbers
    [`1.${long(28)}`, "heading"],
    [`1.${long(29)}`, "paragraph"],
    [`12.${long(27)}`, "heading"],
    ["1．字", "heading"],
    ["1、字", "heading"],
    ["1)字", "heading"],
    ["1）字", "heading"],
    ["1 字", "paragraph"],
    [".字", "paragraph"],
    ["第1.字", "paragraph"],
    ["1.2米", "paragraph"],
    ...[..."。；;！？!?，,：:"].map((mark) => [`1.甲${mark}乙`, "paragraph"]),
  ])("%s is a %s", (line, kind) => {
    expect(parseBlocks(`${line}\n${AFTER}`).map((block) => block.kind)).toEqual([kind, "paragraph"]);
  });

  it.each([
    ["nothing follows", "1.甲", ["1.甲"]],
    ["a short line follows", "1.甲\n乙", ["1.甲", "乙"]],
    ["another number follows", "1.甲\n2.乙", ["1.甲", "2.乙"]],
    ["another number follows with a sentence", "1.甲\n2.乙，丙。", ["1.甲", "2.乙，丙。"]],
    ["another number stands before", `1.甲\n2.乙\n${AFTER}`, ["1.甲", "2.乙", AFTER]],
    ["a short line stands before", `甲\n1.乙\n${AFTER}`, ["甲", "H 1.乙", AFTER]],
    ["a numbered sentence stands before", `1.甲，乙。\n2.丙\n${AFTER}`, ["1.甲，乙。", "H 2.丙", AFTER]],
    ["text stands between", `1.甲\n${AFTER}\n2.乙\n${AFTER}`, ["H 1.甲", AFTER, "H 2.乙", AFTER]],
    ["it is bold", `**1.甲**\n${AFTER}`, ["【1.甲】", AFTER]],
    ["part of it is bold", `一、**甲**\n${AFTER}`, ["一、【甲】", AFTER]],
  ])("with a number: %s", (_, markdown, expected) => {
    expect(sketch(markdown)).toEqual(expected);
  });

  it.each([
    ["# 甲", ["H 甲"]],
    ["###### 甲", ["H 甲"]],
    ["####### 甲", ["####### 甲"]],
    ["#甲", ["#甲"]],
    ["# **甲**乙", ["H 【甲】乙"]],
  ])("with signs: %s", (markdown, expected) => {
    expect(sketch(markdown)).toEqual(expected);
  });
});

describe("tables", () => {
  const row = (columns: number, cell: string) => `|${Array(columns).fill(cell).join("|")}|`;
  const table = (columns: number) => [row(columns, "a"), row(columns, "-"), row(columns, "b")].join("\n");

  it.each([
    [1, "table"],
    [63, "table"],
    [64, "paragraph"],
    [200, "paragraph"],
  ])("of %d columns are a %s", (columns, kind) => {
    const [first] = parseBlocks(table(columns));
    expect(first?.kind).toBe(kind);
    if (first?.kind === "table") expect(first.rows.map((cells) => cells.length)).toEqual([columns, columns]);
  });

  it.each([
    ["without bars at the ends", "a|b\n-|-\n1|2", ["|a|b|", "|1|2|"]],
    ["with a bar in a cell", "|a\\|b|c|\n|-|-|\n|1|2\\||", ["|a|b|c|", "|1|2||"]],
    ["with more cells in a later row", "|a|b|\n|-|-|\n|1|2|3|", ["|a|b||", "|1|2|3|"]],
    ["with fewer cells in a later row", "|a|b|\n|-|-|\n|1|", ["|a|b|", "|1||"]],
    ["with more cells in a later row, below a text", "前\n\n|a|b|\n|-|-|\n|1|2|3|", ["前", "|a|b||", "|1|2|3|"]],
    ["with sides to align to", "|a|b|\n|:-:|-:|\n|1|2|", ["|a|b|", "|1|2|"]],
    ["indented", "  |a|b|\n  |-|-|\n  |1|2|", ["|a|b|", "|1|2|"]],
    ["with a line below", "|a|b|\n|-|-|\n|1|2|\n后文", ["|a|b|", "|1|2|", "后文"]],
    ["bold in a cell", "|**a**|b|\n|-|-|\n|1|2|", ["|【a】|b|", "|1|2|"]],
    ["no line under the header", "|a|b|\n|1|2|", ["|a|b|", "|1|2|"]],
    ["a bar in a line of text", "a|b\n后", ["a|b", "后"]],
  ])("%s", (_, markdown, expected) => {
    expect(sketch(markdown)).toEqual(expected);
  });

  it("without a header's line are lines", () => {
    expect(parseBlocks("|a|b|\n|1|2|").map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
  });
});

describe("lists", () => {
  it.each([
    ["- 甲", ["• 甲"]],
    ["* 甲", ["• 甲"]],
    ["+ 甲", ["• 甲"]],
    ["-甲", ["-甲"]],
    ["-", ["-"]],
    ["1. 甲", ["1. 甲"]],
    ["1) 甲", ["1) 甲"]],
    ["1.", ["1."]],
    ["\t甲", ["甲"]],
    ["- 甲\n  乙", ["• 甲", "乙"]],
    ["甲\n- 乙", ["甲", "• 乙"]],
    ["1.\n2.", ["1.", "2."]],
    ["- - - -", ["• -\u00a0-\u00a0-"]],
    ["甲\n\n- - 乙", ["甲", "• -\u00a0乙"]],
    ["**甲** - - 乙", ["【甲】 - - 乙"]],
    ["* * 甲", ["• *\u00a0甲"]],
    ["- [ ] 甲", ["• [ ] 甲"]],
    ["- [x] 甲", ["• [x] 甲"]],
    ["1. [x] 甲", ["1. [x] 甲"]],
    ["- **甲**乙", ["• 【甲】乙"]],
    ["1. **甲**乙", ["1. 【甲】乙"]],
    ["- ![图](a.png)", ["P a.png 图"]],
    ["1. ![图](a.png)", ["1. ", "P a.png 图"]],
  ])("%j", (markdown, expected) => {
    expect(sketch(markdown)).toEqual(expected);
  });
});

describe("bold", () => {
  it.each([
    ["**甲**乙", ["【甲】乙"]],
    ["**甲**", ["【甲】"]],
    ["** 甲**", ["** 甲**"]],
    ["**甲 **", ["**甲 **"]],
    ["**甲*乙**", ["【甲*乙】"]],
    ["****", ["****"]],
    ["*甲*", ["*甲*"]],
    ["甲\n**乙\n丙**丁", ["甲", "【乙】", "【丙】丁"]],
    ["**甲**\n\u00a0\n乙", ["【甲】", "乙"]],
    ["**甲\n\n乙**", ["**甲", "乙**"]],
  ])("%j", (markdown, expected) => {
    expect(sketch(markdown)).toEqual(expected);
  });
});

it("has no runs of nothing", () => {
  expect(parseBlocks("甲\n**乙**")).toEqual([
    { kind: "paragraph", runs: [{ text: "甲" }] },
    { kind: "paragraph", runs: [{ text: "乙", bold: true }] },
  ]);
});

it.each([
  ["甲\r乙\r\n丙\n丁", ["甲", "乙", "丙", "丁"]],
  ["甲  \n乙", ["甲", "乙"]],
  ["甲\n    乙", ["甲", "乙"]],
  ["\n\n 甲\n\n", ["甲"]],
  ["", []],
  [" \n　", []],
])("the lines of %j", (markdown, expected) => {
  expect(sketch(markdown)).toEqual(expected);
  // the same when markup follows
  expect(sketch(`${markdown}\n\n**乙**`)).toEqual([...expected, "【乙】"]);
});

it.each([
  ["between texts", "甲![a](b.png)乙![c](d.png)丙", ["甲", "P b.png a", "乙", "P d.png c", "丙"]],
  ["side by side", "![a](b.png)![c](d.png)", ["P b.png a", "P d.png c"]],
  ["in a heading", "# 甲![a](b.png)", ["H 甲", "P b.png a"]],
  ["in bold, as typed", "**![a](b.png)**", ["【![a](b.png)】"]],
])("a picture %s", (_, markdown, expected) => {
  expect(sketch(markdown)).toEqual(expected);
});

it("counts the pictures that are printed, also where one file is asked for twice", () => {
  const table = "|![](b.png)|c|\n|-|-|\n|1|2|";
  expect([...printedPictures(`![](a.png)\n${table}\n\n![](a.png)`)]).toEqual([0, 2]);
  expect([...printedPictures(`${table}\n\n甲`)]).toEqual([]);
});

it("prints a line for each paragraph, cell and caption", () => {
  expect(printedText("# 甲\n\n- **乙**\n\n|a|b|\n|-|-|\n|1|2|\n\n![丙](d.png)")).toBe("甲\n乙\na\nb\n1\n2\n丙");
});
