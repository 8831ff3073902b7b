import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Report, summarize } from "../../../src/index.js";
import { checkFiles, checkTexts, forms } from "../../support/check.js";

const FILES = ["application.yaml", "city/文旅融合产教联合体.yaml", "city/新能源装备产教联合体.yaml"].map(
  (file) => `examples/hunan-2024/${file}`,
);
let report: Report;
let book: ExcelJS.Workbook;

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

function rows(name: string): ExcelJS.CellValue[][] {
  const found: ExcelJS.CellValue[][] = [];
  book.getWorksheet(name)?.eachRow((row) => void found.push((row.values as ExcelJS.CellValue[]).slice(1)));
  return found;
}

beforeAll(async () => {
  report = await checkFiles(FILES);
  book = await open(await summarize(report, { forms, unit: "示例市教育局", contact: "示例 0731-55500000" }));
});

describe("附件4", () => {
  it("is one sheet a city, with title, who recommends, and a row for each consortium", () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual(["长沙市", "株洲市", "数据总表", "指标核对", "校验结果"]);
    const sheet = book.getWorksheet("株洲市");
    expect(sheet?.getCell("A1").text).toBe("市域产教联合体推荐名单汇总表");
    expect(sheet?.getCell("B1").master.address).toBe("A1");
    expect(sheet?.getCell("A2").text).toMatch(
      /^推荐单位：示例市教育局（公章） +填报人及联系方式：示例 0731-55500000$/u,
    );
    expect(rows("株洲市").slice(2)).toEqual([
      ["序号", "市域产教联合体名称"],
      [1, "株洲市岚溪谷文旅融合产教联合体"],
      [2, "株洲市渌岸湾新能源装备产教联合体"],
    ]);
    expect(sheet?.getCell("B5").border.bottom?.style).toBe("thin");
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: "portrait", printTitlesRow: "1:3" });
  });

  it("leaves a line to write on for what is not given", async () => {
    const plain = await open(await summarize(report, { forms }));
    expect(plain.getWorksheet("长沙市")?.getCell("A2").text).toMatch(/推荐单位：_+（公章） +填报人及联系方式：_+$/u);
  });
});

describe("数据总表", () => {
  it("has every figure as a number under a header with label, year and unit", () => {
    const [header = [], first = []] = rows("数据总表");
    const value = (title: string) => first[header.indexOf(title)];
    const figures = report.documents[0]?.data as Record<string, never>;
    expect(header.slice(0, 4)).toEqual(["序号", "联合体名称", "推荐市州", "依托园区"]);
    expect(value("共建专业·2023年（个）")).toBe(
      (figures as never as { 办学成效和服务能力: { 资源共建共享: { 共建专业: Record<string, number> } } })
        .办学成效和服务能力.资源共建共享.共建专业["2023"],
    );
    expect(value("已投入或拟投入运行经费总额(万元)·2024年")).toBe(2600);
    expect(value("2024年拟投入运行经费来源(万元)·政府核拨")).toBe(800);
    expect(value("联合体学校整体就业率（%）·2023年")).toBe(93.2);
    expect(value("企业·数量（个）")).toBe(14);
    expect(new Set(header).size).toBe(header.length);
    expect(header.length).toBeGreaterThan(70);
    expect(first.filter((each) => typeof each === "number").length).toBeGreaterThan(65);
  });

  it("keeps header and name in view and filters", () => {
    const sheet = book.getWorksheet("数据总表");
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", xSplit: 2, ySplit: 1 });
    expect(sheet?.autoFilter).toBeTruthy();
  });
});

it("指标核对 has applications × 26 points", () => {
  const [header = [], ...lines] = rows("指标核对");
  expect(header).toHaveLength(27);
  expect(header.slice(0, 3)).toEqual(["名称", "1.1", "1.2"]);
  expect(lines.map(([name]) => name)).toEqual(report.documents.map(({ data }) => data.联合体名称));
  expect(lines[0]?.[1]).toBe("有数据支撑、有佐证、需人工评审");
});

it("校验结果 lists the findings with place, rule and way out", async () => {
  const clash = await checkFiles(
    ["examples/hunan-2024/broken/一园两报/甲.yaml", "examples/hunan-2024/broken/一园两报/乙.yaml"],
    { draft: true },
  );
  book = await open(await summarize(clash, { forms, note: "草稿:未通过校验(1 个错误),不得报送" }));
  const lines = rows("校验结果");
  expect(lines[0]).toEqual(["文件", "行", "列", "级别", "规则", "说明", "办法", "依据"]);
  expect(lines.find((line) => line[4] === "one-per-park")?.slice(0, 4)).toEqual([
    expect.stringContaining("乙.yaml"),
    7,
    7,
    "错误",
  ]);
  const forced = book.worksheets[0];
  expect(forced?.getCell("A1").text).toBe("草稿:未通过校验(1 个错误),不得报送");
  expect(forced?.getCell("A2").text).toBe("市域产教联合体推荐名单汇总表");
});

it("takes text that looks like a formula as text, and gives the same bytes again", async () => {
  const hostile = await checkTexts(
    { "a.yaml": '表单: hunan-2024/推荐书\n联合体名称: "=HYPERLINK(\\"x\\")"\n推荐市州: 长沙\n' },
    { draft: true },
  );
  const bytes = await summarize(hostile, { forms });
  const cell = (await open(bytes)).getWorksheet("长沙市")?.getCell("B4");
  expect(cell?.type).toBe(ExcelJS.ValueType.String);
  expect(cell?.value).toBe('=HYPERLINK("x")');
  expect(Buffer.compare(bytes, await summarize(hostile, { forms }))).toBe(0);
});
