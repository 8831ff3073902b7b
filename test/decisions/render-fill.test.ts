import { describe, expect, it } from "vitest";
import { TemplateError } from "../../src/index.js";
import { cell, filled, headerOf, line, paragraph, part, row, run, table, template } from "../support/docx.js";
import { WHITE, writePng } from "../support/picture.js";
import { readWord, texts } from "../support/word.js";

// What replaces a tag: alone in its paragraph, within a line, with pictures and tables.

const print = (body: string, said: Record<string, string>) => filled(template(body), said);
const lines = (body: string, said: Record<string, string>) => readWord(print(body, said)).lines;

describe("by itself", () => {
  it.each<[string, string, string[]]>([
    ["nothing", "", [""]],
    ["a line", "一", ["一"]],
    ["two lines", "一\n二", ["一", "二"]],
    ["a bullet", "- 一", ["• 一"]],
    ["a heading", "# 一\n二", ["一", "二"]],
    ["what XML means something by", '<&>"', ['<&>"']],
    ["what XML cannot hold", "一\u0000二", ["一二"]],
  ])("%s", (_, text, expected) => {
    expect(lines(line("{{甲}}"), { 甲: text })).toEqual(expected);
  });

  it("is empty when nothing is said of it", () => {
    expect(lines(line("{{甲}}"), {})).toEqual([""]);
  });

  it("is bold where the text is, and headings are throughout", () => {
    const xml = part(print(paragraph(run("{{甲}}", '<w:rFonts w:ascii="a"/>')), { 甲: "# 一\n**二**三" }));
    const bold = [...xml.matchAll(/<w:b\/><\/w:rPr><w:t[^>]*>([^<]*)/gu)].map(([, text]) => text);
    expect(bold).toEqual(["一", "二"]);
  });

  it("is bold once where its tag was", () => {
    const xml = part(print(paragraph(run("{{甲}}", '<w:rFonts w:ascii="a"/><w:b w:val="1"/>')), { 甲: "**一**" }));
    expect(xml.match(/<w:b[ /]/gu)).toHaveLength(1);
  });

  it("keeps paragraph properties in every copy, and invisible marks in the first only", () => {
    const marks = '<w:bookmarkStart w:id="1"/><w:bookmarkEnd w:id="1"/>';
    const body = paragraph(`${marks}${run("{{甲}}")}<w:proofErr/>`, '<w:jc w:val="center"/>');
    const xml = part(print(body, { 甲: "一\n二" }));
    expect(xml.match(/<w:jc w:val="center"\/>/gu)).toHaveLength(2);
    expect(xml.match(/<w:bookmarkStart/gu)).toHaveLength(1);
    expect(xml).not.toContain("proofErr");
  });

  it("breaks the page before the first line and no other, and ends the section after the last", () => {
    const properties = '<w:pageBreakBefore/><w:sectPr><w:pgSz w:w="1"/></w:sectPr>';
    const xml = part(print(paragraph(run("{{甲}}"), properties), { 甲: "一\n二\n三" }));
    const each = xml.split("</w:p>").slice(0, 3);
    expect(each.map((one) => one.includes("pageBreakBefore"))).toEqual([true, false, false]);
    expect(each.map((one) => one.includes("sectPr"))).toEqual([false, false, true]);
  });

  it("gives no two paragraphs one id", () => {
    const body = `<w:p w14:paraId="1A" w14:textId="2B" w:rsid="3">${run("{{甲}}")}</w:p>`;
    const xml = part(print(body, { 甲: "一\n二" }));
    expect(xml.match(/w14:paraId/gu)).toHaveLength(1);
    expect(xml.match(/w14:textId/gu)).toHaveLength(1);
    expect(xml.match(/w:rsid="3"/gu)).toHaveLength(2);
  });
});

