import { describe, expect, it } from "vitest";
import { fix } from "../../src/index.js";
import { checkTexts, forms, today } from "../support/check.js";

// What is decided of hints and other comments: whether something in them is an answer that would be lost, or whether a
// hint became part of an answer. The texts are drafts, of which only the lines here are written.

const FORM = "表单: hunan-2024/推荐书\n";

interface Decided {
  /** What was found: id and line, counted below the line of the form, and what the finding marks. */
  found: string[];
  /** The text after all offered fixes. */
  fixed: string;
}

async function decide(lines: string): Promise<Decided> {
  const text = FORM + lines;
  const { diagnostics } = await checkTexts({ "a.yaml": text }, { draft: true });
  const found = diagnostics.map(({ ruleId, severity, place }) => {
    if (place.kind !== "text") throw new Error("no text");
    return `${ruleId} ${severity} ${place.start.line - 1} ${text.slice(place.start.offset, place.end.offset)}`;
  });
  const fixed = await fix({ file: "a.yaml", text }, { forms, today, draft: true });
  return { found, fixed: fixed.text.slice(FORM.length) };
}

type Row = [what: string, lines: string, found: string[], fixed?: string];

function table(name: string, rows: Row[]): void {
  describe(name, () => {
    it.each(rows)("%s", async (_, lines, found, fixed = lines) => {
      expect(await decide(lines)).toEqual({ found, fixed });
    });
  });
}

const NAME = "# 联合体全称,与公章和汇总表一致";
const COMMENT = "yaml/text-in-comment error";
const HINT = "yaml/hint-in-text error";

table("comments that are left alone", [
  ["the hint above", `${NAME}\n联合体名称: 甲港联合体\n`, []],
  ["the hint beside, as it used to be", `联合体名称: 甲港联合体 ${NAME}\n`, []],
  ["the hint of another field", "联合体名称: 甲港联合体 # 单位名称\n", []],
  ["a hint of which something was deleted", "联合体名称: 甲港联合体 # 联合体全称\n", []],
  ["a hint with spaces more or less", "联合体名称: # 联合体全称, 与公章和汇总表一致\n", []],
  ["a note above a field that is filled in", "# 已与园区核对\n联合体名称: 甲港联合体\n", []],
  ["a note beside a field that is filled in", "联合体名称: 甲港联合体 # 公章上的全称\n", []],
  ["a note above a blank field", `${NAME}\n# 待核实\n联合体名称: \n`, []],
  ["a note beside a blank field", "联合体名称: # 待园区办提供\n", []],
  ["a question", `${NAME}\n# 用哪个名称？\n联合体名称: \n`, []],
  ["a rule of dashes", "# --------\n联合体名称: \n", []],
  ["a note set off by an empty line", `# 第一部分\n\n${NAME}\n联合体名称: \n`, []],
  [
    "a sentence above a blank figure",
    "联合体概况:\n  秘书处:\n    # 等于专职人数加兼职人数\n    # 含挂职的\n    人员总数: \n",
    [],
  ],
  ["a heading in a text", "特色与创新: |\n  # 一、特色\n  建成三个平台\n", []],
  ["a note behind a hint in brackets", `${NAME}(待核实)\n联合体名称: \n`, []],
]);

