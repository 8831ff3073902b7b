import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBlocks } from "../../src/text/markdown.js";
import { markdownTable, tabbedLines } from "../../src/text/tabbed-lines.js";
import { runs } from "../support/random-text.js";

describe("lines with tabs that are a table", () => {
  it.each<[string, string, string[][]]>([
    [
      "two lines",
      "平台\t面积\n甲\t3200",
      [
        ["平台", "面积"],
        ["甲", "3200"],
      ],
    ],
    [
      "a blank cell",
      "平台\t面积\t人数\n甲\t\t5",
      [
        ["平台", "面积", "人数"],
        ["甲", "", "5"],
      ],
    ],
    [
      "a blank corner",
      "\t2022\t2023\n人数\t5\t6",
      [
        ["", "2022", "2023"],
        ["人数", "5", "6"],
      ],
    ],
    [
      "a blank last cell",
      "平台\t面积\n甲\t",
      [
        ["平台", "面积"],
        ["甲", ""],
      ],
    ],
    [
      "a blank column",
      "平台\t\t面积\n甲\t\t5",
      [
        ["平台", "面积"],
        ["甲", "5"],
      ],
    ],
    [
      "a shorter row",
      "平台\t面积\t人数\n甲\t1\t2\n合计\t3",
      [
        ["平台", "面积", "人数"],
        ["甲", "1", "2"],
        ["合计", "3", ""],
      ],
    ],
    [
      "numbered rows of three cells",
      "1.\t甲\t5\n2.\t乙\t6",
      [
        ["1.", "甲", "5"],
        ["2.", "乙", "6"],
      ],
    ],
    [
      "a header above numbered rows",
      "序号\t单位\n1.\t甲",
      [
        ["序号", "单位"],
        ["1.", "甲"],
      ],
    ],
    [
      "spaces around cells",
      " 平台 \t 面积\n甲\t 5 ",
      [
        ["平台", "面积"],
        ["甲", "5"],
      ],
    ],
    [
      "a column of prose beside a short one",
      "阶段\t内容\n一期\t建成实训中心。新增实训工位六百个，服务企业三十家以上，培训两千人次。",
      [
        ["阶段", "内容"],
        ["一期", "建成实训中心。新增实训工位六百个，服务企业三十家以上，培训两千人次。"],
      ],
    ],
  ])("%s", (_, text, rows) => {
    const lines = text.split("\n");
    expect(tabbedLines(["前文", ...lines, "后文"])).toEqual({
      tables: [{ from: 1, to: 1 + lines.length, rows }],
      others: [],
    });
  });
});

describe("tabs that are no table", () => {
  it.each<[string, string, [line: number, from: number, to: number][]]>([
    ["one line", "建设\t规划", [[0, 2, 3]]],
    ["spaces beside the tab", "建设 \t 规划", [[0, 2, 5]]],
    [
      "two lines that do not follow each other",
      "建设\t规划\n\n实训\t基地",
      [
        [0, 2, 3],
        [2, 2, 3],
      ],
    ],
    [
      "a numbered list",
      "1.\t建设\n2.\t规划",
      [
        [0, 2, 3],
        [1, 2, 3],
      ],
    ],
    [
      "a list in brackets",
      "（一）\t建设\n（二）\t规划",
      [
        [0, 3, 4],
        [1, 3, 4],
      ],
    ],
    [
      "a list with circled numbers",
      "①\t建设\n②\t规划",
      [
        [0, 1, 2],
        [1, 1, 2],
      ],
    ],
    [
      "a list with bullets",
      "●\t建设\n●\t规划",
      [
        [0, 1, 2],
        [1, 1, 2],
      ],
    ],
    [
      "a list with bullets of symbol fonts",
      "\uf06c\t建设\n\uf06c\t规划",
      [
        [0, 1, 2],
        [1, 1, 2],
      ],
    ],
    ["paragraphs indented with tabs", "\t第一段。\n\t第二段。", []],
    ["tabs at the end of lines", "第一段。\t\n第二段。\t", []],
    [
      "paragraphs of prose with a tab in each",
      "建成一期。\t完成二期。\n开展培训。\t服务企业。",
      [
        [0, 5, 6],
        [1, 5, 6],
      ],
    ],
    [
      "two columns of which one row has more",
      "甲\t乙\n丙\t丁\t戊\n",
      [
        [0, 1, 2],
        [1, 1, 2],
        [1, 3, 4],
      ],
    ],
    [
      "a cell that ends with a backslash",
      "甲\t乙\\\n丙\t丁",
      [
        [0, 1, 2],
        [1, 1, 2],
      ],
    ],
    ["no tab at all", "建设规划\n实训基地", []],
  ])("%s", (_, text, others) => {
    expect(tabbedLines(text.split("\n"))).toEqual({
      tables: [],
      others: others.map(([line, from, to]) => ({ line, from, to })),
    });
  });
});

it("ends a table where a list with bullets begins", () => {
  const lines = ["平台\t面积", "甲\t5", "\uf06c\t建设", "\uf06c\t规划", "", "甲\t乙"];
  const { tables, others } = tabbedLines(lines);
  expect(tables.map(({ from, to }) => [from, to])).toEqual([[0, 2]]);
  expect(others.map(({ line }) => line)).toEqual([2, 3, 5]);
});

it("leaves a table with more columns than Word allows", () => {
  const line = Array(64).fill("1").join("\t");
  expect(tabbedLines([line, line]).tables).toEqual([]);
  expect(tabbedLines([line.slice(2), line.slice(2)]).tables).toHaveLength(1);
});

const cell = fc
  .array(fc.constantFrom(..."甲乙1a|\\-:*#.（）% "), { maxLength: 6 })
  .map((chars) => chars.join("").trim())
  // bold text and pictures are markup in a cell as elsewhere
  .filter((text) => !text.includes("**") && !/\\(?:\||$)/u.test(text));

it("is read as the same table once it is Markdown", () => {
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 5 }));
  fc.assert(
    fc.property(table, (rows) => {
      const [block, ...others] = parseBlocks(markdownTable(rows).join("\n"));
      expect(others).toEqual([]);
      const read =
        block?.kind === "table" ? block.rows.map((row) => row.map((runsOf) => runsOf.map((r) => r.text).join(""))) : [];
      expect(read).toEqual(rows);
    }),
    runs(200),
  );
});