describe("within a line", () => {
  it.each<[string, string, string]>([
    ["nothing", "", "前后"],
    ["a line", "一", "前一后"],
    ["two lines", "一\n二", "前一\n二后"],
    ["a bullet", "- 一", "前• 一后"],
    ["a table", "|a|b|\n|-|-|\n|1|2|", "前a b\n1 2后"],
  ])("%s", (_, text, expected) => {
    expect(lines(line("前{{甲}}后"), { 甲: text })).toEqual([expected]);
  });

  it("may be two", () => {
    expect(lines(line("{{甲}}和{{乙}}"), { 甲: "一", 乙: "二" })).toEqual(["一和二"]);
    expect(lines(paragraph(run("甲{{") + run("甲}}乙{{乙") + run("}}丙")), { 甲: "一", 乙: "二" })).toEqual([
      "甲一乙二丙",
    ]);
  });

  it("keeps what stands beside it", () => {
    const body = paragraph(`${run("前", "<w:i/>")}<w:r><w:tab/></w:r>${run("{{甲}}", "<w:b/>")}${run("后", "<w:u/>")}`);
    const xml = part(print(body, { 甲: "一" }));
    expect(xml).toContain('<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">前</w:t></w:r><w:r><w:tab/></w:r>');
    expect(xml).toContain('<w:rPr><w:u/></w:rPr><w:t xml:space="preserve">后</w:t>');
    expect(xml).toMatch(/<w:b\/><\/w:rPr><w:t[^>]*>一/u);
  });

  it("has no room for a picture", () => {
    expect(() => print(line("前{{甲}}"), { 甲: "![](a.png)" })).toThrow(TemplateError);
  });
});

describe("the font", () => {
  const HINT = '<w:rFonts w:hint="eastAsia"/>';

  it.each<[string, string, string]>([
    ["none", run("{{甲}}"), `<w:rPr>${HINT}</w:rPr>`],
    ["an empty one", "<w:r><w:rPr/><w:t>{{甲}}</w:t></w:r>", `<w:rPr>${HINT}</w:rPr>`],
    ["another property", run("{{甲}}", "<w:b/>"), `<w:rPr>${HINT}<w:b/></w:rPr>`],
    ["a style", run("{{甲}}", '<w:rStyle w:val="a"/><w:b/>'), `<w:rPr><w:rStyle w:val="a"/>${HINT}<w:b/></w:rPr>`],
    [
      "one of its own",
      run("{{甲}}", '<w:rFonts w:ascii="x"/>'),
      '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="x"/></w:rPr>',
    ],
    ["one with a hint", run("{{甲}}", '<w:rFonts w:hint="default"/>'), '<w:rPr><w:rFonts w:hint="default"/></w:rPr>'],
    [
      "that of its first Chinese character",
      run("{{a", "<w:b/>") + run("甲", "<w:i/>") + run("乙}}", "<w:u/>"),
      `<w:rPr>${HINT}<w:i/></w:rPr>`,
    ],
    ["that of its beginning", run("{{a", "<w:b/>") + run("b}}", "<w:i/>"), `<w:rPr>${HINT}<w:b/></w:rPr>`],
  ])("is %s", (_, runs, properties) => {
    const tag = /\{\{(.*)\}\}/u.exec(runs.replace(/<[^>]*>/gu, ""))?.[1] ?? "";
    expect(part(print(paragraph(runs), { [tag]: "一" }))).toContain(
      `<w:r>${properties}<w:t xml:space="preserve">一</w:t>`,
    );
  });
});

