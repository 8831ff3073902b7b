import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from "docx";
import { NOTE_TAG } from "./fill-template.js";
import { BODY_FONT, fonts, HEADING_FONT, SIZE } from "./typography.js";

/** The header has a place for the line that says a document is not to be filed. */
export function noteHeader(): Header {
  const run = new TextRun({
    text: `{{${NOTE_TAG}}}`,
    font: fonts(HEADING_FONT),
    size: SIZE.note,
    color: "C00000",
    bold: true,
  });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

/** On the outer side of a page printed on both sides. */
export function pageNumber(alignment: (typeof AlignmentType)["LEFT" | "RIGHT"]): Footer {
  const run = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: fonts(BODY_FONT), size: SIZE.note });
  return new Footer({ children: [new Paragraph({ alignment, children: [run] })] });
}
