import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from "docx";
import { NOTE_TAG } from "../fill/draft-note.js";
import { BODY_FONT, fonts, HEADING_FONT, SIZE } from "../typography.js";

/** A header with the tag of the line that says that a document is not to be filed. */
export function draftNoteHeader(): Header {
  const run = new TextRun({
    text: `{{${NOTE_TAG}}}`,
    font: fonts(HEADING_FONT),
    size: SIZE.note,
    color: "C00000",
    bold: true,
  });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

/** A footer with the number of the page. @param alignment on which side: paper printed on both sides has it outside */
export function pageNumberFooter(alignment: (typeof AlignmentType)["LEFT" | "RIGHT"]): Footer {
  const run = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: fonts(BODY_FONT), size: SIZE.note });
  return new Footer({ children: [new Paragraph({ alignment, children: [run] })] });
}
