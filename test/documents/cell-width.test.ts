import { expect, it } from "vitest";
import { parseParagraphs } from "../../src/render/docx/fill/parse-paragraphs.js";

// How wide the text of a paragraph may be in its cell, as different editors say it.

const GRID = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/><w:gridCol w:w="4000"/></w:tblGrid>';
const P = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>";
const cell = (properties: string, inner = P) => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const table = (cells: string, properties = "", row = "") =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr>${GRID}<w:tr>${row}${cells}</w:tr></w:tbl>`;
const margins = (name: string, left: string, right: string) =>
  `<w:${name}><w:${left} w:w="50" w:type="dxa"/><w:${right} w:w="250" w:type="dxa"/></w:${name}>`;
const width = (value: number, type = ' w:type="dxa"') => `<w:tcW w:w="${value}"${type}/>`;

it.each([
  ["outside tables", P, [undefined]],
  ["its width less Word's margins", table(cell(width(3000))), [3000 - 216]],
  ["its width when no unit is given", table(cell(width(3000, ""))), [3000 - 216]],
  ["the grid's when it gives none", table(cell("") + cell("")), [1000 - 216, 2000 - 216]],
  ["the grid's when it gives a share", table(cell(width(2500, ' w:type="pct"'))), [1000 - 216]],
  ["the grid's when it is to be found out", table(cell(width(0, ' w:type="auto"'))), [1000 - 216]],
  [
    "all columns it spans, and the next the rest",
    table(cell('<w:gridSpan w:val="2"/>') + cell("")),
    [3000 - 216, 4000 - 216],
  ],
  ["past columns left out", table(cell(""), "", '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'), [4000 - 216]],
  ["less its own margins", table(cell(width(3000) + margins("tcMar", "left", "right"))), [2700]],
  [
    "less its own margins, as newer editors call them",
    table(cell(width(3000) + margins("tcMar", "start", "end"))),
    [2700],
  ],
  ["less the table's margins", table(cell(width(3000)), margins("tblCellMar", "left", "right")), [2700]],
  [
    "less its own margins where it has some, else the table's",
    table(
      cell(`${width(3000)}<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar>`),
      margins("tblCellMar", "left", "right"),
    ),
    [2750],
  ],
  [
    "that of the inner table, and of the outer one after it",
    table(cell(width(6000), table(cell(width(3000)), margins("tblCellMar", "left", "right")) + P) + cell("")),
    [2700, 6000 - 216, 2000 - 216],
  ],
])("is %s", (_, xml, widths) => {
  const paragraphs = parseParagraphs(`<w:body xmlns:w="w">${xml}</w:body>`);
  expect(paragraphs.map(({ cellWidth }) => cellWidth)).toEqual(widths);
});
