import { describe, expect, it } from "vitest";
import { TemplateError } from "../../src/index.js";
import { compareTags } from "../../src/render/docx/compare-tags.js";
import { compileTemplate } from "../../src/render/docx/fill/compile-template.js";
import { tagProblems, templateFits } from "../../src/report/template-tags/text.js";
import { cell, docx, filled, headerOf, line, paragraph, part, row, run, table, template } from "../support/docx.js";
import { readWord } from "../support/word.js";

// Which texts of a template are tags, and which of them can be filled in.

const tagsIn = (body: string, lists: string[] = []) =>
  template(body, lists).tags.map(({ tag, alone }) => `${tag}${alone ? "" : " within a line"}`);

describe("a tag", () => {
  it.each<[string, string[]]>([
    ["{{甲}}", ["甲"]],
    ["{{ 甲 }}", ["甲"]],
    ["{{甲.乙 丙}}", ["甲.乙 丙"]],
    ["{{甲}}{{乙}}", ["甲 within a line", "乙 within a line"]],
    ["前{{甲}}", ["甲 within a line"]],
    ["{{甲}}后", ["甲 within a line"]],
    ["  {{甲}}  ", ["甲"]],
    ["{甲}", []],
    ["{{}}", []],
    ["{{ }}", []],
    ["{{甲}", []],
    [`{{${" ".repeat(20)}甲${" ".repeat(20)}}}`, ["甲"]],
    [`{{${" ".repeat(21)}甲}}`, []],
    [`{{甲${" ".repeat(21)}}}`, []],
    [`{{${"长".repeat(302)}}}`, ["长".repeat(302)]],
    [`{{${"长".repeat(303)}}}`, []],
  ])("%s", (typed, tags) => {
    expect(tagsIn(line(typed))).toEqual(tags);
  });

  it.each<[string, string, string[]]>([
    ["spread over runs", paragraph(run("{") + run("{甲") + run("}}")), ["甲"]],
    ["around a mark of spelling", paragraph(`${run("{{甲")}<w:proofErr/>${run("}}")}`), ["甲"]],
    ["beside a bookmark", paragraph(`<w:bookmarkStart w:id="1"/>${run("{{甲}}")}<w:bookmarkEnd w:id="1"/>`), ["甲"]],
    ["beside a comment", paragraph(`${run("{{甲}}")}<w:r><w:rPr><w:b/></w:rPr><w:commentReference/></w:r>`), ["甲"]],
    ["beside where a page once ended", paragraph(`<w:r><w:lastRenderedPageBreak/></w:r>${run("{{甲}}")}`), ["甲"]],
    ["beside a permission", paragraph(`<w:permStart w:id="1"/>${run("{{甲}}")}`), ["甲"]],
    ["beside a tab", paragraph(`<w:r><w:tab/></w:r>${run("{{甲}}")}`), ["甲 within a line"]],
    ["beside a line break", paragraph(`${run("{{甲}}")}<w:r><w:br/></w:r>`), ["甲 within a line"]],
    ["in what old Word took for a date", paragraph(`<w:smartTag>${run("{{甲}}")}</w:smartTag>`), ["甲"]],
    ["in a cell", table(row(cell(line("{{甲}}")))), ["甲"]],
    ["in a table in a cell", table(row(cell(`${table(row(cell(line("{{甲}}"))))}<w:p/>`))), ["甲"]],
    ["in a text box", paragraph(`<w:r><w:txbxContent>${line("{{甲}}")}</w:txbxContent></w:r>`), ["甲"]],
    [
      "for newer programs and once more for older ones",
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice>${line("{{甲}}")}</mc:Choice><mc:Fallback>${line("{{甲}}")}</mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      ["甲"],
    ],
    ["in an empty paragraph", "<w:p/>", []],
  ])("%s", (_, body, tags) => {
    expect(tagsIn(body)).toEqual(tags);
  });

  it("misspelt in a text box is said once, though it stands there once more for older programs", () => {
    const both = ["Choice", "Fallback"].map((name) => `<mc:${name}>${line("｛｛甲｝｝")}</mc:${name}>`).join("");
    const body = paragraph(`<w:r><mc:AlternateContent>${both}</mc:AlternateContent></w:r>`);
    expect(template(body, []).misspelt.map(({ typed }) => typed)).toEqual(["｛｛甲｝｝"]);
  });

  it("of several in one run, and of one over several, each is found where it is", () => {
    const typed = ["甲{{甲", "}}乙{{乙}}丙{{", "", "丙}}{{丁}}", "戊"];
    const body = paragraph(typed.map((text) => run(text)).join(""));
    expect(tagsIn(body)).toEqual(["甲", "乙", "丙", "丁"].map((tag) => `${tag} within a line`));
    const values = { 甲: "一", 乙: "二", 丙: "三", 丁: "四" };
    expect(readWord(filled(template(body, []), values)).lines.join("")).toContain("甲一乙二丙三四戊");
  });

  it("may stand in a header, and in a footer", () => {
    const others = { "word/header1.xml": headerOf(line("{{甲}}")), "word/footer2.xml": headerOf(line("{{乙}}")) };
    const compiled = template(line("{{丙}}"), [], others);
    expect(compiled.tags.map(({ tag }) => tag)).toEqual(["丙", "甲", "乙"]);
    const bytes = filled(compiled, { 甲: "一", 乙: "二", 丙: "三" });
    expect(["word/header1.xml", "word/footer2.xml"].map((name) => part(bytes, name).includes("{{"))).toEqual([
      false,
      false,
    ]);
  });

  it("is not looked for in other parts", () => {
    expect(template("", [], { "word/styles.xml": headerOf(line("{{甲}}")) }).tags).toEqual([]);
  });
});

