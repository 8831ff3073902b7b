import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { pictureProblems } from "../../src/check/narrative-problems.js";
import type { Diagnostic, FormDocument } from "../../src/index.js";
import type { PictureTrouble } from "../../src/model/picture.js";
import { checkTexts } from "../support/check.js";
import { writeJpeg } from "../support/jpeg.js";
import { WHITE, writePng } from "../support/picture.js";
import { rangeOf } from "../support/range-of.js";
import { emptyFolder, ptc } from "../support/run.js";

const MISSING: PictureTrouble = { message: "找不到", hint: "放好" };

/** What is said of the pictures in a document with this 建设规划, as YAML. */
async function problems(plan: string, trouble: PictureTrouble | null = MISSING, printable = false) {
  const text = `表单: hunan-2024/推荐书\n联合体名称: 甲\n建设规划: ${plan}\n推荐市州: 长沙市\n`;
  const { documents } = await checkTexts({ "a.yaml": text }, { draft: true });
  const picture = { bytes: new Uint8Array(), type: "png", width: 1, height: 1 } as const;
  const found = pictureProblems(documents[0] as FormDocument, () => ({
    ...(printable && { picture }),
    ...(trouble && { trouble }),
  }));
  const marked = (each: Diagnostic) => text.slice(rangeOf(each).start.offset, rangeOf(each).end.offset);
  return found.map((each) => ({ ...each, marked: marked(each) }));
}

describe("the mark is exactly what asks for the picture", () => {
  it.each([
    ["in a block", "|\n  前文。\n\n  ![图一](a.png)\n\n  后文。", "![图一](a.png)"],
    ["in a block whose first line has a remark", "| # 说明![x](y)\n  ![图一](a.png)", "![图一](a.png)"],
    ["in a folded block", ">\n  前文。\n\n  ![图一](照片/a b.png)\n\n  后文。", "![图一](照片/a b.png)"],
    ["indented as paragraphs are", "|\n  第一段。\n\n  　　![图一](a.png)", "![图一](a.png)"],
    ["in a block with Windows line ends", "|\r\n  前文。\r\n  ![图一](a.png)\r\n  后文。", "![图一](a.png)"],
    ["between double quotes", '"前文“甲”。\\n\\n![图一](a.png)\\n\\n后文"', "![图一](a.png)"],
    ["between single quotes", "'前文''甲''。\n\n  ![图一](a.png)\n\n  后文'", "![图一](a.png)"],
    ["in plain text over lines", "前文。\n\n  ![图一](a.png)", "![图一](a.png)"],
    ["as a Chinese keyboard types it", "|\n  前文！\n\n  ！【图一】（a.png）", "！【图一】（a.png）"],
    ["with brackets in the name", "|\n  ![图（一）](照片(1).png)", "![图（一）](照片(1).png)"],
    ["without a caption", "|\n  ![](a.png)", "![](a.png)"],
    ["in the middle of a line", "|\n  见![图一](a.png)所示。", "![图一](a.png)"],
    ["in a list", "|\n  - 甲\n  - ![图一](a.png)", "![图一](a.png)"],
  ])("%s", async (_, plan, markup) => {
    expect(await problems(plan)).toMatchObject([
      {
        ruleId: "picture/file",
        severity: "error",
        pointer: "/建设规划",
        message: "找不到",
        hint: "放好",
        marked: markup,
      },
    ]);
    expect(await problems(plan, null)).toEqual([]);
  });

  it("each one's, where several are asked for", async () => {
    const found = await problems("|\n  ![一](a.png)![二](b.png)\n\n  ![三](a.png)\n");
    expect(found.map(({ marked }) => marked)).toEqual(["![一](a.png)", "![二](b.png)", "![三](a.png)"]);
    expect(found.map((each) => rangeOf(each).start.line)).toEqual([4, 4, 6]);
  });

  it("each one's, where the same is asked for twice", async () => {
    const found = await problems("|\n  ![](a.png)\n  文字\n  ![](a.png)");
    expect(found.map(rangeOf).map(({ start }) => [start.line, start.column])).toEqual([
      [4, 3],
      [6, 3],
    ]);
  });
});

describe("a picture that is found", () => {
  const PLACE = { ruleId: "picture/place", severity: "error", hint: "让图片单独占一行" };
  const TABLE = "| 图 | 字 |\n  | --- | --- |\n  | ![](a.png) | 乙 |";

  it.each([
    ["in a table", `|\n  ${TABLE}`, 6],
    ["in a table's header", "|\n  | ![](a.png) | 字 |\n  | --- | --- |\n  | 甲 | 乙 |", 4],
    ["in bold", "|\n  文字\n  **见![](a.png)**", 5],
    ["in a table, and before it on a line of its own", `|\n  ![](a.png)\n\n  ${TABLE}`, 8],
    ["in a table, and after it on a line of its own", `|\n  ${TABLE}\n\n  ![](a.png)`, 6],
  ])("is said not to be printed %s", async (_, plan, line) => {
    const found = await problems(plan, null);
    expect(found).toMatchObject([
      { ...PLACE, message: "图片“a.png”在表格或加粗文字里,印不出来", marked: "![](a.png)", place: { start: { line } } },
    ]);
  });

  it("is a warning when it had better be looked at", async () => {
    expect(await problems("|\n  ![](a.png)", MISSING, true)).toMatchObject([
      { ruleId: "picture/file", severity: "warning", message: "找不到" },
    ]);
  });
});