describe("a table", () => {
  const T = "|甲|乙|\n|-|-|\n|1|2|";
  const kinds = (said: string, properties = "") => {
    const xml = part(print(paragraph(run("{{甲}}"), properties), { 甲: said }));
    return [...xml.matchAll(/<w:tbl>|<\/w:tbl>(<w:p>(?:(?!<w:t[ >]).)*?<\/w:p>)?/gsu)].map(([whole, empty]) =>
      whole === "<w:tbl>" ? "table" : empty ? "then an empty line" : "then more",
    );
  };

  it("is followed by a line, its own or an empty one", () => {
    expect(kinds(T)).toEqual(["table", "then an empty line"]);
    expect(kinds(`${T}\n\n后`)).toEqual(["table", "then more"]);
    expect(kinds(`${T}\n\n${T}`)).toEqual(["table", "then an empty line", "table", "then an empty line"]);
  });

  it("shares the width of the page, or of its cell, among its columns", () => {
    const widths = (body: string) =>
      [...part(print(body, { 甲: T })).matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, w]) => Number(w));
    const page =
      '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1000" w:right="906" w:top="1" w:bottom="1" w:gutter="1"/></w:sectPr></w:pPr></w:p>';
    expect(widths(line("{{甲}}"))).toEqual([4513, 4513]);
    expect(widths(line("{{甲}}") + page)).toEqual([4999, 4999]);
    expect(widths(table(row(cell(line("{{甲}}"), '<w:tcW w:w="3217"/>'))))).toEqual([1500, 1500]);
    // an impossible page size is ignored
    expect(widths(line("{{甲}}") + page.replace("11906", "1"))).toEqual([4513, 4513]);
  });

  it("takes the smallest of several pages", () => {
    const page = (width: number) =>
      `<w:p><w:pPr><w:sectPr><w:pgSz w:w="${width}" w:h="9000"/></w:sectPr></w:pPr></w:p>`;
    const xml = part(print(line("{{甲}}") + page(8000) + page(6000) + page(7000), { 甲: T }));
    expect(xml).toContain('<w:gridCol w:w="3000"/>');
  });

  it("has a header that is bold and repeated, and breaks the page where its tag did", () => {
    const properties = '<w:pageBreakBefore w:val="1"/>';
    const xml = part(print(paragraph(run("{{甲}}", '<w:rFonts w:ascii="a"/>'), properties), { 甲: T }));
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(xml.match(/<w:b\/>/gu)).toHaveLength(2);
    expect(xml.match(/pageBreakBefore/gu)).toHaveLength(1);
    expect(xml.indexOf("pageBreakBefore")).toBeLessThan(xml.indexOf("甲"));
    expect(xml.match(/<w:cantSplit\/>/gu)).toHaveLength(2);
  });
});

