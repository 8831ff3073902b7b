import { describe, expect, it } from "vitest";
import { type Block, parseBlocks, printedText, type Run } from "../../src/text/markdown.js";
import { picturesIn } from "../../src/text/pictures.js";
import { countWords } from "../../src/text/word-count.js";

/** Blocks as short lines: heading `H`, bullet `•`, bold in【】, cells between bars, picture `P`. */
function sketch(markdown: string): string[] {
  return parseBlocks(markdown).flatMap(lines);
}

function lines(block: Block): string[] {
  if (block.kind === "table") return block.rows.map((row) => `| ${row.map(text).join(" | ")} |`);
  if (block.kind === "picture") return [`P ${block.file} ${block.caption}`.trim()];
  return [{ paragraph: "", heading: "H ", bullet: "• " }[block.kind] + text(block.runs)];
}

function text(runs: Run[]): string {
  return runs.map((run) => (run.bold ? `【${run.text}】` : run.text)).join("");
}

describe("paragraphs", () => {
  it.each([
    ["every line break starts one", "甲\n乙\n\n丙", ["甲", "乙", "丙"]],
    ["Windows line breaks too", "甲\r\n乙\r\n\r\n丙\r\n", ["甲", "乙", "丙"]],
    ["two spaces before a break change nothing", "甲  \n乙", ["甲", "乙"]],
    ["an indent of spaces or tabs is not printed", "  甲\n    乙\n\n        丙\n\t丁", ["甲", "乙", "丙", "丁"]],
    ["an indent of ideographic spaces is not printed", "　　甲\n　　乙", ["甲", "乙"]],
    ["blank text is no paragraph", " \n　\n\n", []],
    ["Chinese numbering stays as typed", "（一）目标\n1、甲\n①乙", ["H （一）目标", "1、甲", "①乙"]],
  ])("%s", (_, markdown, expected) => {
    expect(sketch(markdown)).toEqual(expected);
  });
});

describe("headings", () => {
  it("are lines with # and a space", () => {
    expect(sketch("# 总体思路\n正文\n### 细目\n更多")).toEqual(["H 总体思路", "正文", "H 细目", "更多"]);
  });

  it.each([
    [
      "一、 and （一）",
      "一、总体思路\n（一）主要目标\n(二)任务：分三步",
      ["H 一、总体思路", "H （一）主要目标", "H (二)任务：分三步"],
    ],
    [
      "not a sentence",
      "（一）园区牵头，学校参与。\n一、建成 3 个平台；",
      ["（一）园区牵头，学校参与。", "一、建成 3 个平台；"],
    ],
    [
      "1. above a text",
      "1.产业需求\n牵头企业发布岗位清单，学校据此排课。",
      ["H 1.产业需求", "牵头企业发布岗位清单，学校据此排课。"],
    ],
    [
      "1. in a list is none",
      "1.甲\n2.乙\n以上各项由秘书处落实，每季度通报一次。",
      ["1.甲", "2.乙", "以上各项由秘书处落实，每季度通报一次。"],
    ],
    ["1. with its text is none", "1.甲。\n乙方负责，每年一次。", ["1.甲。", "乙方负责，每年一次。"]],
  ])("are what people type: %s", (_, markdown, expected) => {
    expect(sketch(markdown)).toEqual(expected);
  });

  it("may carry bold", () => {
    expect(sketch("## 一、**重点**")).toEqual(["H 一、【重点】"]);
  });
});

describe("bold", () => {
  it.each([
    ["**重点**工作", "【重点】工作"],
    ["推进**产教融合**。", "推进【产教融合】。"],
    ["**甲**和**乙**", "【甲】和【乙】"],
    // people bold a phrase together with its punctuation; CommonMark's flanking rule would leave the stars in print
    ["重点是**“双师”**建设", "重点是【“双师”】建设"],
    ["**（一）目标：**到2025年", "【（一）目标：】到2025年"],
    ["实行**《办法》**和章程", "实行【《办法》】和章程"],
    ["达到**50%**以上", "达到【50%】以上"],
  ])("%s", (markdown, expected) => {
    expect(sketch(markdown)).toEqual([expected]);
  });

  it("may go on over a line break", () => {
    expect(sketch("**甲\n乙**丙")).toEqual(["【甲】", "【乙】丙"]);
  });

  it("leaves a lone pair of stars as typed", () => {
    expect(sketch("甲**乙")).toEqual(["甲**乙"]);
  });
});

describe("lists", () => {
  it.each([
    ["bullets of any sign", "- 甲\n- 乙\n\n* 丙\n\n+ 丁", ["• 甲", "• 乙", "• 丙", "• 丁"]],
    ["bullets below bullets", "- 甲\n  - 乙\n- 丙", ["• 甲", "• 乙", "• 丙"]],
    ["indented bullets", "    - 甲\n    - 乙", ["• 甲", "• 乙"]],
    ["a paragraph before and after", "如下：\n- 甲\n乙", ["如下：", "• 甲", "乙"]],
    ["numbers as typed", "1. 甲\n2. 乙", ["1. 甲", "2. 乙"]],
    ["numbers as typed, whatever they are", "3. 甲\n5. 乙\n5. 丙", ["3. 甲", "5. 乙", "5. 丙"]],
    ["numbers with a bracket", "1) 甲\n2) 乙", ["1) 甲", "2) 乙"]],
    ["a number without text", "1.\n2.", ["1.", "2."]],
    ["bold in an item", "1. **甲**：乙\n- **丙**", ["1. 【甲】：乙", "• 【丙】"]],
  ])("%s", (_, markdown, expected) => {
    expect(sketch(markdown)).toEqual(expected);
  });
});