describe("a tag that cannot be filled in", () => {
  it.each<[string, string]>([
    ["in a link", `<w:p><w:hyperlink>${run("{{甲}}")}</w:hyperlink></w:p>`],
    ["in an insertion that is tracked", `<w:p><w:ins>${run("{{甲}}")}</w:ins></w:p>`],
    ["in a field for content", `<w:p><w:sdt><w:sdtContent>${run("{{甲}}")}</w:sdtContent></w:sdt></w:p>`],
  ])("%s is told", (_, body) => {
    const compiled = template(line("前文") + body);
    expect(compiled.tags).toEqual([]);
    expect(compiled.unreachable.map(({ tag, alone }) => [tag, alone])).toEqual([["甲", false]]);
    expect(compiled.unreachable[0]?.place).toBe("前文");
  });

  it("is told in what is repeated too", () => {
    const body = table(
      row(cell(line("{{名单.甲}}")), cell(`<w:p><w:hyperlink>${run("{{名单.乙}}")}</w:hyperlink></w:p>`)),
    );
    expect(template(body, ["名单"]).unreachable.map(({ tag }) => tag)).toEqual(["名单.乙"]);
  });
});

it.each<[string, string[]]>([
  ["{甲}", ["{甲} 甲"]],
  ["{ 甲 }", ["{ 甲 } 甲"]],
  ["｛｛甲｝｝", ["｛｛甲｝｝ 甲"]],
  ["{{甲}", ["{{甲} 甲"]],
  ["{{{甲}", ["{{{甲} 甲"]],
  ["{{甲}}", []],
  ["{甲 乙}", []],
  ["甲}", []],
  ["(甲)", []],
])("looks like a tag: %s", (typed, found) => {
  expect(template(line(typed)).misspelt.map((each) => `${each.typed} ${each.tag}`)).toEqual(found);
});

it("finds a place by the text beside it, or before it", () => {
  const body =
    line("第一行") + line("{{甲}}") + line("标签:{{乙}}后") + line("{丙}") + line("长".repeat(50)) + line("{{丁}}");
  const { tags, misspelt } = template(body);
  expect(tags.map(({ place }) => place)).toEqual(["第一行…", "标签:…后", "长".repeat(40)]);
  expect(misspelt.map(({ place }) => place)).toEqual(["标签:…后"]);
});

