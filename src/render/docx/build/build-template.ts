import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  NoteNumberRestart,
  Packer,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import { FormError } from "../../../model/errors.js";
import type { DocumentKind, Form } from "../../../model/form.js";
import type { LayoutBlock } from "../../../model/layout.js";
import type { Typography } from "../../../model/typography.js";
import { clearTimestamps } from "../../opc/clear-timestamps.js";
import { fonts, halfPoints, mm } from "../typography.js";
import { coverTable, textPage } from "./cover.js";
import { draftNoteHeader, pageNumberFooter } from "./header-footer.js";
import { LayoutParagraphs } from "./paragraphs.js";
import { frameTable, gridTable } from "./tables.js";

/**
 * Builds the Word template of a kind of document from its layout: labels, units and limits from the
 * schema, a tag such as `{{联合体名称}}` where a value goes.
 * @param kindName the kind's name in the form
 * @returns bytes of the Word file, the same for the same form
 * @throws {Error} when the kind has no layout
 * @throws {FormError} when the form does not say how it is set
 */
export async function buildTemplate(form: Form, kindName: string): Promise<Uint8Array> {
  const kind = form.documents[kindName];
  if (!kind?.layout) throw new Error(`${form.id}/${kindName} has no layout`);
  const notice = kind.notice ?? form.notice;
  const { typography } = form;
  if (!typography) throw new FormError(`${form.id} 没有写字体和版面(typography),不能生成 Word`);
  const { page, margins, styles } = typography;
  const paragraphs = new LayoutParagraphs(kind.root, typography);
  const children = kind.layout.blocks.flatMap((block) => buildBlock(block, kind, paragraphs));
  const document = new Document({
    creator: notice,
    lastModifiedBy: notice,
    title: kind.root.title,
    description: kind.source,
    evenAndOddHeaderAndFooters: page.duplex ?? false,
    footnotes: paragraphs.footnotes,
    styles: {
      default: {
        document: {
          run: { font: fonts(styles.body.font), size: halfPoints(styles.body.size) },
          paragraph: { spacing: paragraphs.lineSpacing },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(page.width), height: mm(page.height) },
            margin: inTwips(margins),
          },
          footnoteProperties: { restart: NoteNumberRestart.EACH_PAGE },
        },
        headers: {
          first: draftNoteHeader(typography),
          default: draftNoteHeader(typography),
          ...(page.duplex && { even: draftNoteHeader(typography) }),
        },
        footers: {
          first: new Footer({ children: [new Paragraph({})] }),
          default: pageNumberFooter(typography, page.duplex ? AlignmentType.RIGHT : AlignmentType.CENTER),
          ...(page.duplex && { even: pageNumberFooter(typography, AlignmentType.LEFT) }),
        },
        children,
      },
    ],
  });
  return clearTimestamps(new Uint8Array(await Packer.toArrayBuffer(document)), {
    // the library has no option for mirrored margins, and the standard wants them in this place
    "word/settings.xml": (xml) =>
      page.duplex ? xml.replace(/<w:settings[^>]*>(<w:displayBackgroundShape\/>)?/u, "$&<w:mirrorMargins/>") : xml,
  });
}

function inTwips(margins: Typography["margins"]): Typography["margins"] {
  const { top, bottom, left, right, gutter, header, footer } = margins;
  return {
    top: mm(top),
    bottom: mm(bottom),
    left: mm(left),
    right: mm(right),
    gutter: mm(gutter),
    header: mm(header),
    footer: mm(footer),
  };
}

function buildBlock(block: LayoutBlock, { root }: DocumentKind, paragraphs: LayoutParagraphs): (Paragraph | Table)[] {
  const { mark, title, cover, page, heading, newPage = false, rows, frame } = block;
  return [
    ...(mark ? [paragraphs.text(mark, "mark")] : []),
    ...(title
      ? [paragraphs.text(title === true ? root.title : title, "title", { alignment: AlignmentType.CENTER })]
      : []),
    ...(cover ? [coverTable(cover, paragraphs)] : []),
    ...(page ? textPage(page, paragraphs) : []),
    ...(heading ? [headingParagraph(heading, newPage, paragraphs)] : []),
    ...(rows && !heading ? [tableSeparator()] : []),
    ...(rows ? [gridTable(block, paragraphs)] : []),
    ...(frame ? [frameTable(frame, paragraphs)] : []),
  ];
}

function headingParagraph(text: string, newPage: boolean, paragraphs: LayoutParagraphs): Paragraph {
  const { font, size, ...spacing } = paragraphs.style("heading");
  return new Paragraph({
    pageBreakBefore: newPage,
    keepNext: true,
    spacing: { ...spacing, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text, font: fonts(font), ...(size !== undefined && { size }) })],
  });
}

/** A paragraph as low as possible between two tables that look like one: without it they would become one. */
function tableSeparator(): Paragraph {
  return new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, run: { size: 2 } });
}