describe("tables", () => {
  const table = "| 年份 | 人数 |\n|---|---:|\n| 2022 | 3 |\n| 2023 | **5** |";

  it("are rows of cells, the header first", () => {
    expect(sketch(`前文\n\n${table}\n\n后文`)).toEqual([
      "前文",
      "| 年份 | 人数 |",
      "| 2022 | 3 |",
      "| 2023 | 【5】 |",
      "后文",
    ]);
  });

  it("end where a line has no bar", () => {
    expect(sketch(`${table}\n后文`).at(-1)).toBe("后文");
  });

  it("may be indented as a whole", () => {
    expect(sketch(table.replace(/^/gmu, "  "))).toEqual(["| 年份 | 人数 |", "| 2022 | 3 |", "| 2023 | 【5】 |"]);
  });
});

describe("what looks like Markdown and is not is printed as typed", () => {
  it.each([
    "占比<50%，>30%",
    "a<b>c</b>",
    "a*b*c",
    "长2*宽3*高4",
    "_",
    "a_b_c",
    "_前后_",
    "#1",
    "#1 号楼",
    "1.没有空格",
    "1．全角点",
    "---",
    "***",
    "每年10~20人、30~40人",
    "约10~20~30人",
    "AT&T",
    "&amp;",
    "&#65;",
    "https://a.cn/x_y_z?a=1&b=2*3*4",
    "见 https://a.cn/x_y 。",
    "a@b.cn",
    "[注]：见附件",
    "[1]: 见附件",
    "+86",
    "-5度",
    "$5",
    "A | B",
  ])("%s", (typed) => {
    expect(sketch(typed)).toEqual([typed]);
  });

  it.each([
    ["甲\n---\n乙", ["甲", "---", "乙"]],
    ["甲\n===\n乙", ["甲", "===", "乙"]],
    ["甲\n-\n乙", ["甲", "-", "乙"]],
  ])("%j: a line below a paragraph does not make it a heading", (typed, expected) => {
    expect(sketch(typed)).toEqual(expected);
  });
});

describe("printedText", () => {
  it("is the text without markup, a line for each paragraph and cell", () => {
    expect(printedText("# 标题\n**重点**工作\n- 甲\n1. 乙\n\n| 年 | 数 |\n|---|---|\n| 2023 | 5 |")).toBe(
      "标题\n重点工作\n甲\n1. 乙\n年\n数\n2023\n5",
    );
  });

  it("counts no markup", () => {
    expect(countWords(printedText("**重点**工作\n\n- 甲\n- 乙\n\n## 标题"))).toBe(8);
    expect(countWords(printedText("| 年 | 数 |\n|---|---|\n| 2023 | 5 |"))).toBe(4);
  });

  it("counts a text without markup as it stands", () => {
    const typed = "　　（一）目标：到2025年，占比<50%。\n　　1.没有空格，见https://a.cn/x_y。";
    expect(countWords(printedText(typed))).toBe(countWords(typed));
  });
});

describe("pictures", () => {
  it.each([
    ["on a line of its own", "甲\n![图1 车间](a.png)\n乙", ["甲", "P a.png 图1 车间", "乙"]],
    ["within a line", "甲![](照片/b.jpg)乙", ["甲", "P 照片/b.jpg", "乙"]],
    ["in a list", "- ![图](a.png)\n- 乙", ["P a.png 图", "• 乙"]],
    ["with brackets and spaces in its name", "![](中心 (1).jpg)", ["P 中心 (1).jpg"]],
    ["with a title", '![图](a.png "题")', ["P a.png 图"]],
    ["as a Chinese keyboard types it", "！【图1】（a.png）", ["P a.png 图1"]],
    ["not in a table", "| ![x](a.png) | b |\n|---|---|\n| 1 | 2 |", ["| ![x](a.png) | b |", "| 1 | 2 |"]],
    ["not what a text says in brackets", "不动摇！【重点】（详见附件二）", ["不动摇！【重点】（详见附件二）"]],
    ["between angle brackets", "![图](<a b.png>)", ["P a b.png 图"]],
    ["with a caption in bold", "![**图1** 车间](a.png)", ["P a.png 图1 车间"]],
    ["behind a number, which stays", "1. ![图](a.png)", ["1. ", "P a.png 图"]],
    ["not a link", "[网站](https://example.cn)!", ["[网站](https://example.cn)!"]],
  ])("%s", (_, markdown, expected) => {
    expect(sketch(markdown)).toEqual(expected);
  });

  it("print their caption, which counts", () => {
    expect(printedText("甲\n![图1 车间](很长的文件名.png)")).toBe("甲\n图1 车间");
  });

  it("are found in the text as typed", () => {
    const text = "甲![x](a.png)\n| ！【y】（b.jpg） |";
    expect(picturesIn(text).map(({ file, start, end }) => [file, text.slice(start, end)])).toEqual([
      ["a.png", "![x](a.png)"],
      ["b.jpg", "！【y】（b.jpg）"],
    ]);
  });
});

describe("what Markdown would leave out", () => {
  it.each([
    [
      "cells beyond the header",
      "| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 三 | 四 |",
      ["| 甲 | 乙 |  |  |", "| 1 | 2 | 三 | 四 |"],
    ],
    ["a line under the header with too few columns", "| 甲 | 乙 |\n|---|\n| 1 | 2 |", ["| 甲 | 乙 |", "| 1 | 2 |"]],
    ["boxes to tick", "- [ ] 待办\n- [x] 已办", ["• [ ] 待办", "• [x] 已办"]],
  ])("stays: %s", (_, markdown, expected) => {
    expect(sketch(markdown)).toEqual(expected);
  });
});
