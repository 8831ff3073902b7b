import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { openAll, TemplateError } from "../../src/index.js";
import type { SummarySetting } from "../../src/model/form.js";
import type { Sheet, Summary } from "../../src/model/summary.js";
import type { Typography } from "../../src/model/typography.js";
import { buildSummaryTemplate } from "../../src/render/xlsx/build-summary-template.js";
import { summaryXlsx } from "../../src/render/xlsx/fill-summary.js";
import { sheetsXlsx } from "../../src/render/xlsx/sheets.js";
import { forms } from "../support/check.js";
import { presentation } from "../support/presentation.js";

// Workbooks: sheet names, row heights, and the cells of 附件4.

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

let form: SummarySetting;
let template: Uint8Array;
beforeAll(async () => {
  form = (await openAll(forms))[0]?.documents.推荐书?.summary as SummarySetting;
  template = await buildSummaryTemplate(form, presentation.typography as Typography);
});

const HEAD = { 推荐单位: "甲局", 填报人及联系方式: "乙" };
const rowsOf = (...names: string[]) => names.map((name, index) => ({ 序号: index + 1, 市域产教联合体名称: name }));
const table = (name: string, ...names: string[]) => ({
  name,
  head: HEAD,
  rows: rowsOf(...(names.length > 0 ? names : ["甲"])),
});
const summary = (over: Partial<Summary>): Summary => ({ tables: [table("甲市")], sheets: [], ...over });
const sheet = (name: string): Sheet => ({ name, keep: 1, columns: [{ title: "列", width: 10 }], rows: [] });

describe("the name of a sheet", () => {
  const long = "字".repeat(31);

  it.each<[string, string[], string[]]>([
    ["as it is", ["长沙市"], ["长沙市"]],
    ["of 31 characters", [long], [long]],
    ["of 32 characters", [`${long}字`], [long]],
    ["of another sheet", ["数据总表"], ["数据总表 (2)"]],
    ["twice", ["甲", "甲"], ["甲", "甲 (2)"]],
    ["three times", ["甲", "甲", "甲"], ["甲", "甲 (2)", "甲 (3)"]],
    ["in another case", ["City", "CITY"], ["City", "CITY (2)"]],
    ["of 31 characters twice", [long, long], [long, `${"字".repeat(27)} (2)`]],
    ["that begins alike for 31 characters", [`${long}甲`, `${long}乙`], [long, `${"字".repeat(27)} (2)`]],
    ["that a numbered one has already", ["甲 (2)", "甲", "甲"], ["甲 (2)", "甲", "甲 (3)"]],
    ...[..."\\/?*[]:"].map((mark): [string, string[], string[]] => [`with ${mark}`, [`甲${mark}乙`], ["甲 乙"]]),
    ["of nothing that may be in it", ["[:]"], ["未填"]],
    ["that Excel keeps for itself", ["History", "HISTORY"], ["History (2)", "HISTORY (3)"]],
    ["with apostrophes around", ["'甲'乙'"], ["甲'乙"]],
    ["of apostrophes", ["''"], ["未填"]],
    ["of what nobody sees", ["\u200b", "甲\u200b"], ["未填", "甲"]],
    ["of the model", ["\u200b"], ["未填"]],
    ["that would end with half a character", [`${"字".repeat(30)}𠮷`], ["字".repeat(30)]],
    ["that would end with an apostrophe", [`${"字".repeat(30)}'乙`], ["字".repeat(30)]],
    ["with a control character", ["甲\u0007乙"], ["甲 乙"]],
    ["with space around", [" 甲 "], ["甲"]],
    ["of nothing", [""], ["未填"]],
  ])("%s", async (_, names, expected) => {
    const book = await open(
      await summaryXlsx(
        summary({ tables: names.map((name) => table(name)), sheets: [sheet("数据总表")] }),
        template,
        presentation.typography,
      ),
    );
    expect(book.worksheets.map(({ name }) => name)).toEqual([...expected, "数据总表"]);
  });
});