describe("a picture", () => {
  const bytes = writePng({ width: 100, height: 50, levels: new Uint8Array(5000).fill(WHITE) });
  const picture = (width: number, height: number) => ({ bytes, type: "png" as const, width, height });
  const drawn = (size: [number, number], body = line("{{甲}}"), said = "![图<1>](a.png)") =>
    filled(template(body), { 甲: said }, {}, { picture: (name) => (name === "a.png" ? picture(...size) : undefined) });
  const extent = (of: Uint8Array) => /<wp:extent cx="(\d+)" cy="(\d+)"/u.exec(part(of))?.slice(1).map(Number);

  /** The default text area is 9026 × 13958 twips; a picture may take 0.42 of its height. */
  const WIDE = 9026 * 635;
  const HIGH = Math.round(13958 * 0.42 * 635);

  it.each<[string, [number, number], [number, number]]>([
    ["of its own size", [100, 50], [952500, 476250]],
    ["as wide as the page", [601, 10], [5724525, 95250]],
    ["wider than the page", [1203, 600], [WIDE, Math.round((600 / 1203) * WIDE)]],
    ["higher than it may be", [400, 1000], [Math.round(0.4 * 13958 * 0.42 * 635), HIGH]],
  ])("%s", (_, size, expected) => {
    expect(extent(drawn(size))).toEqual(expected);
  });

  it("keeps to the width of its cell", () => {
    const body = table(row(cell(line("{{甲}}"), '<w:tcW w:w="1216"/>')));
    expect(extent(drawn([1000, 10], body))).toEqual([635000, 6350]);
  });

  it("stands in the middle, with its caption below it", () => {
    const xml = part(
      drawn([100, 50], paragraph(run("{{甲}}"), '<w:pStyle w:val="s"/><w:ind w:left="9"/><w:jc w:val="left"/>')),
    );
    expect(xml).toContain('<w:pStyle w:val="s"/><w:keepLines/>');
    expect(xml).toContain('<w:jc w:val="center"/>');
    expect(xml).not.toContain('w:left="9"');
    expect(xml).toMatch(/<\/w:drawing><\/w:r><w:r>.*?<w:br\/><\/w:r><w:r>.*?图&lt;1&gt;/su);
    expect(xml).toContain('name="图&lt;1&gt;" descr="图&lt;1&gt;"');
    expect(part(drawn([100, 50], line("{{甲}}"), "![](a.png)"))).toMatch(/<\/w:drawing><\/w:r><\/w:p>/u);
  });

  it("keeps the break of its page and of its section", () => {
    const properties = '<w:pageBreakBefore/><w:sectPr><w:pgSz w:w="8000" w:h="9000"/></w:sectPr>';
    const xml = part(drawn([100, 50], paragraph(run("{{甲}}"), properties)));
    expect(xml).toMatch(/<w:keepLines\/><w:pageBreakBefore\/>.*<w:sectPr>/su);
  });

  it("is in the file once, however often it is shown, and in each part that shows it", () => {
    const others = { "word/header1.xml": headerOf(line("{{乙}}")) };
    const compiled = template(line("{{甲}}"), [], others);
    const of = filled(
      compiled,
      { 甲: "![一](a.png)\n![二](a.png)", 乙: "![三](a.png)" },
      {},
      { picture: () => picture(100, 50) },
    );
    const types = part(of, "[Content_Types].xml");
    expect(types.match(/Extension="png" ContentType="image\/png"/gu)).toHaveLength(1);
    expect(part(of, "word/_rels/document.xml.rels").match(/<Relationship /gu)).toHaveLength(1);
    expect(part(of, "word/_rels/header1.xml.rels").match(/<Relationship /gu)).toHaveLength(1);
    const ids = [...(part(of) + part(of, "word/header1.xml")).matchAll(/<wp:docPr id="(\d+)"/gu)].map(([, id]) => id);
    expect(ids).toEqual(["90002", "90003", "90004"]);
  });

  it("that is not there is named, with its caption", () => {
    expect(lines(line("{{甲}}"), { 甲: "![图一](没有.png)" })).toEqual(["[缺图片:没有.png]", "图一"]);
    expect(lines(line("{{甲}}"), { 甲: "![](没有.png)" })).toEqual(["[缺图片:没有.png]"]);
  });
});

describe("the line that says a document is a draft", () => {
  const noted = (body: string, others: Record<string, string> = {}) =>
    filled(template(body, [], others), { 甲: "一" }, {}, { note: "草稿<1>" });
  const header = (inner: string) => ({ "word/header1.xml": headerOf(inner), "word/header2.xml": headerOf(line("二")) });

  it("stands where the template has a place for it, and nowhere else", () => {
    const of = noted(line("{{甲}}"), header(line("{{草稿说明}}")));
    expect(part(of, "word/header1.xml")).toContain("草稿&lt;1&gt;");
    expect([part(of), part(of, "word/header2.xml")].some((xml) => xml.includes("草稿"))).toBe(false);
  });

  it("stands in every header, else at the beginning", () => {
    const of = noted(line("{{甲}}"), header(line("一")));
    for (const name of ["word/header1.xml", "word/header2.xml"]) expect(part(of, name)).toContain("草稿&lt;1&gt;");
    expect(part(of)).not.toContain("草稿");
    expect(readWord(noted(line("{{甲}}"))).lines).toEqual(["草稿<1>", "一"]);
  });

  it("is not there for a document that is none", () => {
    const of = filled(template(line("{{甲}}{{草稿说明}}")), { 甲: "一" });
    expect(readWord(of).lines).toEqual(["一"]);
  });
});

it("reads the cells of a table that was filled", () => {
  const of = print(table(row(cell(line("标签")), cell(line("{{甲}}")))), { 甲: "一\n二" });
  expect(readWord(of).tables.map((rows) => rows.map(texts))).toEqual([[["标签", "一\n二"]]]);
});
