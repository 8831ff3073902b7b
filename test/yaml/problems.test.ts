import { describe, expect, it } from "vitest";
import { concise } from "../../src/index.js";
import { formatPlace, lineOrCell } from "../../src/model/place.js";
import { checkTexts } from "../support/check.js";
import { rangeOf } from "../support/range-of.js";
import { readYaml } from "../support/read-yaml.js";

/** `line ruleId message | hint` of each problem. */
function problems(text: string): string[] {
  return readYaml("甲.yaml", text).problems.map(
    ({ place, ruleId, message, hint }) => `${lineOrCell(place).line} ${ruleId} ${message} | ${hint}`,
  );
}

const QUOTE = "把内容放进引号";
const PAIRS = /没有配对|是否成对/u;
const LINE =
  "这一行不是“键: 值”的写法 | 每一行写成“键: 值”,冒号用半角,后面留一个空格;长文字放在“键: |”的下一行,每行左边多空两格";
const DEEPER = "这一行比上一行多缩进了 | 与上一行同级的,左边对齐;是上一行的内容,上一行冒号后面不要写字";
const ALIGN = "这一行的缩进和同级的行没有对齐 | 同一级的行左边对齐,下一级多两个空格";
const TAB = "这一行用制表符(Tab)缩进 | 改用半角空格缩进,每层两个空格";
const NESTED = "这一行里又出现了一个冒号或列表,看不出层次 | 内容里有冒号时,把整段内容放进引号;分项内容另起一行并缩进";

