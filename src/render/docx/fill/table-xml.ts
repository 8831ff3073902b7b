import type { Run } from "../../../text/markdown.js";
import { textRuns } from "./run-xml.js";

const SIDES = ["top", "left", "bottom", "right", "insideH", "insideV"];
const BORDERS = SIDES.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join("");

/**
 * A table with borders and columns of one width. Its first row is the header, in bold, repeated on each page.
 * @param rows rows of cells
 * @param runProperties the `w:rPr` of the text, or nothing
 * @param maxWidth in twips
 */
export function tableXml(rows: Run[][][], runProperties: string, maxWidth: number): string {
  const columns = rows[0]?.length ?? 0;
  const width = Math.floor(maxWidth / columns);
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width * columns}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`,
    ...rows.map((row, index) => rowXml(row, runProperties, width, index === 0)),
    "</w:tbl>",
  ].join("");
}

function rowXml(row: Run[][], runProperties: string, width: number, isHeader: boolean): string {
  const cells = row.map(
    (runs) =>
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${textRuns(runs, runProperties, isHeader)}</w:p></w:tc>`,
  );
  return `<w:tr><w:trPr><w:cantSplit/>${isHeader ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;
}
