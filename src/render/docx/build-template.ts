import { AlignmentType, Document, Footer, NoteNumberRestart, Packer, Paragraph, type Table, TextRun } from "docx";
import type { DocumentKind, Form } from "../../model/form.js";
import type { LayoutBlock } from "../../model/layout.js";
import { coverTable, textPage, titleLine } from "./build-cover.js";
import { LINE, LineWriter, textLine } from "./build-lines.js";
import { frameTable, gridTable } from "./build-tables.js";
import { noteHeader, pageNumber } from "./margins.js";
import { BODY_FONT, fonts, HEADING_FONT, MARGIN, PAGE, SIZE } from "./typography.js";
import { clearTimestamps } from "./zip.js";

/**
 * Builds the Word template of a kind of document from its layout: labels, units and limits from the
 * schema, a tag such as `{{联合体名称}}` where a value goes.
 */
export async function buildDocx(form: Form, kindName: string): Promise<Uint8Array> {
  const kind = form.documents[kindName];
  if (!kind?.layout) throw new Error(`${form.id}/${kindName} has no layout`);
  const notice = kind.notice ?? form.notice;
  const writer = new LineWriter(kind.root);
  const children = kind.layout.blocks.flatMap((block) => blockParts(block, kind, writer));
  const document = new Document({
    creator: notice,
    lastModifiedBy: notice,
    title: kind.root.title,
    description: kind.source,
    evenAndOddHeaderAndFooters: true,
    footnotes: writer.footnotes,
    styles: {
      default: { document: { run: { font: fonts(BODY_FONT), size: SIZE.body }, paragraph: { spacing: LINE } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: PAGE, margin: MARGIN },
          footnoteProperties: { restart: NoteNumberRestart.EACH_PAGE },
        },
        headers: { first: noteHeader(), default: noteHeader(), even: noteHeader() },
        footers: {
          first: new Footer({ children: [new Paragraph({})] }),
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children,
      },
    ],
  });
  return clearTimestamps(new Uint8Array(await Packer.toArrayBuffer(document)), {
    // 左侧装订、双面打印: `docx` has no option for it, and the standard wants it in this place
    "word/settings.xml": (xml) =>
      xml.replace(/<w:settings[^>]*>(<w:displayBackgroundShape\/>)?/u, "$&<w:mirrorMargins/>"),
  });
}

function blockParts(block: LayoutBlock, { root }: DocumentKind, writer: LineWriter): (Paragraph | Table)[] {
  const { mark, title, cover, page, heading, newPage = false, rows, frame } = block;
  return [
    ...(mark ? [textLine(mark, { font: HEADING_FONT, size: SIZE.mark, line: 480 })] : []),
    ...(title ? [titleLine(title === true ? root.title : title)] : []),
    ...(cover ? [coverTable(cover, writer)] : []),
    ...(page ? textPage(page) : []),
    ...(heading ? [headingLine(heading, newPage)] : []),
    ...(rows && !heading ? [seam()] : []),
    ...(rows ? [gridTable(block, writer)] : []),
    ...(frame ? [frameTable(frame, writer)] : []),
  ];
}

function headingLine(text: string, newPage: boolean): Paragraph {
  return new Paragraph({
    pageBreakBefore: newPage,
    keepNext: true,
    spacing: { line: 480, lineRule: LINE.lineRule, before: 240, after: 120 },
    children: [new TextRun({ text, font: fonts(HEADING_FONT), size: SIZE.heading })],
  });
}

/** Between two tables that look like one: without a paragraph there they would become one. */
function seam(): Paragraph {
  return new Paragraph({ spacing: { line: 20, lineRule: LINE.lineRule }, run: { size: 2 } });
}