table("answers in comments", [
  [
    "behind a hint above",
    `${NAME} 甲港联合体\n联合体名称: \n`,
    [`${COMMENT} 1 甲港联合体`],
    `${NAME}\n联合体名称: 甲港联合体\n`,
  ],
  [
    "in the middle of a hint",
    "# 联合体全称,甲港联合体与公章和汇总表一致\n联合体名称: \n",
    [`${COMMENT} 1 甲港联合体`],
    `${NAME}\n联合体名称: 甲港联合体\n`,
  ],
  [
    "in place of a hint",
    "# 甲港联合体\n联合体名称: \n",
    [`${COMMENT} 1 甲港联合体`],
    `${NAME}\n联合体名称: 甲港联合体\n`,
  ],
  [
    "behind a hint beside",
    `联合体名称: ${NAME} 甲港联合体\n`,
    [`${COMMENT} 1 甲港联合体`],
    `联合体名称: 甲港联合体 ${NAME}\n`,
  ],
  [
    "in place of a hint beside",
    "联合体名称: # 甲港联合体\n",
    [`${COMMENT} 1 甲港联合体`],
    `联合体名称: 甲港联合体 ${NAME}\n`,
  ],
  [
    "a date that the hint has as well",
    "# 2024-02-20\n填表日期: \n",
    [`${COMMENT} 1 2024-02-20`],
    "# 写成 2024-02-20 这样的年-月-日;报送截止 2024-02-28\n填表日期: 2024-02-20\n",
  ],
  [
    "a name with a colon is put in quotes",
    `联合体名称: ${NAME} 甲港: 联合体\n`,
    [`${COMMENT} 1 甲港: 联合体`],
    `联合体名称: "甲港: 联合体" ${NAME}\n`,
  ],
  [
    "below the key",
    `${NAME}\n联合体名称: \n# 甲港联合体\n`,
    [`${COMMENT} 3 甲港联合体`],
    `${NAME}\n联合体名称: 甲港联合体\n`,
  ],
  [
    "two of them are for a person to decide",
    "# 甲学院\n# 乙学院\n牵头学校: \n",
    [`${COMMENT} 1 甲学院`, `${COMMENT} 2 乙学院`],
  ],
  [
    "added to a field that is filled in",
    "牵头企业: 甲公司 # 企业全称;不止一家时写成列表 乙公司\n",
    [`${COMMENT} 1 乙公司`],
  ],
  [
    "of a kind that does not fit",
    "联合体概况:\n  秘书处:\n    人员总数: # 张老师那里有\n",
    [`${COMMENT} 3 张老师那里有`],
  ],
  [
    "beside the bar",
    "特色与创新: | # 不超过 2000 字 一、特色\n",
    [`${COMMENT} 1 一、特色`],
    "特色与创新: | # 不超过 2000 字\n  一、特色\n",
  ],
  [
    "beside the bar, with the rest below",
    "特色与创新: | # 不超过 2000 字 一、特色\n    建成平台\n",
    [`${COMMENT} 1 一、特色`],
    "特色与创新: | # 不超过 2000 字\n    一、特色\n    建成平台\n",
  ],
  [
    "a heading beside the bar, with the rest below",
    "特色与创新: | # 一、特色\n  建成平台\n",
    [`${COMMENT} 1 一、特色`],
    "特色与创新: | # 不超过 2000 字\n  一、特色\n  建成平台\n",
  ],
  [
    "beside a group",
    "联合体概况:\n  成员:\n    企业: # 单位全称的列表 甲公司\n      单位: # 单位名称\n",
    [`${COMMENT} 3 甲公司`],
    "联合体概况:\n  成员:\n    企业: # 单位全称的列表\n      单位: 甲公司\n      # 单位名称\n",
  ],
]);

table("lines that are no fields", [
  [
    "an answer below its key",
    "联合体名称: \n甲港联合体\n",
    ["yaml/syntax error 2 甲港联合体"],
    "联合体名称: \n  甲港联合体\n",
  ],
  [
    "two of them",
    "牵头学校: \n甲学院\n乙学院\n",
    ["yaml/syntax error 2 甲学院"],
    "牵头学校: \n  - 甲学院\n  - 乙学院\n",
  ],
  [
    "an answer between hint and key",
    `${NAME}\n甲港联合体\n联合体名称: \n`,
    ["yaml/syntax error 2 甲港联合体"],
    `${NAME}\n联合体名称: 甲港联合体\n \n`,
  ],
  [
    "a hint without its mark",
    "联合体全称,与公章和汇总表一致\n联合体名称: 甲\n",
    ["yaml/syntax error 1 联合体全称,与公章和汇总表一致"],
    `${NAME}\n联合体名称: 甲\n`,
  ],
  [
    "a text right behind the bar",
    "特色与创新: |一、特色\n建成\n",
    ["yaml/syntax error 2 建成"],
    "特色与创新: |\n  一、特色\n  建成\n",
  ],
  ["a heading below a text", "特色与创新: |\n  一、特色\n# 二、创新\n\n情况说明: 甲\n", [`${COMMENT} 3 二、创新`]],
  ["a note below a text", "特色与创新: |\n  一、特色\n# 数字以后更新\n\n情况说明: 甲\n", []],
]);

