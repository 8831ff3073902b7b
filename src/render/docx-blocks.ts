import type { Block, Run } from "../text/markdown.js";
import type { Place } from "./docx-segments.js";
import { escapeXml } from "./xml.js";

/** What is printed in a place of a template, as XML: runs, or paragraphs like the one the tag stood in. */
export function fillPlace({ runProperties, alone }: Place, content: Block[]): string {
  if (!alone)
    return content.map((block) => inlineRuns(block, runProperties)).join(`<w:r>${runProperties}<w:br/></w:r>`);
  const paragraph = (runs: Run[], bold?: true) =>
    `${alone.open}${alone.properties}${setRuns(runs, runProperties, bold)}</w:p>`;
  const blocks = content.map((block, index) => {
    if (block.kind !== "table") return paragraph(withBullet(block), block.kind === "heading" || undefined);
    // a cell must end in a paragraph, and two tables without one between become one
    const next = content[index + 1];
    return table(block.rows, runProperties) + (next && next.kind !== "table" ? "" : paragraph([]));
  });
  return blocks.join("") || paragraph([]);
}

function withBullet(block: Exclude<Block, { kind: "table" }>): Run[] {
  return block.kind === "bullet" ? [{ text: "• " }, ...block.runs] : block.runs;
}

function inlineRuns(block: Block, properties: string): string {
  if (block.kind === "table")
    return block.rows
      .map((row) => row.map((cell) => setRuns(cell, properties)).join(textRun(" ", properties)))
      .join(`<w:r>${properties}<w:br/></w:r>`);
  return setRuns(withBullet(block), properties);
}

function setRuns(runs: Run[], properties: string, bold?: true): string {
  return runs.map(({ text, bold: own }) => textRun(text, own || bold ? inBold(properties) : properties)).join("");
}

/** A run of text. @param properties its `w:rPr`, or nothing */
export function textRun(text: string, properties: string): string {
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function inBold(properties: string): string {
  if (/<w:b[ /]/u.test(properties)) return properties;
  return properties.replace(/(<w:rFonts [^>]*\/>)/u, "$1<w:b/>");
}

function table(rows: Run[][][], properties: string): string {
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join("");
  const width = rows[0]?.length ?? 0;
  const cell = (runs: Run[], header: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${Math.floor(5000 / width)}" w:type="pct"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${setRuns(runs, properties, header || undefined)}</w:p></w:tc>`;
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>`,
    `<w:tblGrid>${'<w:gridCol w:w="0"/>'.repeat(width)}</w:tblGrid>`,
    ...rows.map(
      (row, index) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map((runs) => cell(runs, index === 0)).join("")}</w:tr>`,
    ),
    "</w:tbl>",
  ].join("");
}
