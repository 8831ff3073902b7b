import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { buildTemplate } from "../../src/api/word.js";
import { type Form, type FormDocument, wordRenderer } from "../../src/index.js";
import { checkTexts, forms } from "../support/check.js";
import { readWord, texts } from "../support/word.js";

// The template as Word and people leave it.

let form: Form;
let built: Uint8Array;
let document: FormDocument;

beforeAll(async () => {
  form = (await forms.open("hunan-2024")) as Form;
  built = await buildTemplate(form, "推荐书");
  const report = await checkTexts(
    { "a.yaml": "表单: hunan-2024/推荐书\n联合体名称: 甲\n建设规划: |\n  第一段。\n  第二段。\n" },
    { draft: true },
  );
  document = report.documents[0] as FormDocument;
});

function edited(change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(built);
  const xml = strFromU8(parts["word/document.xml"] as Uint8Array);
  const changed = change(xml);
  expect(changed).not.toBe(xml);
  parts["word/document.xml"] = strToU8(changed);
  return zipSync(parts);
}

const fill = async (template: Uint8Array) =>
  readWord((await wordRenderer(form, "推荐书", { forms, template }))(document));

it.each([
  ["a bookmark", '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'],
  ["a spelling mark", '<w:proofErr w:type="spellStart"/>'],
  ["a page break it once saw", "<w:r><w:lastRenderedPageBreak/></w:r>"],
  [
    "somebody's comment",
    '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
  ],
])("keeps paragraphs where Word has put %s beside a tag", async (_, mark) => {
  const word = await fill(edited((xml) => xml.replace(/(<w:r>(?:(?!<w:r>).)*\{\{建设规划\}\})/su, `${mark}$1`)));
  expect(texts(word.under("4.建设规划")[0])).toEqual(["(1000字以内)\n第一段。\n第二段。"]);
  expect(word.part("word/document.xml")).toContain("第一段。</w:t></w:r></w:p>");
});

it("puts a tag together that an editor has spread over runs", async () => {
  const spread = (xml: string) =>
    xml.replace(
      "{{建设规划}}",
      '{{建</w:t></w:r><w:proofErr w:type="gramStart"/><w:r><w:t>设规</w:t></w:r><w:r><w:t>划}}',
    );
  const word = await fill(edited(spread));
  expect(texts(word.under("4.建设规划")[0])[0]).toContain("第一段。");
  expect(word.part("word/document.xml")).not.toContain("{{");
});

it("keeps both ends of a bookmark that reaches beyond a narrative", async () => {
  const word = await fill(
    edited((xml) =>
      xml
        .replace(/(<w:r>(?:(?!<w:r>).)*\{\{建设规划\}\})/su, '<w:bookmarkStart w:id="7" w:name="规划"/>$1')
        .replace("<w:sectPr", '<w:bookmarkEnd w:id="7"/><w:sectPr'),
    ),
  );
  const xml = word.part("word/document.xml");
  expect([xml.match(/w:bookmarkStart w:id="7"/gu), xml.match(/w:bookmarkEnd w:id="7"/gu)]).toEqual([
    [expect.anything()],
    [expect.anything()],
  ]);
});

it("fills a tag in a text box, which Word writes twice, as one", async () => {
  const box = "<w:txbxContent><w:p><w:r><w:t>{{联合体概况.成立时间}}</w:t></w:r></w:p></w:txbxContent>";
  const word = await fill(
    edited((xml) =>
      xml
        .replace("{{联合体概况.成立时间}}", "")
        .replace(
          "<w:body>",
          `<w:body><w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
        ),
    ),
  );
  expect(word.part("word/document.xml")).not.toContain("{{");
});

it.each([
  ["misspelt", (xml: string) => xml.replace("{{建设规划}}", "{{建设计划}}"), /没有“建设计划”这个栏目/u],
  ["taken out", (xml: string) => xml.replace("{{建设规划}}", ""), /缺少 \{\{建设规划\}\}/u],
  [
    "put in twice",
    (xml: string) => xml.replace("{{建设规划}}", "{{建设规划}}和{{建设规划}}"),
    /\{\{建设规划\}\} 出现了 2 次,应为 1 次/u,
  ],
  [
    "in a hyperlink",
    (xml: string) =>
      xml.replace(
        /<w:p>(?=(?:(?!<w:p>).)*\{\{建设规划\}\})/su,
        "<w:p><w:hyperlink><w:r><w:t>{{建设规划}}</w:t></w:r></w:hyperlink>",
      ),
    /\{\{建设规划\}\} 在超链接/u,
  ],
])("says so when a tag is %s", async (_, change, message) => {
  await expect(fill(edited(change))).rejects.toThrow(message);
});