describe("names that may have been meant", () => {
  const hint = async (file: string, others: string[]) =>
    (await problems(`|\n  ![](${file})`, { ...MISSING, others }))[0]?.hint;

  it("are offered when they are near", async () => {
    expect(await hint("图1.png", ["图1.jpg", "实训中心全景照片.png"])).toBe("是不是要写“图1.jpg”?");
    expect(await hint("图1.jpg", ["图1.JPG"])).toBe("是不是要写“图1.JPG”?");
  });

  it("are offered when only the ending is missing or another: Windows hides it", async () => {
    expect(await hint("图1", ["图2.png", "图1.png"])).toBe("是不是要写“图1.png”?");
    expect(await hint("照片\\图.png", ["照片/图1.png", "照片/图.jpeg"])).toBe("是不是要写“照片/图.jpeg”?");
    expect(await hint("图", ["图.png", "图.jpg"])).toBe("是不是要写“图.png”或“图.jpg”?");
  });

  it("are not when they are far", async () => {
    expect(await hint("图1.png", ["实训中心全景照片.jpeg"])).toBe("放好");
    expect(await hint("图1.png", [])).toBe("放好");
  });
});

it("reads well to the one who is to mend it", async () => {
  const cwd = emptyFolder();
  const put = (file: string, bytes: Uint8Array | string) => writeFileSync(path.join(cwd, file), bytes);
  put("建设中.png", writePng({ width: 2, height: 1, levels: Uint8Array.of(0, WHITE) }));
  put("手机.jpg", writeJpeg(16, 8, { orientation: 6 }));
  put("坏.jpg", writeJpeg(16, 8).subarray(0, -2));
  put(
    "a.yaml",
    `表单: hunan-2024/推荐书
建设规划: |
  见下图。
  ![图1 建成后](建设后.png)
  ![](手机.jpg)
  ![](坏.jpg)
  ![](../别处.png)
  | 图 |
  | --- |
  | ![](手机.jpg) |
`,
  );
  const { code, out } = await ptc(["validate", "a.yaml", "--draft"], { cwd });
  expect(code).toBe(1);
  expect(out).toMatchInlineSnapshot(`
    "a.yaml:2:1  警告  pledge-concrete  「建设规划」里没有出现年份
        1 │ 表单: hunan-2024/推荐书
        2 │ 建设规划: |
          │ ^^^^^^^^
       办法:写明哪一年、做到什么程度,例如:到2025年共建产业学院3个
       依据:湘教通〔2024〕23号 附件3 说明二“明确时间、内容、结果”

    a.yaml:4:3  错误  picture/file  找不到图片“建设后.png”
        3 │   见下图。
        4 │   ![图1 建成后](建设后.png)
          │   ^^^^^^^^^^^^^^^^^^^^^^^^^
       办法:是不是要写“建设中.png”?

    a.yaml:5:3  警告  picture/file  照片“手机.jpg”是横着存的,靠一个旋转标记显示正,Word 里可能横倒
        4 │   ![图1 建成后](建设后.png)
        5 │   ![](手机.jpg)
          │   ^^^^^^^^^^^^^
       办法:用看图软件打开,旋转一圈后保存

    a.yaml:6:3  错误  picture/file  图片“坏.jpg”不完整或已损坏
        5 │   ![](手机.jpg)
        6 │   ![](坏.jpg)
          │   ^^^^^^^^^^^
       办法:重新复制一份;或用“画图”或看图软件打开,另存为 png 或 jpg

    a.yaml:7:3  错误  picture/file  图片“../别处.png”不在 YAML 文件所在的文件夹里
        6 │   ![](坏.jpg)
        7 │   ![](../别处.png)
          │   ^^^^^^^^^^^^^^^^
       办法:把图片放到 YAML 旁边或其下的文件夹里,只写文件名,如 照片/实训中心.jpg

    a.yaml:10:5  错误  picture/place  图片“手机.jpg”在表格或加粗文字里,印不出来
        9 │   | --- |
       10 │   | ![](手机.jpg) |
          │     ^^^^^^^^^^^^^
       办法:让图片单独占一行

    检查了 1 份文件:4 个错误,2 个警告
    草稿 a.yaml:还有 101 项没有填写(ptc status 可看是哪些)
    "
  `);
});

describe("what looks like markup but is none", () => {
  it.each([
    ["a table without the line below its header", "| 甲 | 乙 |\n| 1 | 2 |", "这几行像表格,但会原样印出"],
    ["a table in full-width bars", "｜甲｜乙｜", "这几行像表格,但会原样印出"],
    ["a picture without its mark", "见[图4](图/横.jpg)", "这里像图片,但会原样印出"],
    ["a picture with a space", "![图5] (b.png)", "这里像图片,但会原样印出"],
  ])("is warned of: %s", async (_, text, message) => {
    const yaml = `表单: hunan-2024/推荐书\n特色与创新: |\n${text.replace(/^/gmu, "  ")}\n`;
    const { diagnostics } = await checkTexts({ "a.yaml": yaml }, { draft: true });
    expect(diagnostics).toMatchObject([{ ruleId: "text/markup", severity: "warning", message }]);
    expect(yaml.slice(rangeOf(diagnostics[0] as Diagnostic).start.offset)).toMatch(/^(?:\||｜|见|!)/u);
  });

  it.each(["| 甲 |\n|---|\n| 1 |", "产值/面积（2023.12）|合计", "见附件[1]（说明）"])(
    "is not warned of otherwise: %j",
    async (text) => {
      const yaml = `表单: hunan-2024/推荐书\n特色与创新: |\n${text.replace(/^/gmu, "  ")}\n`;
      expect((await checkTexts({ "a.yaml": yaml }, { draft: true })).diagnostics).toEqual([]);
    },
  );
});
