import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import { beforeEach, expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";
import { readWord, texts } from "../support/word.js";

// A form that is only a folder of data goes through every command; nothing in src knows of it.

const forms = path.join(root, "test/tiny");
let cwd: string;
const run = (...args: string[]) => ptc(["--forms", forms, ...args], { cwd });
const FILLED = `表单: tiny-2030/申报表
基地名称: 东县一号基地
县区: 东县
工位: 30
学员: {2029: 120, 2030: 180}
设备:
  - {名称: 数控车床, 数量: 12}
  - {名称: 焊接机器人, 数量: 3}
简介: 三十个工位，一年培训一百八十人。
`;

beforeEach(() => {
  cwd = emptyFolder();
});

it("starts from a blank document", async () => {
  expect(await run("init", "--form", "tiny-2030")).toMatchObject({ code: 0 });
  const blank = readFileSync(path.join(cwd, "base.yaml"), "utf8");
  expect(blank).toContain("# 实训工位;单位是 个\n工位: \n");
  expect(blank).toContain("# 主要设备\n设备:\n    # 设备名称\n  - 名称: \n    # 单位是 台\n    数量: \n");
  expect(blank).toContain("# 基地简介;不超过 30 字\n简介: |\n  \n");
  const draft = await run("validate", "base.yaml", "--draft");
  expect(draft.code).toBe(0);
  expect(draft.out).toContain("还有 7 项没有填写");
});

it("is validated by its own schema and rules", async () => {
  writeFileSync(path.join(cwd, "base.yaml"), FILLED);
  expect(await run("validate")).toMatchObject({ code: 0, out: "检查了 1 份文件:没有发现问题\n" });
  writeFileSync(
    path.join(cwd, "base.yaml"),
    FILLED.replace("工位: 30", "工位: 0")
      .replace("数量: 3", "数量: 三")
      .replace("三十个", `三十个${"很好".repeat(8)}`),
  );
  const { code, out } = await run("validate", "--format", "concise");
  expect(code).toBe(1);
  expect(out.trim().split("\n")).toEqual([
    "base.yaml:4:5: 错误 schema/range 「实训工位」写了 0,不能小于 1 个",
    "base.yaml:8:21: 错误 schema/type 「主要设备·第 2 项·数量」应当是整数,现在写的是“三”",
    expect.stringMatching(/^base\.yaml:9:\d+: 错误 word-limit 「基地简介」写了 32 字,上限 30 字,超出 2 字$/u),
  ]);
});

it("is checked against its own indicators", async () => {
  writeFileSync(path.join(cwd, "base.yaml"), FILLED);
  const { out } = await run("checklist", "--format", "json");
  const [list] = JSON.parse(out).checklists;
  expect(list.groups[0].points[0]).toMatchObject({ status: ["有数据支撑", "需人工评审"] });
  expect(list.groups[0].points[0].criteria[0]).toMatchObject({ verdict: "满足", found: "30 个" });
  expect(list.groups[0].points[0].criteria[1]).toMatchObject({ verdict: "满足", found: "2 项" });
  writeFileSync(path.join(cwd, "base.yaml"), FILLED.replace(", 数量: 3", ""));
  const again = JSON.parse((await run("checklist", "--format", "json")).out).checklists[0];
  expect(again.groups[0].points[0].criteria[1]).toMatchObject({ verdict: "未填" });
});

it("is printed as its layout says", async () => {
  writeFileSync(path.join(cwd, "base.yaml"), FILLED);
  expect(await run("render", "--docx")).toMatchObject({ code: 0 });
  const word = readWord(readFileSync(path.join(cwd, "base.docx")));
  expect(word.lines).toContain("示范基地申报表");
  expect(word.tables.map((table) => table.map(texts))).toEqual([
    [["基地名称", "东县一号基地", "（公章）"]],
    [
      ["县区", "东县"],
      ["实训工位", "30 个"],
      ["培训学员", "120 人", "180 人"],
    ],
    [
      ["设备名称", "数量"],
      ["数控车床", "12 台"],
      ["焊接机器人", "3 台"],
    ],
    [["（不超过30字）\n三十个工位，一年培训一百八十人。"]],
  ]);
});

it("is set in its own fonts, on its own paper", async () => {
  writeFileSync(path.join(cwd, "base.yaml"), FILLED);
  expect(await run("render", "--docx")).toMatchObject({ code: 0 });
  const word = readWord(readFileSync(path.join(cwd, "base.docx")));
  const [body, styles, settings] = ["document", "styles", "settings"].map((name) => word.part(`word/${name}.xml`));
  const fonts = [...`${body}${styles}`.matchAll(/w:eastAsia="([^"]*)"/gu)].map(([, font]) => font);
  expect(new Set(fonts)).toEqual(new Set(["宋体", "华文中宋", "楷体"]));
  expect(styles).toContain('<w:sz w:val="21"/>');
  expect(body).toMatch(/<w:pgSz w:w="10318" w:h="14570"/u);
  expect(body).toMatch(/<w:pgMar w:top="1134" w:right="680" w:bottom="1134" w:left="680" .*w:gutter="0"/u);
  expect(body).toMatch(/<w:tblW w:type="dxa" w:w="8957"\/>/u);
  expect(settings).not.toContain("mirrorMargins");
  expect(settings).not.toContain("<w:evenAndOddHeaders/>");
});

it("cannot be rendered when it does not say how it is set", async () => {
  const own = emptyFolder();
  cpSync(forms, own, { recursive: true });
  const place = path.join(own, "schemas/tiny-2030/form.yaml");
  writeFileSync(place, readFileSync(place, "utf8").replace("typography: typography.yaml\n", ""));
  writeFileSync(path.join(cwd, "base.yaml"), FILLED);
  const without = (...args: string[]) => ptc(["--forms", own, ...args], { cwd });
  expect(await without("validate")).toMatchObject({ code: 0 });
  expect(await without("render", "--docx")).toMatchObject({
    code: 2,
    err: "tiny-2030 没有写字体和版面(typography),不能生成 Word\n",
  });
  expect(await without("summarize", "base.yaml", "--xlsx")).toMatchObject({
    code: 2,
    err: "tiny-2030 没有写字体和版面(typography),不能生成汇总表的模板\n",
  });
});

it("is summarised in its own table", async () => {
  writeFileSync(path.join(cwd, "a.yaml"), FILLED);
  writeFileSync(
    path.join(cwd, "b.yaml"),
    FILLED.replaceAll("东县一号", "西县一号").replace("县区: 东县", "县区: 西县"),
  );
  expect(await run("summarize", "*.yaml", "--xlsx", "--unit", "市教育局")).toMatchObject({ code: 0 });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path.join(cwd, "汇总表.xlsx"));
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(["东县", "西县", "数据总表", "指标核对", "校验结果"]);
  const sheet = workbook.getWorksheet("西县");
  expect([sheet?.getCell("A1"), sheet?.getCell("A3"), sheet?.getCell("A4")].map((cell) => cell?.font?.name)).toEqual([
    "华文中宋",
    "楷体",
    "宋体",
  ]);
  expect(sheet?.pageSetup.paperSize).toBe(13);
  expect(sheet?.getCell("A1").text).toBe("示范基地汇总表");
  expect(sheet?.getCell("A2").text).toMatch(/^报送单位：市教育局（盖章） +联系人：_+$/u);
  expect([3, 4].map((row) => ["A", "B", "C"].map((column) => sheet?.getCell(`${column}${row}`).value))).toEqual([
    ["编号", "基地", "工位"],
    [1, "西县一号基地", 30],
  ]);
  expect(workbook.getWorksheet("数据总表")?.getRow(1).values).toEqual([
    undefined,
    "序号",
    "基地名称",
    "县区",
    "实训工位",
    "实训工位（个）",
    "培训学员·2029年（人）",
    "培训学员·2030年（人）",
  ]);
});