describe("a template is refused", () => {
  it.each<[string, Record<string, string>]>([
    ["that holds no document", { "word/document.xml": "" }],
    ["with a part elsewhere", { "../x.xml": "" }],
    ["with a part elsewhere, as Windows writes it", { "word\\x.xml": "" }],
    ["with a part below the root", { "/x.xml": "" }],
    ["with a document type", { "word/styles.xml": "<!DOCTYPE a><a/>" }],
    ["whose text is no XML", { "word/document.xml": "<w:document>" }],
    ["with too many properties", { "docProps/custom.xml": " ".repeat(64 * 1024 + 1) }],
  ])("%s", (_, others) => {
    expect(() => template("", [], others)).toThrow(TemplateError);
  });

  it.each<[string, Record<string, string>]>([
    ["with as many properties as may be", { "docProps/custom.xml": " ".repeat(64 * 1024) }],
    ["with dots in a name", { "word/a..b.xml": "<a/>" }],
    ["with the same words in a picture", { "word/media/a.png": "<!DOCTYPE a>" }],
  ])("but not one %s", (_, others) => {
    expect(template(line("{{甲}}"), [], others).tags).toHaveLength(1);
  });

  it("when it is no archive, and says so when it was one", () => {
    const refused = (bytes: Uint8Array) => () => compileTemplate(bytes, []);
    expect(refused(Buffer.from("PK\x03\x04"))).toThrow("不完整");
    expect(refused(Buffer.from("x"))).toThrow("不是 Word 文件");
    expect(refused(docx("").slice(0, -30))).toThrow("不完整");
  });
});

describe("beside the form's tags", () => {
  const use = (tag: string, alone = true) => ({ tag, place: "", alone });
  const compared = (tags: ReturnType<typeof use>[], others: object = {}) =>
    compareTags(
      { tags, unreachable: [], misspelt: [], mixed: [], ...others },
      { known: ["甲", "乙", "文", "丙"], printed: ["甲", "乙", "乙", "文"], narratives: ["文"] },
      (tag, candidates) => candidates.filter((each) => each.startsWith(tag.slice(0, 1))),
    );
  const whole = [use("甲"), use("乙"), use("乙"), use("文")];

  it("a template that has each fits", () => {
    const found = compared(whole);
    expect(found).toMatchObject({ missing: [], unknown: [], repeated: [], misspelt: [], mixed: [], crowded: [] });
    expect(templateFits(found)).toBe(true);
  });

  it.each<[string, ReturnType<typeof use>[], object, object]>([
    ["one missing", whole.slice(1), {}, { missing: ["甲"] }],
    ["all missing", [], {}, { missing: ["甲", "乙", "文"] }],
    ["one missing but for where it cannot be filled in", whole.slice(1), { unreachable: [use("甲")] }, { missing: [] }],
    ["one unknown", [...whole, use("丁")], {}, { unknown: [{ tag: "丁", meant: [] }] }],
    ["one unknown while another is missing", [...whole.slice(1), use("甲子")], {}, { unknown: [{ meant: ["甲"] }] }],
    ["a text twice", [...whole, use("文")], {}, { repeated: [{ tag: "文", expected: 1, places: ["", ""] }] }],
    ["two of different lists", whole, { mixed: [["甲", "乙"]] }, { mixed: [["甲", "乙"]] }],
    [
      "one in the wrong braces",
      whole,
      {
        misspelt: [
          { typed: "{甲}", tag: "甲", place: "" },
          { typed: "{丁}", tag: "丁", place: "" },
        ],
      },
      { misspelt: [{ tag: "甲" }] },
    ],
  ])("%s does not fit", (_, tags, others, expected) => {
    const found = compared(tags, others);
    expect(found).toMatchObject(expected);
    expect(tagProblems(found)).not.toEqual([]);
    expect(templateFits(found)).toBe(false);
  });

  it.each<[string, ReturnType<typeof use>[], object]>([
    ["a name twice", [...whole, use("甲"), use("甲")], { repeated: [] }],
    ["one that is not printed", [...whole, use("丙")], { unknown: [] }],
    ["the line that says it is a draft", [...whole, use("草稿说明")], { unknown: [] }],
    ["a text within a line", [...whole.slice(0, 3), use("文", false)], { crowded: [{ tag: "文" }] }],
    ["a name within a line", [use("甲", false), ...whole.slice(1)], { crowded: [] }],
  ])("%s fits", (_, tags, expected) => {
    const found = compared(tags);
    expect(found).toMatchObject(expected);
    expect(templateFits(found)).toBe(true);
    expect(found.known).toHaveLength(tags.length);
  });
});

it("is read as it was before it was filled", () => {
  const compiled = template(line("{{甲}}"));
  expect(readWord(filled(compiled, { 甲: "一" })).lines).toEqual(["一"]);
  expect(readWord(filled(compiled, { 甲: "二" })).lines).toEqual(["二"]);
});
