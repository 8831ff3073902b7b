import { AlignmentType, Document, Footer, NoteNumberRestart, Packer, Paragraph, type Table, TextRun } from "docx";
import type { DocumentKind, Form } from "../../../model/form.js";
import type { LayoutBlock } from "../../../model/layout.js";
import { clearTimestamps } from "../../opc/clear-timestamps.js";
import { BODY_FONT, fonts, HEADING_FONT, MARGIN, PAGE, SIZE } from "../typography.js";
import { coverTable, textPage, titleParagraph } from "./cover.js";
import { draftNoteHeader, pageNumberFooter } from "./header-footer.js";
import { LayoutParagraphs, LINE_SPACING, textParagraph } from "./paragraphs.js";
import { frameTable, gridTable } from "./tables.js";

/**
 * Builds the Word template of a kind of document from its layout: labels, units and limits from the
 * schema, a tag such as `{{联合体名称}}` where a value goes.
 * @param kindName the kind's name in the form
 * @returns bytes of the Word file, the same for the same form
 * @throws {Error} when the kind has no layout
 */
export async function buildTemplate(form: Form, kindName: string): Promise<Uint8Array> {
  const kind = form.documents[kindName];
  if (!kind?.layout) throw new Error(`${form.id}/${kindName} has no layout`);
  const notice = kind.notice ?? form.notice;
  const paragraphs = new LayoutParagraphs(kind.root);
  const children = kind.layout.blocks.flatMap((block) => buildBlock(block, kind, paragraphs));
  const document = new Document({
    creator: notice,
    lastModifiedBy: notice,
    title: kind.root.title,
    description: kind.source,
    evenAndOddHeaderAndFooters: true,
    footnotes: paragraphs.footnotes,
    styles: {
      default: { document: { run: { font: fonts(BODY_FONT), size: SIZE.body }, paragraph: { spacing: LINE_SPACING } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: PAGE, margin: MARGIN },
          footnoteProperties: { restart: NoteNumberRestart.EACH_PAGE },
        },
        headers: { first: draftNoteHeader(), default: draftNoteHeader(), even: draftNoteHeader() },
        footers: {
          first: new Footer({ children: [new Paragraph({})] }),
          default: pageNumberFooter(AlignmentType.RIGHT),
          even: pageNumberFooter(AlignmentType.LEFT),
        },
        children,
      },
    ],
  });
  return clearTimestamps(new Uint8Array(await Packer.toArrayBuffer(document)), {
    // 左侧装订、双面打印: the library has no option for mirrored margins, and the standard wants them in this place
    "word/settings.xml": (xml) =>
      xml.replace(/<w:settings[^>]*>(<w:displayBackgroundShape\/>)?/u, "$&<w:mirrorMargins/>"),
  });
}

function buildBlock(block: LayoutBlock, { root }: DocumentKind, paragraphs: LayoutParagraphs): (Paragraph | Table)[] {
  const { mark, title, cover, page, heading, newPage = false, rows, frame } = block;
  return [
    ...(mark ? [textParagraph(mark, { font: HEADING_FONT, size: SIZE.mark, line: 480 })] : []),
    ...(title ? [titleParagraph(title === true ? root.title : title)] : []),
    ...(cover ? [coverTable(cover, paragraphs)] : []),
    ...(page ? textPage(page) : []),
    ...(heading ? [headingParagraph(heading, newPage)] : []),
    ...(rows && !heading ? [tableSeparator()] : []),
    ...(rows ? [gridTable(block, paragraphs)] : []),
    ...(frame ? [frameTable(frame, paragraphs)] : []),
  ];
}

function headingParagraph(text: string, newPage: boolean): Paragraph {
  return new Paragraph({
    pageBreakBefore: newPage,
    keepNext: true,
    spacing: { line: 480, lineRule: LINE_SPACING.lineRule, before: 240, after: 120 },
    children: [new TextRun({ text, font: fonts(HEADING_FONT), size: SIZE.heading })],
  });
}

/** A paragraph as low as possible between two tables that look like one: without it they would become one. */
function tableSeparator(): Paragraph {
  return new Paragraph({ spacing: { line: 20, lineRule: LINE_SPACING.lineRule }, run: { size: 2 } });
}