describe("附件4", () => {
  const cells = async (over: Partial<Summary>, with_ = template) => {
    const [first] = (await open(await summaryXlsx(summary(over), with_, presentation.typography))).worksheets;
    return first as ExcelJS.Worksheet;
  };
  /** The template after a change. */
  async function changed(change: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
    const book = await open(template);
    change(book.worksheets[0] as ExcelJS.Worksheet);
    return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
  }

  it("has a row for each consortium, with its number as a number", async () => {
    const filled = await cells({ tables: [table("甲市", "一", "二", "三")] });
    expect([4, 5, 6, 7].map((row) => [filled.getCell(row, 1).value, filled.getCell(row, 2).value])).toEqual([
      [1, "一"],
      [2, "二"],
      [3, "三"],
      [null, null],
    ]);
    expect(filled.getCell(6, 2).border.top?.style).toBe("thin");
    expect(filled.getRow(6).height).toBe(28);
    expect(filled.getCell(2, 1).text).toMatch(/^推荐单位：甲局（公章） +填报人及联系方式：乙$/u);
    expect(filled.getCell(1, 2).master.address).toBe("A1");
    expect(filled.pageSetup.printTitlesRow).toBe("1:3");
  });

  it("with a note begins one row lower", async () => {
    const filled = await cells({ note: "草稿", tables: [table("甲市", "一", "二")] });
    expect([1, 2, 5, 6].map((row) => filled.getCell(row, 1).text)).toEqual(["草稿", form.title, "1", "2"]);
    expect(filled.getCell(2, 2).master.address).toBe("A2");
    expect(filled.pageSetup.printTitlesRow).toBe("1:4");
    expect(filled.getCell(1, 1).font).toMatchObject({ bold: true, color: { argb: "FFC00000" } });
  });

  it("moves what stands below the rows, and its merged cells", async () => {
    const below = await changed((sheet) => {
      sheet.mergeCells(6, 1, 6, 2);
      sheet.getCell(6, 1).value = "填表说明";
    });
    const filled = await cells({ tables: [table("甲市", "一", "二", "三")] }, below);
    expect(filled.getCell(8, 1).text).toBe("填表说明");
    expect(filled.getCell(8, 2).master.address).toBe("A8");
    expect(filled.getCell(6, 2).master.address).toBe("B6");
  });

  it("fills tags among text, and in text of several looks", async () => {
    const mixed = await changed((sheet) => {
      sheet.getCell(4, 2).value = { richText: [{ text: "名:{{市域产教" }, { text: "联合体名称}}。" }] };
      sheet.getCell(4, 3).value = "{{序号}}号";
    });
    const filled = await cells({}, mixed);
    expect([filled.getCell(4, 2).value, filled.getCell(4, 3).value]).toEqual(["名:甲。", "1号"]);
  });

  it.each<[string, string, string, string]>([
    ["has a tag of its own", "B9", "{{电话}}", "B9:没有“电话”这一项"],
    ["lacks a column", "B4", "", "缺少 {{市域产教联合体名称}}"],
    ["lacks who recommends", "A2", "x", "缺少 {{推荐单位}}"],
  ])("is refused when its template %s", async (_, address, value, sentence) => {
    const wrong = await changed((sheet) => {
      sheet.getCell(address).value = value;
    });
    await expect(summaryXlsx(summary({}), wrong, presentation.typography)).rejects.toThrow(TemplateError);
    await expect(summaryXlsx(summary({}), wrong, presentation.typography)).rejects.toThrow(sentence);
  });

  it.each([
    ["none", Buffer.from("x")],
    ["empty", new Uint8Array()],
  ])("is refused when its template is %s", async (_, bytes) => {
    await expect(summaryXlsx(summary({}), bytes, presentation.typography)).rejects.toThrow(TemplateError);
  });
});

describe("a plain sheet", () => {
  const only = async (over: Partial<Sheet>) => {
    const [first] = (await open(await sheetsXlsx([{ ...sheet("表"), ...over }], presentation.typography))).worksheets;
    return first as ExcelJS.Worksheet;
  };

  it.each([
    ["one line", "字".repeat(4), 15],
    ["as wide as its column less a character", "a".repeat(9), 15],
    ["wider", "a".repeat(10), 30],
    ["wide characters", "字".repeat(5), 30],
    ["two lines", "a\nb", 30],
    ["an empty line between", "a\n\nb", 45],
    ["nothing", "", 15],
    ["more than a row may be high", Array(28).fill("a").join("\n"), 409],
    ["just less", Array(27).fill("a").join("\n"), 405],
  ])("has a row as high as %s", async (_, text, height) => {
    expect((await only({ rows: [[text]] })).getRow(2).height).toBe(height);
  });

  it("keeps numbers, texts, tones and nothing apart", async () => {
    const columns = ["a", "b", "c", "d", "e"].map((title) => ({ title, width: 10 }));
    const shown = await only({
      columns,
      rows: [[1, "=1", undefined, { text: "好", tone: "good" }, { text: "坏", tone: "bad" }]],
    });
    const row = [1, 2, 3, 4, 5].map((column) => shown.getCell(2, column));
    expect(row.map(({ value }) => value)).toEqual([1, "=1", null, "好", "坏"]);
    expect(row.map(({ alignment }) => alignment?.horizontal)).toEqual(["right", "left", "left", "left", "left"]);
    const colour = (cell: ExcelJS.Cell) => (cell.fill as ExcelJS.FillPattern)?.fgColor?.argb;
    expect(row.map(colour)).toEqual([undefined, undefined, undefined, "FFD5EBD5", "FFF6D0CC"]);
    expect(colour(shown.getCell(1, 1))).toBe("FFE7E6E6");
    expect([shown.getCell(1, 1).font.bold, shown.getCell(2, 1).font.bold ?? false]).toEqual([true, false]);
  });

  it.each([
    [260, true],
    [261, false],
  ])("of %d characters across fits on a page: %s", async (width, fits) => {
    const columns = [
      { title: "a", width: 100 },
      { title: "b", width: width - 100 },
    ];
    const { pageSetup } = await only({ columns, keep: 2 });
    expect(pageSetup.fitToPage ?? false).toBe(fits);
    expect(pageSetup.printTitlesColumn).toBe(fits ? undefined : "A:B");
    expect(pageSetup.printTitlesRow).toBe("1:1");
  });

  it.each([
    [0, "A1:A1"],
    [3, "A1:A4"],
  ])("with %d rows filters %s", async (number, range) => {
    const shown = await only({ rows: Array.from({ length: number }, () => ["x"]) });
    expect(shown.autoFilter).toBe(range);
    expect(shown.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 1 });
  });

  it("is the same bytes for the same content", async () => {
    const bytes = () => sheetsXlsx([{ ...sheet("表"), rows: [["一"]] }], presentation.typography);
    expect(Buffer.compare(await bytes(), await bytes())).toBe(0);
  });
});
