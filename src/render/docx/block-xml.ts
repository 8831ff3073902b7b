import { TemplateError } from "../../model/errors.js";
import type { Block, Run } from "../../text/markdown.js";
import type { Place } from "./segments.js";
import { escapeXml } from "./xml.js";

/**
 * Makes the drawing of a picture.
 * @param room most it may take, in twentieths of a point
 * @returns undefined when there is no such picture
 */
export type Draw = (block: Block & { kind: "picture" }, room: { width: number; height: number }) => string | undefined;

/**
 * What is printed in a place of a template, as XML: runs, or paragraphs like the one the tag stood in.
 * @throws {TemplateError} when a picture is to stand within a line
 */
export function fillPlace({ tag, runProperties, alone }: Place, content: Block[], draw: Draw): string {
  const lineBreak = `<w:r>${runProperties}<w:br/></w:r>`;
  if (!alone) {
    if (content.some(({ kind }) => kind === "picture"))
      throw new TemplateError(`{{${tag}}} 同一段里还有别的文字,放不下图片:在模板里让它单独成段`);
    return content.map((block) => inlineRuns(block, runProperties, lineBreak)).join(lineBreak);
  }
  const { open, properties, marks, width, height } = alone;
  const pieces =
    content.length > 0 ? content.flatMap((block, index) => toPieces(block, content[index + 1])) : [NOTHING];
  const firstParagraph = pieces.findIndex(({ kind }) => kind !== "table");
  return pieces
    .map(({ kind, xml }, index) => {
      // a table has no properties of paragraphs: its first one breaks the page
      if (kind === "table")
        return index === 0 ? xml.replace("<w:pPr>", `<w:pPr>${PAGE_BREAK.exec(properties)?.[0] ?? ""}`) : xml;
      // what happens once, at the first or after the last, is not to happen at each
      const opened = index === 0 ? open : open.replace(/ w14:(?:paraId|textId)="[^"]*"/gu, "");
      let own = index === 0 ? properties : properties.replace(PAGE_BREAK, "");
      if (index < pieces.length - 1) own = own.replace(/<w:sectPr[\s>].*?<\/w:sectPr>/su, "");
      const begun = index === firstParagraph ? marks : "";
      return `${opened}${kind === "picture" ? centred(own) : own}${begun}${xml}</w:p>`;
    })
    .join("");

  function toPieces(block: Block, next: Block | undefined): Piece[] {
    if (block.kind === "table") {
      const xml = table(block.rows, runProperties, width);
      // a cell must end in a paragraph, and two tables without one between become one
      return [{ kind: "table", xml }, ...(next && next.kind !== "table" ? [] : [NOTHING])];
    }
    if (block.kind === "picture") {
      const drawing = draw(block, { width, height });
      const caption = block.caption === "" ? "" : textRun(block.caption, runProperties);
      if (drawing !== undefined)
        return [{ kind: "picture", xml: `<w:r>${drawing}</w:r>${caption && lineBreak + caption}` }];
      return [textRun(`[缺图片:${block.file}]`, runProperties), caption]
        .filter(Boolean)
        .map((xml) => ({ kind: "text", xml }));
    }
    return [{ kind: "text", xml: setRuns(withBullet(block), runProperties, block.kind === "heading" || undefined) }];
  }
}

/** A whole table, or the inside of a paragraph. */
interface Piece {
  kind: "text" | "picture" | "table";
  xml: string;
}

const NOTHING: Piece = { kind: "text", xml: "" };

const PAGE_BREAK = /<w:pageBreakBefore[^>]*\/>/u;

/** A picture's paragraph: in the middle, as high as the picture, on one page with its caption. */
function centred(properties: string): string {
  const style = /<w:pStyle [^>]*\/>/u.exec(properties)?.[0] ?? "";
  const section = /<w:sectPr[\s>].*?<\/w:sectPr>/su.exec(properties)?.[0] ?? "";
  const pageBreak = PAGE_BREAK.exec(properties)?.[0] ?? "";
  return `<w:pPr>${style}<w:keepLines/>${pageBreak}<w:widowControl/><w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>${section}</w:pPr>`;
}

type TextBlock = Exclude<Block, { kind: "table" } | { kind: "picture" }>;

function withBullet(block: TextBlock): Run[] {
  return block.kind === "bullet" ? [{ text: "• " }, ...block.runs] : block.runs;
}

function inlineRuns(block: Block, properties: string, lineBreak: string): string {
  if (block.kind === "picture") return textRun(block.caption, properties);
  if (block.kind === "table")
    return block.rows
      .map((row) => row.map((cell) => setRuns(cell, properties)).join(textRun(" ", properties)))
      .join(lineBreak);
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
  const plain = properties.replace(/<w:b(?:\s[^>]*)?\/>/u, "");
  return plain.replace(/(<w:rFonts [^>]*\/>)/u, "$1<w:b/>");
}

/** @param room in twentieths of a point */
function table(rows: Run[][][], properties: string, room: number): string {
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join("");
  const columns = rows[0]?.length ?? 0;
  const width = Math.floor(room / columns);
  const cell = (runs: Run[], header: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${setRuns(runs, properties, header || undefined)}</w:p></w:tc>`;
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width * columns}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`,
    ...rows.map(
      (row, index) =>
        `<w:tr><w:trPr><w:cantSplit/>${index === 0 ? "<w:tblHeader/>" : ""}</w:trPr>${row.map((runs) => cell(runs, index === 0)).join("")}</w:tr>`,
    ),
    "</w:tbl>",
  ].join("");
}
