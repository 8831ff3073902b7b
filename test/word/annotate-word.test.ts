import { strFromU8, strToU8 } from "fflate";
import { expect, it } from "vitest";
import type { DocumentCell } from "../../src/model/place.js";
import { pack } from "../../src/render/opc/pack.js";
import { unpack } from "../../src/render/opc/unpack.js";
import { annotateWord } from "../../src/word/annotate-word.js";

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** A Word file with this body, and nothing that it can do without. */
function wordFile(body: string): Uint8Array {
  return pack({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    "word/document.xml": strToU8(`<w:document xmlns:w="${MAIN}"><w:body>${body}</w:body></w:document>`),
  });
}

function bodyOf(bytes: Uint8Array): string {
  const xml = strFromU8(unpack(bytes)["word/document.xml"] as Uint8Array);
  return xml.slice(xml.indexOf("<w:body>") + "<w:body>".length, xml.indexOf("</w:body>"));
}

const text = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
const cell = (content: string) => `<w:tc>${content}</w:tc>`;
const at = (row: number, column: number): DocumentCell => ({ kind: "cell", table: 1, row, column, label: "人数" });
const START = '<w:commentRangeStart w:id="0"/>';
const END = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>';
const TITLE = `<w:p>${text("𠮷林表")}</w:p>`;

it.each([
  ["an empty paragraph", "<w:p/>", `<w:p>${START}${END}</w:p>`],
  ["a paragraph with attributes only", '<w:p w:rsidR="00AB"/>', `<w:p w:rsidR="00AB">${START}${END}</w:p>`],
  ["properties only", "<w:p><w:pPr/></w:p>", `<w:p><w:pPr/>${START}${END}</w:p>`],
  [
    "several paragraphs",
    `<w:p>${text("8")}</w:p><w:p>${text("人")}</w:p><w:p/>`,
    `<w:p>${START}${text("8")}</w:p><w:p>${text("人")}${END}</w:p><w:p/>`,
  ],
])("puts a comment into a cell with %s", (_, content, expected) => {
  const table = (inner: string) =>
    `${TITLE}<w:tbl><w:tr>${cell(`<w:p>${text("人数")}</w:p>`)}${cell(inner)}</w:tr></w:tbl>`;
  const annotated = annotateWord(wordFile(table(content)), "𠮷林表", [{ cell: at(1, 2), lines: ["看"] }]);
  expect(bodyOf(annotated)).toBe(table(expected));
});

it("puts at the title what is in a text box, where Word allows no comments, or in no cell", () => {
  const box = `<w:p><w:r><w:pict><w:txbxContent><w:tbl><w:tr>${cell(`<w:p>${text("8")}</w:p>`)}</w:tr></w:tbl></w:txbxContent></w:pict></w:r></w:p>`;
  for (const where of [at(1, 1), at(9, 9), undefined])
    expect(bodyOf(annotateWord(wordFile(box + TITLE), "𠮷林表", [{ cell: where, lines: ["看"] }]))).toBe(
      `${box}<w:p>${START}${text("𠮷林表")}${END}</w:p>`,
    );
});

it("writes what a comment says as text", () => {
  const annotated = annotateWord(wordFile(TITLE), "𠮷林表", [{ lines: ["<w:b/>&", "第二段"] }]);
  const comments = strFromU8(unpack(annotated)["word/comments.xml"] as Uint8Array);
  expect(comments).toContain(">&lt;w:b/&gt;&amp;</w:t>");
  expect(comments.match(/<w:p>/gu)).toHaveLength(2);
});