describe("a slip is named in Chinese at its line, with what to type", () => {
  it.each([
    ["a full-width colon", "名称：长沙", "2 yaml/syntax 这里用了全角冒号“：” | 改成半角冒号加一个空格“: ”"],
    [
      "a full-width colon further in",
      "概况:\n  时间：2023\n  总产值: 1",
      "3 yaml/syntax 这里用了全角冒号“：” | 改成半角冒号加一个空格“: ”",
    ],
    [
      "a full-width colon in a list",
      "学校:\n  - 名称：甲\n    人数: 2",
      "3 yaml/syntax 这里用了全角冒号“：” | 改成半角冒号加一个空格“: ”",
    ],
    ["no space behind the colon", "名称:长沙", "2 yaml/syntax 冒号后面少了一个空格 | 冒号后面留一个半角空格再写"],
    ["no colon", "名称 长沙", `2 yaml/syntax ${LINE}`],
    ["a text not indented", "规划: |\n到2025年\n建成", `3 yaml/syntax ${LINE}`],
    ["a tab", "概况:\n\t时间: 2023", `3 yaml/syntax ${TAB}`],
    ["a tab before a text", "规划: |\n\t到2025年", `3 yaml/syntax ${TAB}`],
    ["too little indent", "概况:\n  时间: 2023\n 总产值: 1", `4 yaml/syntax ${ALIGN}`],
    ["too much indent", "概况:\n  时间: 2023\n   总产值: 1", `4 yaml/syntax ${DEEPER}`],
    ["two colons", "职务: 主任: 副", `2 yaml/syntax ${NESTED}`],
    ["@", "职务: @某", `2 yaml/syntax 内容不能以 @ 开头 | ${QUOTE}`],
    ["*", "职务: *某", `2 yaml/syntax 以 * 开头的内容会被当作引用 | ${QUOTE}`],
    ["! with a word", "职务: !important 甲", `2 yaml/syntax 以 ! 开头的内容会被当作标记 | ${QUOTE}`],
    ["!", "职务: !某 甲", `2 yaml/syntax 以 ! 开头的内容会被当作标记 | ${QUOTE}`],
    ["a backslash", '文件: "C:\\甲"', "2 yaml/syntax 双引号里的反斜杠 \\ 不能这样用 | 路径用 / 分隔,或改用单引号"],
    ["a second document", "---\n名称: 乙", "2 yaml/syntax 一个文件里写了不止一份(中间有一行 ---) | 每份另存为一个文件"],
  ])("%s", (_, slip, expected) => {
    expect(problems(`表单: hunan-2024/推荐书\n${slip}\n填表日期: 2024-02-20\n`)).toEqual([expected]);
  });

  it.each([
    ["a double quote not closed", '名称: "长沙'],
    ["a single quote not closed", "名称: '长沙"],
    ["a bracket not closed", "学校: [甲, 乙"],
    ["a brace not closed", "经费: {2023: 1"],
    ["a bracket too many", "学校: [甲, 乙]]"],
    ["text behind a quote", '名称: "甲"乙'],
  ])("%s: where it stands, and once", (_, slip) => {
    const found = problems(`表单: hunan-2024/推荐书\n${slip}\n填表日期: 2024-02-20\n园区: 甲\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^2 yaml\/syntax /u);
    expect(found[0]).toMatch(PAIRS);
  });

  it("a percent sign in front is called by its name", () => {
    expect(problems("比例: %50\n")[0]).toMatch(/^1 yaml\/syntax .*%.* \| 把内容放进引号$/u);
  });

  it("a full-width comma between the parts of a line", () => {
    const [found] = problems("经费: {2023: 1，2024: 2}\n");
    expect(found).toMatch(/^1 yaml\/syntax /u);
    expect(found).toContain("“，”");
  });

  it("stays inside the line", () => {
    const text = "甲: 1\n乙: [1\r\n丙: 2\n";
    for (const range of readYaml("甲.yaml", text).problems.map(rangeOf)) {
      expect(range.end.line).toBe(range.start.line);
      expect(range.end.offset).toBeLessThanOrEqual(text.length);
    }
  });

  it("quotes no English of the parser", () => {
    for (const slip of [
      "[".repeat(4000),
      "- ".repeat(4000),
      "a: &",
      "a: !<",
      "? ",
      "a: {b: [c",
      "%YAML 9",
      "a: 'x'y: z",
      ": :",
    ])
      expect(
        problems(`${slip}\n`)
          .join("\n")
          .replace(/yaml\/syntax/gu, ""),
      ).not.toMatch(/[A-Za-z]{3,} [a-z]+ /u);
  });
});

describe("a key written twice", () => {
  it("names both places", () => {
    const text = "名称: 甲\n概况:\n  总产值: 1\n  时间: 2023\n  总产值: 2\n";
    const [problem, ...more] = readYaml("甲.yaml", text).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      ruleId: "yaml/duplicate-key",
      message: "「总产值」写了两次",
      hint: "留下对的一处,删去另一处",
      place: { start: { line: 5, column: 3 }, end: { line: 5, column: 6 } },
      related: [
        { file: "甲.yaml", message: "前一处", place: { start: { line: 3, column: 3 }, end: { line: 3, column: 6 } } },
      ],
    });
  });

  it.each([
    ["in one line", "经费: {2023: 1, 2024: 2, 2023: 3}\n", "「2023」写了两次"],
    ["in a list", "- 甲: 1\n  甲: 2\n", "「甲」写了两次"],
    ["quoted once", '"1.2": 1\n1.2: 2\n', "「1.2」写了两次"],
  ])("%s", (_, text, message) => {
    expect(readYaml("甲.yaml", text).problems.map((each) => each.message)).toEqual([message]);
  });

  it("does not keep the rest from being checked", () => {
    expect(readYaml("甲.yaml", "甲: 1\n甲: 2\n乙: 3\n").source?.data).toMatchObject({ 乙: 3 });
  });

  it("is no matter in different places", () => {
    expect(problems("甲: {人: 1}\n乙: {人: 1}\n")).toEqual([]);
  });
});

describe("references that would grow without end", () => {
  it("are refused, not expanded", () => {
    const names = Array.from("abcdefghij");
    const bomb = names.map(
      (name, n) =>
        `${name}: &${name} [${Array(10)
          .fill(n ? `*${names[n - 1]}` : "1")
          .join(", ")}]`,
    );
    expect(problems(`${bomb.join("\n")}\n`)).toEqual([
      "1 yaml/too-complex 文件里的引用(& 和 *)展开后太大,没有继续检查 | 去掉引用,把内容直接写出来",
    ]);
  });

  it.each(["联合体概况: &a\n  负责人: *a\n", "特色与创新: &a [*a]\n", "支撑材料: &a\n  '1.1': [*a]\n"])(
    "%j gives findings, not a crash",
    async (loop) => {
      const report = await checkTexts({ "甲.yaml": `表单: hunan-2024/推荐书\n${loop}` }, { today: "2024-02-20" });
      expect(concise(report)).toMatch(/甲\.yaml:[23]:/u);
    },
  );
});

it.each([
  ["联合体名称: “甲\n", "2:8 「联合体名称」里的中文引号 “ 没有配对 | 补上另一半,或把它删去;引号会照样读入、印出"],
  ["牵头企业: [甲”, 乙]\n", "2:9 「牵头企业」里的中文引号 ” 没有配对 | 补上另一半,或把它删去;引号会照样读入、印出"],
  ['牵头企业: ["甲”, 乙]\n推荐市州: 长沙\n', '2:8 引号一头是半角的 ",一头是中文的“” | 两头都用半角引号 ""'],
])("says which quotation mark in %j is without its pair", async (text, expected) => {
  expect(await said(text)).toEqual([expected]);
});

it("says that an entry lacks its dash", async () => {
  const { diagnostics } = await checkTexts(
    { "甲.yaml": "表单: hunan-2024/年度工作计划\n任务:\n  - 编号: 1\n    内容: 甲\n  编号: 2\n" },
    { today: "2026-01-10", draft: true },
  );
  expect(diagnostics.map(({ place, message, hint }) => `${lineOrCell(place).line} ${message} | ${hint}`)).toEqual([
    "5 这一行与上面的“- ”对齐,开头却没有“- ” | 是新的一项,开头加“- ”;是上一项的内容,左边再多空两格",
  ]);
});

/** `line:column message | hint` of what is said of the YAML of a form filled in so far. */
async function said(text: string): Promise<string[]> {
  const named = { "甲.yaml": `表单: hunan-2024/推荐书\n${text}` };
  const { diagnostics } = await checkTexts(named, { today: "2024-02-20", draft: true });
  return diagnostics
    .filter(({ ruleId }) => ruleId.startsWith("yaml/"))
    .map((each) => `${formatPlace("", each.place).slice(1)} ${each.message} | ${each.hint}`);
}

describe("a narrative that does not stand where its text belongs is told how to", () => {
  it.each([
    [
      "建设规划: |\n到2025年：建成\n再建成\n",
      "3:1 这里是“建设规划”的文字,左边空得不够 | 文字从下一行写起,每行左边比“建设规划”多空 2 格(共 2 个半角空格)",
    ],
    [
      "联合体概况:\n  支持政策: |\n\t园区\n",
      "4:2 这里是“支持政策”的文字,用了制表符(Tab)缩进 | 文字从下一行写起,每行左边比“支持政策”多空 2 格(共 4 个半角空格)",
    ],
    [
      "特色与创新: ![图](a.png)\n",
      "2:8 图片不能接在“特色与创新:”的同一行写 | “特色与创新:”后面只写“|”,文字从下一行写起,每行左边比“特色与创新”多空 2 格(共 2 个半角空格)",
    ],
    [
      "特色与创新: - 甲\n  - 乙\n",
      "2:8 列表不能接在“特色与创新:”的同一行写 | “特色与创新:”后面只写“|”,文字从下一行写起,每行左边比“特色与创新”多空 2 格(共 2 个半角空格)",
    ],
    [
      "特色与创新:\n甲\n",
      "3:1 这里是“特色与创新”的文字,左边空得不够 | “特色与创新:”后面写“|”,文字从下一行写起,每行左边比“特色与创新”多空 2 格(共 2 个半角空格)",
    ],
    [
      "情况说明: 好\n特色与创新: 1. 甲\n  2. 乙\n",
      "3:8 这段文字写了几行,冒号后面没有“|”,各行连成了一段 | 要分段就在冒号后面写“|”,文字从下一行写起",
    ],
  ])("%j", async (text, expected) => {
    expect(await said(text)).toEqual([expected]);
  });
});