table("hints in texts", [
  [
    "without a space",
    "联合体名称: 甲港联合体# 联合体全称,与公章和汇总表一致\n",
    [`${HINT} 1 # 联合体全称,与公章和汇总表一致`],
    "联合体名称: 甲港联合体\n",
  ],
  [
    "behind a full-width mark",
    "联合体名称: 甲港联合体 ＃联合体全称,与公章和汇总表一致\n",
    [`${HINT} 1  ＃联合体全称,与公章和汇总表一致`],
    "联合体名称: 甲港联合体\n",
  ],
  [
    "a part of one",
    "联合体名称: 甲港联合体# 与公章和汇总表一致\n",
    [`${HINT} 1 # 与公章和汇总表一致`],
    "联合体名称: 甲港联合体\n",
  ],
  [
    "without its mark",
    "联合体名称: 甲港联合体 联合体全称,与公章和汇总表一致\n",
    [`${HINT} 1  联合体全称,与公章和汇总表一致`],
    "联合体名称: 甲港联合体\n",
  ],
  [
    "in quotes",
    '联合体名称: "甲港联合体 # 联合体全称,与公章和汇总表一致"\n',
    [`${HINT} 1  # 联合体全称,与公章和汇总表一致`],
    '联合体名称: "甲港联合体"\n',
  ],
  [
    "behind a figure",
    "联合体概况:\n  秘书处:\n    固定办公面积: 260# m²\n",
    [`${HINT} 3 # m²`],
    "联合体概况:\n  秘书处:\n    固定办公面积: 260\n",
  ],
  [
    "in an item",
    "联合体概况:\n  成员:\n    企业:\n      单位:\n        - 甲公司# 单位名称\n        - 乙公司\n",
    [`${HINT} 5 # 单位名称`],
    "联合体概况:\n  成员:\n    企业:\n      单位:\n        - 甲公司\n        - 乙公司\n",
  ],
  [
    "at the end of a text",
    "特色与创新: |\n  一、特色\n  建成平台 # 不超过 2000 字\n",
    [`${HINT} 3  # 不超过 2000 字`],
    "特色与创新: |\n  一、特色\n  建成平台\n",
  ],
  [
    "a line of a text",
    "特色与创新: |\n  一、特色\n  # 不超过 1000 字;写明时间、内容、结果\n",
    [`${HINT} 3 # 不超过 1000 字;写明时间、内容、结果`],
    "特色与创新: |\n  一、特色\n  \n",
  ],
  ["a number sign that belongs to the text", "特色与创新: |\n  1#码头、2# 码头投产\n  C# 课程\n", []],
  ["words of a hint in a sentence", "特色与创新: |\n  每篇不超过 2000 字\n", []],
]);

table("a remark of one's own behind a short text", [
  [
    "without the space before its mark",
    "联合体名称: 某市智造产教联合体# 待核实\n",
    [`${HINT} 1 某市智造产教联合体# 待核实`],
    "联合体名称: 某市智造产教联合体 # 待核实\n",
  ],
  [
    "behind an item",
    "牵头学校:\n  - 甲职业学院＃ 待核实\n  - 乙职业学院\n",
    [`${HINT} 2 甲职业学院＃ 待核实`],
    "牵头学校:\n  - 甲职业学院 # 待核实\n  - 乙职业学院\n",
  ],
  ["with the space", "联合体名称: 某市智造产教联合体 # 待核实\n", []],
  ["that is none, behind a letter", "联合体概况:\n  负责人:\n    职务: C# 开发部主任\n", []],
  ["that is none, without a space behind it", "联合体名称: 某市1#园产教联合体\n", []],
  ["in a long text", "特色与创新: |\n  一、岗位# 说明\n", []],
]);
