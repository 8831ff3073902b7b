import { TemplateError } from "../../../model/errors.js";
import type { Block, Run } from "../../../text/markdown.js";
import { lineBreakRun, textRun, textRuns } from "./run-xml.js";
import type { Area, ParagraphTemplate, Placeholder } from "./segment.js";
import { tableXml } from "./table-xml.js";

type PictureBlock = Extract<Block, { kind: "picture" }>;
type TextBlock = Exclude<Block, { kind: "table" } | { kind: "picture" }>;

/**
 * Makes the drawing of a picture.
 * @param area most that it may take
 * @returns XML to stand in a run; undefined when there is no such picture
 */
export type DrawPicture = (block: PictureBlock, area: Area) => string | undefined;

/**
 * The XML of what is printed in place of a tag: runs, or paragraphs like the one that the tag stood in.
 * @throws {TemplateError} when a picture would have to stand within a line
 */
export function fillPlaceholder(placeholder: Placeholder, content: Block[], draw: DrawPicture): string {
  const { tag, runProperties, paragraph } = placeholder;
  if (paragraph) return fillParagraphs(paragraph, runProperties, content, draw);
  if (content.some(({ kind }) => kind === "picture"))
    throw new TemplateError(`{{${tag}}} 同一段里还有别的文字,放不下图片:在模板里让它单独成段`);
  const lineBreak = lineBreakRun(runProperties);
  return content.map((block) => inlineRuns(block, runProperties, lineBreak)).join(lineBreak);
}

function inlineRuns(block: Block, runProperties: string, lineBreak: string): string {
  if (block.kind === "picture") return textRun(block.caption, runProperties);
  if (block.kind === "table")
    return block.rows
      .map((row) => row.map((cell) => textRuns(cell, runProperties)).join(textRun(" ", runProperties)))
      .join(lineBreak);
  return textRuns(withBullet(block), runProperties);
}

function withBullet(block: TextBlock): Run[] {
  return block.kind === "bullet" ? [{ text: "• " }, ...block.runs] : block.runs;
}

/** A whole table, or the runs of a paragraph. */
interface Piece {
  kind: "text" | "picture" | "table";
  xml: string;
}

const EMPTY_PARAGRAPH: Piece = { kind: "text", xml: "" };

function fillParagraphs(
  template: ParagraphTemplate,
  runProperties: string,
  content: Block[],
  draw: DrawPicture,
): string {
  const pieces = content.flatMap((block, index) => toPieces(block, content[index + 1]));
  if (pieces.length === 0) pieces.push(EMPTY_PARAGRAPH);
  const firstParagraph = pieces.findIndex(({ kind }) => kind !== "table");
  return pieces
    .map((piece, index) => {
      const [isFirst, isLast] = [index === 0, index === pieces.length - 1];
      if (piece.kind === "table") return isFirst ? withPageBreak(piece.xml, template.properties) : piece.xml;
      const like = copyFor(template, isFirst, isLast);
      const properties = piece.kind === "picture" ? pictureProperties(like.properties) : like.properties;
      const markup = index === firstParagraph ? template.rangeMarkup : "";
      return `${like.startTag}${properties}${markup}${piece.xml}</w:p>`;
    })
    .join("");

  function toPieces(block: Block, next: Block | undefined): Piece[] {
    if (block.kind === "table") {
      const table: Piece = { kind: "table", xml: tableXml(block.rows, runProperties, template.area.width) };
      // a cell must end in a paragraph, and two tables without a paragraph between them would become one
      return next && next.kind !== "table" ? [table] : [table, EMPTY_PARAGRAPH];
    }
    if (block.kind === "picture") return picturePieces(block, runProperties, draw(block, template.area));
    return [{ kind: "text", xml: textRuns(withBullet(block), runProperties, block.kind === "heading") }];
  }
}

function picturePieces({ file, caption }: PictureBlock, runProperties: string, drawing: string | undefined): Piece[] {
  const captionRun = caption === "" ? "" : textRun(caption, runProperties);
  if (drawing !== undefined) {
    const below = captionRun && lineBreakRun(runProperties) + captionRun;
    return [{ kind: "picture", xml: `<w:r>${drawing}</w:r>${below}` }];
  }
  return [textRun(`[缺图片:${file}]`, runProperties), captionRun]
    .filter((xml) => xml !== "")
    .map((xml) => ({ kind: "text", xml }));
}

const PAGE_BREAK = /<w:pageBreakBefore[^>]*\/>/u;
const SECTION = /<w:sectPr[\s>].*?<\/w:sectPr>/su;

/** The template for one of several paragraphs: what happens once happens at the first, or after the last. */
function copyFor(
  { startTag, properties }: ParagraphTemplate,
  isFirst: boolean,
  isLast: boolean,
): Pick<ParagraphTemplate, "startTag" | "properties"> {
  const broken = isFirst ? properties : properties.replace(PAGE_BREAK, "");
  return {
    startTag: isFirst ? startTag : startTag.replace(/ w14:(?:paraId|textId)="[^"]*"/gu, ""),
    properties: isLast ? broken : broken.replace(SECTION, ""),
  };
}

/** A table has no properties of paragraphs: the first paragraph in it begins the new page instead. */
function withPageBreak(tableXml: string, properties: string): string {
  return tableXml.replace("<w:pPr>", `<w:pPr>${PAGE_BREAK.exec(properties)?.[0] ?? ""}`);
}

/** Properties of a picture's paragraph: in the middle, as high as the picture, on one page with its caption. */
function pictureProperties(properties: string): string {
  const style = /<w:pStyle [^>]*\/>/u.exec(properties)?.[0] ?? "";
  const section = SECTION.exec(properties)?.[0] ?? "";
  const pageBreak = PAGE_BREAK.exec(properties)?.[0] ?? "";
  return `<w:pPr>${style}<w:keepLines/>${pageBreak}<w:widowControl/><w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>${section}</w:pPr>`;
}
